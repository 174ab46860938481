//! The folder that a site is written into. Names carry a digest of the content, so that a host may keep
//! those files for ever and a page never mixes two versions.

use crate::Error;
use crate::integrity;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The folder, and what has been written into it.
pub(crate) struct Output {
    folder: PathBuf,
    /// The digests of what has been written, by its name.
    written: Mutex<BTreeMap<String, String>>,
}

impl Output {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, written: Mutex::new(BTreeMap::new()) }
    }

    /// Writes a file, making its folders.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.folder.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| Error::file("write", &path, &error))?;
        self.digests().insert(name.to_owned(), integrity::of(bytes));
        Ok(())
    }

    /// Files are written side by side; who fails there has said so, and the names are still right.
    fn digests(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The names of the files that have been written, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        self.digests().keys().cloned().collect()
    }

    /// A file of the site, as it was written.
    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>, Error> {
        let path = self.folder.join(name);
        fs::read(&path).map_err(|error| Error::file("read", &path, &error))
    }

    /// Whether the name is that of a file of the site which is no page.
    pub(crate) fn has(&self, name: &str) -> bool {
        Path::new(name).extension().is_some_and(|ending| ending != "html") && self.digests().contains_key(name)
    }

    /// The digest of a file of the site, for the browser to compare with what arrives.
    pub(crate) fn integrity(&self, name: &str) -> Result<String, Error> {
        let found = self.digests().get(name).cloned();
        found.ok_or_else(|| Error::new(format!("{name} has not been written")))
    }

    /// Writes a file under a name with a digest, and says that name.
    pub(crate) fn hashed(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, Error> {
        let name = format!("{stem}-{}.{ending}", integrity::short(bytes));
        self.write(&name, bytes)?;
        Ok(name)
    }
}
