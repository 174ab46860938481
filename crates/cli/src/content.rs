//! Where the content of a briefing is.

use crate::error::Error;
use std::path::{Path, PathBuf};

/// The file that every briefing has.
const SITE_FILE: &str = "briefing.toml";

/// The folder of the content files, in a folder that the user named or stands in: that folder itself, or its
/// folder `content`.
pub(crate) fn folder(named: Option<PathBuf>) -> Result<PathBuf, Error> {
    let folder = named.unwrap_or_else(|| PathBuf::from("."));
    let places = [folder.clone(), folder.join("content")];
    if let Some(found) = places.into_iter().find(|place| place.join(SITE_FILE).exists()) {
        return Ok(found);
    }
    let shown = shown(&folder);
    Err(Error::new(if folder.is_dir() {
        format!("{shown} is no briefing: it has no {SITE_FILE}; name its folder, or write one with `briefing new DIR`")
    } else {
        format!("there is no folder {shown}; name the folder of the briefing, or write one with `briefing new DIR`")
    }))
}

/// A folder as a sentence names it.
fn shown(folder: &Path) -> String {
    if folder == Path::new(".") { "this folder".to_owned() } else { folder.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::{SITE_FILE, folder};
    use std::fs;

    #[test]
    fn content_is_in_the_folder_or_in_its_folder_content() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let named = || folder(Some(place.path().to_owned()));
        assert!(named().is_err_and(|error| error.to_string().contains("is no briefing")));
        let inner = place.path().join("content");
        fs::create_dir(&inner).expect("a folder");
        fs::write(inner.join(SITE_FILE), "").expect("a file");
        assert_eq!(named().expect("a briefing"), inner);
        fs::write(place.path().join(SITE_FILE), "").expect("a file");
        assert_eq!(named().expect("a briefing"), place.path());
    }
}
