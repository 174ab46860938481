//! The folder being served, and which of its files an address may name.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use percent_encoding::percent_decode_str;

/// The folder being served. Copies of it are the same folder.
#[derive(Clone, Debug)]
pub struct Folder(Arc<RwLock<PathBuf>>);

impl Folder {
    /// Serves from a folder, which need not exist yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(Arc::new(RwLock::new(path.into())))
    }

    /// Serves from another folder: every request from now on sees it, and none sees half of each.
    pub fn set(&self, path: impl Into<PathBuf>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = path.into();
    }

    /// Where it is now.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The file or folder below `root` that the path of an address names, with links followed.
///
/// Nothing for hidden files, which are no part of a site, and for whatever is outside of it: `..`, which
/// a browser has resolved before it asks, and links that lead out.
pub(crate) async fn locate(root: &Path, address: &str) -> Option<PathBuf> {
    let root = tokio::fs::canonicalize(root).await.ok()?;
    let found = tokio::fs::canonicalize(root.join(relative(address)?)).await.ok()?;
    found.starts_with(&root).then_some(found)
}

fn relative(address: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(address).decode_utf8().ok()?;
    let segments = decoded.split('/').filter(|segment| !segment.is_empty());
    segments
        .map(|segment| {
            let refused = segment.starts_with('.') || segment.contains(['\\', ':', '\0']);
            (!refused).then_some(segment)
        })
        .collect()
}
