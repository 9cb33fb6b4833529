//! Places a popup beside the element it belongs to.

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};

/// Tells the style sheet where `element` is: `--anchor-x` from the edge of the window that
/// `data-side` names, the nearer one, and `--anchor-y` from the top to its end, in pixels.
pub(super) fn place(popup: &HtmlElement, element: &Element) {
    let width = document().document_element().map_or(0, |page| page.client_width());
    let at = element.get_bounding_client_rect();
    let from_right = f64::from(width) - at.right();
    let (side, x) =
        if at.left() <= from_right { ("start", at.left()) } else { ("end", from_right) };
    let style = HtmlElement::style(popup);
    drop(popup.set_attribute("data-side", side));
    drop(style.set_property("--anchor-x", &format!("{}px", x as i32)));
    drop(style.set_property("--anchor-y", &format!("{}px", at.bottom() as i32)));
}
