//! Firefox. A session has a profile of its own, which geckodriver makes and removes.

use super::BrowserOptions;
use fantoccini::wd::Capabilities;
use serde_json::json;

/// What a session with Firefox asks for.
pub(super) fn capabilities(program: &str, options: BrowserOptions) -> Capabilities {
    let preferences = json!({
        "javascript.enabled": options.scripts,
        "ui.systemUsesDarkTheme": u8::from(options.dark),
        "ui.prefersReducedMotion": u8::from(!options.motion),
        "intl.accept_languages": "en-GB,en",
        // Otherwise Tab may leave the page for the window around it, which differs between systems.
        "accessibility.tabfocus": 7,
    });
    let mut capabilities = Capabilities::new();
    let firefox = json!({ "binary": program, "args": ["-headless"], "prefs": preferences });
    capabilities.insert("moz:firefoxOptions".into(), firefox);
    capabilities
}
