//! Firefox. A session has a profile of its own, which geckodriver makes and removes.

use super::BrowserOptions;
use crate::error::Result;
use crate::settings::variable;
use fantoccini::wd::Capabilities;
use serde_json::json;

/// What a session with Firefox asks for.
pub(super) fn capabilities(program: &str, options: BrowserOptions) -> Result<Capabilities> {
    // Its pages are shut off from all folders but those where fonts usually are.
    let folders = variable("FONT_FOLDERS")?;
    let folders = std::env::split_paths(&folders).map(|folder| format!("{}/", folder.display()));
    let preferences = json!({
        "javascript.enabled": options.scripts,
        "ui.systemUsesDarkTheme": u8::from(options.dark),
        "ui.prefersReducedMotion": u8::from(!options.motion),
        "security.sandbox.content.read_path_whitelist": folders.collect::<Vec<_>>().join(","),
        "intl.accept_languages": "en-GB,en",
        // Otherwise Tab may leave the page for the window around it, which differs between systems.
        "accessibility.tabfocus": 7,
    });
    let mut capabilities = Capabilities::new();
    let firefox = json!({ "binary": program, "args": ["-headless"], "prefs": preferences });
    capabilities.insert("moz:firefoxOptions".into(), firefox);
    Ok(capabilities)
}
