//! Sizes as hosts send files.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// A file as brotli at its best level.
pub(crate) fn compressed(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut sent, &parameters)?;
    Ok(sent)
}

/// Writes a file in this form beside it, where hosts look for it.
pub(crate) fn write(file: &Path, content: &[u8]) -> Result {
    compressed(content)
        .and_then(|small| fs::write(beside(file), small))
        .map_err(|error| Error::file("compress", file, &error))
}

/// The file in this form.
pub(crate) fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(".br");
    name.into()
}

/// Whether a file is a compressed form of another one.
pub(crate) fn is_form(file: &Path) -> bool {
    ends(file, &["br", "gz"])
}

/// Whether a file becomes smaller by compressing.
pub(crate) fn gains(file: &Path) -> bool {
    !is_form(file) && !ends(file, &["woff2", "png"])
}

fn ends(file: &Path, endings: &[&str]) -> bool {
    file.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
}
