//! The address of the page, and Back and Forward.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Location;

/// The browser refused to change the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}

/// The query of the address, with its question mark; empty without one.
#[must_use]
pub fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

/// The whole address.
#[must_use]
pub fn address() -> String {
    location().and_then(|location| location.href().ok()).unwrap_or_default()
}

/// What follows the `#` of the address, decoded as the browser does for ids.
#[must_use]
pub fn fragment() -> String {
    let fragment = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    fragment.trim_start_matches('#').to_owned()
}

/// Adds a step that Back undoes; not in a frame, whose steps would be those of the page around it.
///
/// # Errors
/// Where the browser does not allow it, as in some frames.
pub fn push(query: &str) -> Result<(), Refused> {
    if framed() {
        return replace(query);
    }
    change(query, |history, url| history.push_state_with_url(&JsValue::NULL, "", Some(url)))
}

/// Changes the address of the present step.
///
/// # Errors
/// Where the browser does not allow it, as in some frames.
pub fn replace(query: &str) -> Result<(), Refused> {
    change(query, |history, url| history.replace_state_with_url(&JsValue::NULL, "", Some(url)))
}

/// The address of an entry, without filters.
#[must_use]
pub fn entry_address(id: &str) -> String {
    let parts = location().and_then(|location| Some((location.origin().ok()?, location.pathname().ok()?)));
    parts.map_or_else(String::new, |(origin, path)| format!("{origin}{path}#{id}"))
}

fn framed() -> bool {
    web_sys::window().is_some_and(|window| window.parent().ok().flatten().as_ref() != Some(&window))
}

fn change(query: &str, apply: impl FnOnce(&web_sys::History, &str) -> Result<(), JsValue>) -> Result<(), Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    let path = window.location().pathname().map_err(|_| Refused)?;
    let history = window.history().map_err(|_| Refused)?;
    apply(&history, &format!("{path}{query}")).map_err(|_| Refused)
}

/// Calls `then` after every Back and Forward, for as long as the page is open.
pub fn on_return(then: impl Fn() + 'static) {
    listen("popstate", then);
}

/// Calls `then` whenever what follows the `#` changes, for as long as the page is open.
pub fn on_fragment(then: impl Fn() + 'static) {
    listen("hashchange", then);
}

fn listen(event: &'static str, then: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, event, move |_| then()).forget();
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{address, fragment, push, query, replace};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_address_follows_and_can_be_read_back() {
        assert_eq!(push("?pillar=sd"), Ok(()));
        assert_eq!(query(), "?pillar=sd");
        assert_eq!(replace("?q=a%26b"), Ok(()));
        assert_eq!(query(), "?q=a%26b");
        assert!(address().ends_with("?q=a%26b"));
        assert_eq!(fragment(), "");
        assert_eq!(replace(""), Ok(()));
        assert_eq!(query(), "");
    }
}
