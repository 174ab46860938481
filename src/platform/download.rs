//! Fetching what is needed on demand, and handing a file to the reader.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url};

/// Fetches a file of this site and calls `then` with its bytes, or with nothing when it cannot be had.
pub fn fetch(address: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let asked = web_sys::window().map(|window| window.fetch_with_str(address));
    spawn_local(async move {
        let bytes = async {
            let answer: Response = JsFuture::from(asked?).await.ok()?.dyn_into().ok()?;
            let body = answer.ok().then(|| answer.array_buffer().ok())??;
            Some(js_sys::Uint8Array::new(&JsFuture::from(body).await.ok()?).to_vec())
        };
        then(bytes.await);
    });
}

/// The browser refused to make a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Hands `text` to the reader as a file called `name`.
///
/// # Errors
/// Where the browser has no room for it.
pub fn save(text: &str, media: &str, name: &str) -> Result<(), Refused> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let made = || {
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let link: HtmlAnchorElement = super::dom::document()?.create_element("a").ok()?.dyn_into().ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Some(address)
    };
    let address = made().ok_or(Refused)?;
    // The browser begins to read only after this, and nothing says when it has read everything.
    super::timer::after(60_000, move || drop(Url::revoke_object_url(&address)));
    Ok(())
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{fetch, save};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen_test::wasm_bindgen_test;

    async fn fetched(address: &str) -> Option<Vec<u8>> {
        let answer = Rc::new(RefCell::new(None));
        let told = Rc::clone(&answer);
        let mut keep = None;
        let kept = js_sys::Promise::new(&mut |resolve, _| keep = Some(resolve));
        fetch(address, move |bytes| {
            told.replace(bytes);
            let _ = keep.map(|resolve| resolve.call0(&wasm_bindgen::JsValue::NULL));
        });
        wasm_bindgen_futures::JsFuture::from(kept).await.expect("it is told");
        answer.take()
    }

    #[wasm_bindgen_test]
    async fn what_cannot_be_had_is_nothing() {
        assert_eq!(fetched("data:,abc").await, Some(b"abc".to_vec()));
        assert_eq!(fetched("/no/such/file").await, None);
        assert_eq!(fetched("http://[").await, None);
    }

    #[wasm_bindgen_test]
    fn a_file_of_any_text_is_handed_over() {
        for text in ["", "\u{feff}a,😀,ע\r\n"] {
            assert_eq!(save(text, "text/csv", "a.csv"), Ok(()));
        }
    }
}
