//! The engine. The boot script loads it, fetches the content, and calls [`wake`].

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the page with the content it was written from.
///
/// # Errors
/// When the content belongs to another version of the engine, or the page has no explorer. The
/// boot script then says so on the page, which stays as it is.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn wake(content: &[u8]) -> Result<(), wasm_bindgen::JsValue> {
    briefing_app::app::wake(content).map_err(|message| wasm_bindgen::JsValue::from_str(&message))
}

fn main() {}
