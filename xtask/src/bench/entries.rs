//! A larger briefing, made of the real one by repeating its commitments.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::files;

const COMMITMENTS: &str = "commitments";

/// Writes the content into a folder, with its commitments repeated until there are as many as
/// wanted. Fewer than there are cannot be had, since other files name them.
pub(super) fn repeat(content: &Path, wanted: usize, folder: &Path) -> Result {
    for file in files::below(content)? {
        copy(&file, &folder.join(file.strip_prefix(content).unwrap_or(&file)))?;
    }
    let originals = files::below(&content.join(COMMITMENTS))?;
    if originals.is_empty() {
        return Err(Error::new(format!("{} has no commitments to repeat", content.display())));
    }
    let further = wanted.saturating_sub(originals.len());
    for (place, original) in originals.iter().cycle().take(further).enumerate() {
        let stem = original.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-{}.toml", place / originals.len() + 2);
        copy(original, &folder.join(COMMITMENTS).join(name))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| Error::file("create", folder, &error))?;
    }
    fs::copy(from, to).map(drop).map_err(|error| Error::file("write", to, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn commitments_are_repeated_in_turn() {
        let place = Scratch::new("entries");
        let content = place.join("content");
        fs::create_dir_all(content.join(COMMITMENTS)).unwrap();
        for name in ["briefing.toml", "commitments/a.toml", "commitments/b.toml"] {
            fs::write(content.join(name), name).unwrap();
        }
        let large = place.join("large");
        repeat(&content, 5, &large).unwrap();
        let names: Vec<String> = files::below(&large)
            .unwrap()
            .iter()
            .map(|file| file.strip_prefix(&large).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        let commitments = ["a-2", "a-3", "a", "b-2", "b"].map(|stem| format!("commitments/{stem}.toml"));
        assert_eq!(names.first().unwrap(), "briefing.toml");
        assert_eq!(names[1..], commitments);
        assert_eq!(fs::read_to_string(large.join("commitments/b-2.toml")).unwrap(), "commitments/b.toml");
    }
}
