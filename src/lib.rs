//! The page of a briefing: views in Leptos, written to HTML natively and woken up in the browser.
//!
//! With the feature `ssr` the [`prerender`] module writes complete pages. With `hydrate` the
//! engine wakes the explorer of such a page: the pillar row, the filters and the cards. What never
//! changes, such as the masthead and the timeline, is written once and is not part of the engine.

pub mod store;
pub mod view;

#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "hydrate")]
pub mod globe;
#[cfg(feature = "hydrate")]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
