//! The page of a briefing: views in Leptos, written to HTML natively and woken up in the browser.
//!
//! With the feature `ssr` the crate `site` writes complete pages of them. With `hydrate` the
//! engine wakes such a page: it draws the filters again, and moves what was drawn natively.

pub mod store;
pub mod view;

#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "hydrate")]
pub mod platform;
#[cfg(feature = "hydrate")]
pub mod wake;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
