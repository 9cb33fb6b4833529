//! The lock that lets one tab of this browser read at a time: MaxScale's REST API runs on one
//! thread (rest-api.md 1.9).

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::shared_name;

/// A tab whose read hangs holds up the others for so long.
const PATIENCE_MS: u32 = 3_000;

#[wasm_bindgen]
extern "C" {
    /// Missing where a page came neither by HTTPS nor from this machine.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, options: &Object, work: &Function) -> Result<Promise, JsValue>;
}

/// The right to read, until it is dropped.
pub(super) struct ReadLock {
    release: Option<Function>,
}

impl Drop for ReadLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // It cannot fail: it settles a promise.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

impl ReadLock {
    /// Waits for the lock, but not for ever; browsers without locks have none to wait for.
    pub(super) async fn acquire() -> Self {
        let (released, release) = promise();
        let lock = Self { release };
        let (acquired, acquire) = promise();
        let work = Closure::once_into_js(move |_: JsValue| {
            let _ = acquire.map(|acquire| acquire.call0(&JsValue::NULL));
            released
        });
        let Ok(patience) = AbortController::new() else { return lock };
        let options = Object::new();
        let _ = Reflect::set(&options, &"signal".into(), &patience.signal());
        if let Ok(ended) = request_lock(&shared_name(), &options, work.unchecked_ref()) {
            let _timer = Timeout::new(PATIENCE_MS, move || patience.abort());
            let _ = JsFuture::from(Promise::race(&Array::of2(&acquired, &ended))).await;
        }
        lock
    }
}

/// A promise, and the function that settles it.
fn promise() -> (Promise, Option<Function>) {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    (promise, settle)
}
