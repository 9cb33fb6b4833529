//! Places a popup beside the element it belongs to.

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};

/// With less room below than this, in pixels, a popup stands above where there is more.
const ROOM: f64 = 240.0;

/// Tells the style sheet where `element` is: `--anchor-x` from the edge of the window that
/// `data-side` names, the nearer one, and `--anchor-y` in pixels from the top to its end, or from
/// the bottom to its beginning where `data-block` is `above`.
pub(super) fn place(popup: &HtmlElement, element: &Element) {
    let page = document().document_element();
    let (width, height) = page.map_or((0, 0), |page| (page.client_width(), page.client_height()));
    let at = element.get_bounding_client_rect();
    let from_right = f64::from(width) - at.right();
    let (side, x) =
        if at.left() <= from_right { ("start", at.left()) } else { ("end", from_right) };
    let below = f64::from(height) - at.bottom();
    let (block, y) = if below < ROOM && at.top() > below {
        ("above", f64::from(height) - at.top())
    } else {
        ("below", at.bottom())
    };
    let style = HtmlElement::style(popup);
    drop(popup.set_attribute("data-side", side));
    drop(popup.set_attribute("data-block", block));
    drop(style.set_property("--anchor-x", &format!("{}px", x as i32)));
    drop(style.set_property("--anchor-y", &format!("{}px", y as i32)));
}
