//! What is remembered on this device. Where the browser refuses, nothing is.

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was kept under a name.
#[must_use]
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a value under a name.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage loses a convenience, nothing else.
        let _ = storage.set_item(name, value);
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{keep, kept};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_is_kept_comes_back() {
        assert_eq!(kept("nobody-kept-this"), None);
        keep("kept-by-a-test", "off");
        assert_eq!(kept("kept-by-a-test").as_deref(), Some("off"));
    }
}
