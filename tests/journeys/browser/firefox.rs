//! Firefox. A session has a profile of its own, which geckodriver makes and removes.

use super::Wish;
use fantoccini::wd::Capabilities;
use serde_json::json;

/// What a session with Firefox asks for.
pub(super) fn capabilities(program: &str, wish: Wish) -> Capabilities {
    let preferences = json!({
        "javascript.enabled": wish.scripts,
        "ui.systemUsesDarkTheme": u8::from(wish.dark),
        "ui.prefersReducedMotion": u8::from(!wish.motion),
        // Otherwise Tab may leave the page for the window around it, which differs between systems.
        "accessibility.tabfocus": 7,
    });
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": program, "args": ["-headless"], "prefs": preferences });
    capabilities.insert("moz:firefoxOptions".into(), options);
    capabilities
}
