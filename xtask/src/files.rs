//! The files below a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// All files below a folder at any depth, sorted; a file stands for itself, and what is missing
/// has none.
pub(crate) fn below(path: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(path, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        let unreadable = |error| Error::file("read", path, &error);
        for entry in fs::read_dir(path).map_err(unreadable)? {
            collect(&entry.map_err(unreadable)?.path(), files)?;
        }
    }
    Ok(())
}
