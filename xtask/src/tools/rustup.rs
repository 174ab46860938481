//! What belongs to the Rust toolchain itself.

use std::path::Path;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process;
use crate::project;

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target if the toolchain has none.
pub(crate) fn require_wasm_target() -> Result {
    let present = || {
        let mut rustc = Command::new("rustc");
        rustc.current_dir(project::root()).args(["--print", "target-libdir", "--target", WASM]);
        process::first_line(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
    };
    if present() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])?;
    if present() {
        return Ok(());
    }
    Err(Error::new(format!(
        "the Rust toolchain has no target {WASM} even after `rustup target add {WASM}`; \
         check with `rustup show` that rustup and rustc belong together"
    )))
}

/// Adds Clippy and rustfmt if the toolchain has none.
pub(crate) fn require_components() -> Result {
    for (command, component) in [("clippy", "clippy"), ("fmt", "rustfmt")] {
        if process::first_line(process::cargo().args([command, "--version"])).is_none() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result {
    let what = format!("rustup {}", arguments.join(" "));
    let mut command = Command::new("rustup");
    command.current_dir(project::root()).args(arguments);
    process::quiet(&mut command, &what, "rustup")?.map(drop).map_err(|run| run.into_error(&format!("`{what}`")))
}
