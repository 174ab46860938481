//! Copying text.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies `text` and says whether it worked. Pages that are not served over https, and frames
/// without permission, have no clipboard.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let tell = move |worked: bool| {
        if let Some(then) = then.take() {
            then(worked);
        }
    };
    let Some(clipboard) = clipboard() else {
        tell(false);
        return;
    };
    let refused = tell.clone();
    let worked = Closure::once_into_js(move |_: JsValue| tell(true));
    let failed = Closure::once_into_js(move |_: JsValue| refused(false));
    let promise = clipboard.write_text(text);
    let then: Result<js_sys::Function, _> = js_sys::Reflect::get(&promise, &JsValue::from_str("then")).map(Into::into);
    if let Ok(then) = then {
        // A promise that cannot be waited for tells nothing, and the page says nothing.
        let _ = then.call2(&promise, &worked, &failed);
    }
}

/// Missing rather than an error where the page is not secure, against the letter of the type.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!clipboard.is_undefined()).then(|| clipboard.into())
}
