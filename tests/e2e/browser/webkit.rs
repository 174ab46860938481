//! The browser of WebKitGTK. What its driver has no word for, it takes from the settings of the desktop,
//! so each session gets a desktop of its own: a script that starts the browser among files of its own.

use super::BrowserOptions;
use crate::error::Result;
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::fs;
use std::path::Path;

/// What a session asks for.
pub(super) fn capabilities(program: &str, options: BrowserOptions, profile: &Path) -> Result<Capabilities> {
    let desktop = profile.join("config/gtk-3.0");
    fs::create_dir_all(&desktop)?;
    let settings = format!("[Settings]\ngtk-enable-animations={}\n", options.motion);
    fs::write(desktop.join("settings.ini"), settings)?;
    let start = profile.join("start");
    let home = profile.display();
    let script = format!(
        "#!/bin/sh\nexport XDG_CONFIG_HOME='{home}/config' XDG_DATA_HOME='{home}/data' XDG_CACHE_HOME='{home}/cache'\n\
         exec '{program}' \"$@\"\n"
    );
    fs::write(&start, script)?;
    executable(&start)?;
    let mut arguments = vec!["--automation".to_owned(), format!("--enable-javascript={}", options.scripts)];
    if options.dark {
        arguments.push("--dark-mode".to_owned());
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("webkitgtk:browserOptions".into(), json!({ "binary": start, "args": arguments }));
    Ok(capabilities)
}

#[cfg(unix)]
fn executable(file: &Path) -> Result {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::set_permissions(file, fs::Permissions::from_mode(0o700))?)
}

/// Elsewhere this browser does not exist.
#[cfg(not(unix))]
fn executable(_: &Path) -> Result {
    Ok(())
}
