//! Where the engine, styles, scripts, fonts and the library for slides come from: out of the executable, or
//! from a folder while they are being worked on.

use crate::error::Error;
use site::Kit;
use std::path::Path;

#[cfg(feature = "embed")]
static INSIDE: include_dir::Dir = include_dir::include_dir!("$BRIEFING_KIT");

/// The kit in a folder, or without one that of the executable.
pub(crate) fn load(folder: Option<&Path>) -> Result<Kit, Error> {
    match folder {
        Some(folder) => Ok(Kit::read(folder)?),
        None => inside(),
    }
}

#[cfg(feature = "embed")]
#[allow(clippy::unnecessary_wraps, reason = "without the feature there is nothing inside")]
fn inside() -> Result<Kit, Error> {
    fn files(folder: &'static include_dir::Dir<'static>) -> Vec<(String, &'static [u8])> {
        let own = folder.files().map(|file| (file.path().to_string_lossy().replace('\\', "/"), file.contents()));
        own.chain(folder.dirs().flat_map(files)).collect()
    }
    Ok(Kit::from_files(files(&INSIDE)))
}

#[cfg(not(feature = "embed"))]
fn inside() -> Result<Kit, Error> {
    Err(Error::new(
        "this executable was built without an engine inside; `cargo xtask dist` writes the complete one, and \
         `cargo xtask serve` and `build` bring the engine of the checkout",
    ))
}
