//! One read at a time, over all tabs of this browser: MaxScale's REST API runs on one thread
//! (rest-api.md 1.9).

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::tabs::circle_name;

/// A tab whose read hangs holds up the others for so long.
const PATIENCE_MS: u32 = 3_000;

#[wasm_bindgen]
extern "C" {
    /// Missing where a page came neither by HTTPS nor from this machine.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn lock(name: &str, options: &Object, work: &Function) -> Result<Promise, JsValue>;
}

/// The right to read, until it is dropped.
pub(super) struct Turn {
    end: Option<Function>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = &self.end {
            // It cannot fail: it settles a promise.
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

impl Turn {
    /// Waits for the turn, but not for ever; browsers without locks have none to wait for.
    pub(super) async fn take() -> Self {
        let (ended, end) = promise();
        let turn = Self { end };
        let (begun, begin) = promise();
        let work = Closure::once_into_js(move |_: JsValue| {
            let _ = begin.map(|begin| begin.call0(&JsValue::NULL));
            ended
        });
        let Ok(patience) = AbortController::new() else { return turn };
        let options = Object::new();
        let _ = Reflect::set(&options, &"signal".into(), &patience.signal());
        if let Ok(locked) = lock(&circle_name(), &options, work.unchecked_ref()) {
            let _timer = Timeout::new(PATIENCE_MS, move || patience.abort());
            let _ = JsFuture::from(Promise::race(&Array::of2(&begun, &locked))).await;
        }
        turn
    }
}

/// A promise, and the function that settles it.
fn promise() -> (Promise, Option<Function>) {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    (promise, settle)
}
