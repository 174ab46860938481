//! The files below a folder.

use crate::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder at any depth, sorted; what is missing has none.
pub(crate) fn below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    Ok(files)
}

/// The path of a file below a folder, with forward slashes.
pub(crate) fn relative(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
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
