//! Where the project's folders are.

use std::path::{Path, PathBuf};

/// The root of the checkout.
///
/// Cargo names the folder of this package when it runs the command, so a checkout that was moved
/// with its `target` folder still finds itself; the path known at compile time is the fallback.
pub(crate) fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), Path::to_owned)
}

/// Cargo's target folder, wherever the user's configuration put it.
///
/// This very program was built into it, and Cargo tags the folder, so no configuration is read.
pub(crate) fn target() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| {
            program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file()).map(Path::to_owned)
        })
        .unwrap_or_else(|| root().join("target"))
}

/// The folder of the commands' own notes: logs, stamps and locks.
pub(crate) fn notes() -> PathBuf {
    target().join("xtask")
}

/// A path as the reader would type it: relative to the checkout where that is possible.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.toml").is_file());
        assert!(root().join("xtask").is_dir());
    }

    #[test]
    fn paths_are_shown_from_the_root() {
        assert_eq!(shown(&root().join("dist")), "dist");
        assert_eq!(shown(Path::new("elsewhere/dist")), "elsewhere/dist");
    }
}
