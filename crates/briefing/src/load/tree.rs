//! The files of a content folder.

use crate::diag::{Diagnostic, File};
use std::fs;
use std::io;
use std::path::Path;

/// One file, as it stands on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// Path below the content folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The TOML files of a content folder, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The files.
    pub files: Vec<RawFile>,
}

impl Tree {
    /// Reads every `.toml` file below `folder`; hidden files and folders are left out.
    ///
    /// # Errors
    /// When the folder or one of its files cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Diagnostic> {
        let mut files = Vec::new();
        collect(folder, "", &mut files).map_err(|error| {
            Diagnostic::general(format!("the content folder `{}` cannot be read: {error}", folder.display()))
                .hint("name it with --content DIR")
        })?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// The files as a report shows them.
    #[must_use]
    pub fn shown(&self) -> Vec<File> {
        self.files
            .iter()
            .map(|file| File { path: file.path.clone(), text: String::from_utf8_lossy(&file.bytes).into_owned() })
            .collect()
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<RawFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            files.push(RawFile { path, bytes: fs::read(entry.path())? });
        }
    }
    Ok(())
}
