//! The program with which the tests look at slides.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::process;
use crate::tools::debian;

const PROGRAMS: &[&str] = &["soffice", "libreoffice"];

const MACOS: &str = "/Applications/LibreOffice.app/Contents/MacOS/soffice";

/// Finds LibreOffice, and installs what of it opens slides where a Debian package manager is at hand.
pub(crate) fn require() -> Result<PathBuf> {
    if let Some(program) = find() {
        return Ok(program);
    }
    if debian::can_install() {
        debian::install(&["libreoffice-impress-nogui"], "installing LibreOffice Impress")?;
    }
    find().ok_or_else(|| {
        Error::new(
            "the tests open slides with LibreOffice, which was not found; install it (on Debian or Ubuntu: \
             `apt-get install libreoffice-impress-nogui` as root)",
        )
    })
}

fn find() -> Option<PathBuf> {
    let macos = PathBuf::from(MACOS);
    PROGRAMS.iter().find_map(|name| process::on_path(name)).or_else(|| macos.is_file().then_some(macos))
}
