//! The files of a content folder.

use crate::diag::{Diagnostic, File};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One file, as it stands on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// Path below the content folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Something in the folder that cannot be read as a file or a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below the content folder, with forward slashes.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
    /// How to mend it.
    pub hint: &'static str,
}

/// The TOML files of a content folder, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The files.
    pub files: Vec<RawFile>,
    /// What could not be read, sorted by path.
    pub problems: Vec<Problem>,
}

impl Tree {
    /// Reads every `.toml` file below `folder`, through symbolic links too; hidden files and folders
    /// are left out.
    ///
    /// # Errors
    /// When the folder itself cannot be read. What cannot be read in it is among [`Tree::problems`].
    pub fn read(folder: &Path) -> Result<Self, Diagnostic> {
        let unusable = |error: io::Error| {
            Diagnostic::general(format!("the content folder `{}` cannot be read: {error}", folder.display()))
                .hint("name the folder that holds briefing.toml")
        };
        let mut reading = Reading { tree: Self::default(), above: vec![fs::canonicalize(folder).map_err(unusable)?] };
        reading.folder(folder, "").map_err(unusable)?;
        let mut tree = reading.tree;
        tree.files.sort_by(|a, b| a.path.cmp(&b.path));
        tree.problems.sort();
        Ok(tree)
    }

    /// The files as a report shows them, then the problems as files without a text.
    #[must_use]
    pub fn shown(&self) -> Vec<File> {
        let text = |file: &RawFile| String::from_utf8_lossy(&file.bytes).into_owned();
        let files = self.files.iter().map(|file| File { path: file.path.clone(), text: text(file) });
        let problems = self.problems.iter().map(|problem| File { path: problem.path.clone(), text: String::new() });
        files.chain(problems).collect()
    }
}

/// A tree that is being read.
struct Reading {
    tree: Tree,
    /// The folders that are being read, each inside of the one before, without links.
    above: Vec<PathBuf>,
}

impl Reading {
    fn folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                self.entry(&entry.path(), format!("{prefix}{name}"));
            }
        }
        Ok(())
    }

    fn entry(&mut self, full: &Path, path: String) {
        let is_toml = full.extension().is_some_and(|ending| ending == "toml");
        let read = match fs::metadata(full) {
            Ok(found) if found.is_dir() && is_toml => {
                return self.problem(path, "this is a folder, and its name is that of a file", "rename or remove it");
            }
            Ok(found) if found.is_dir() => self.inner(full, &path),
            Ok(found) if is_toml && found.is_file() => {
                fs::read(full).map(|bytes| self.tree.files.push(RawFile { path: path.clone(), bytes }))
            }
            Ok(_) if is_toml => {
                return self.problem(path, "this is not a file that can be read", "remove it");
            }
            // It may have been meant for a folder of content, whatever its name is.
            Err(_) if full.is_symlink() => {
                return self.problem(
                    path,
                    "the symbolic link leads nowhere",
                    "remove it, or let it lead to what is meant",
                );
            }
            Err(error) if is_toml => Err(error),
            // Other files are not content, whatever is wrong with them.
            _ => Ok(()),
        };
        self.kept(path, read);
    }

    /// Keeps what went wrong, if anything did.
    fn kept(&mut self, path: String, read: io::Result<()>) {
        if let Err(error) = read {
            self.problem(path, &format!("this cannot be read: {error}"), "see that you may read it");
        }
    }

    fn inner(&mut self, full: &Path, path: &str) -> io::Result<()> {
        let real = fs::canonicalize(full)?;
        if self.above.contains(&real) {
            self.problem(path.to_owned(), "the symbolic link leads back to a folder that it is in", "remove it");
            return Ok(());
        }
        self.above.push(real);
        let read = self.folder(full, &format!("{path}/"));
        self.above.pop();
        read
    }

    fn problem(&mut self, path: String, message: &str, hint: &'static str) {
        self.tree.problems.push(Problem { path, message: message.to_owned(), hint });
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, PathBuf, Reading, Tree, io};

    /// Rights that a folder takes away do not bind every user who runs tests.
    #[test]
    fn what_may_not_be_read_is_named() {
        let mut reading = Reading { tree: Tree::default(), above: vec![PathBuf::new()] };
        let denied = Err(io::Error::from(io::ErrorKind::PermissionDenied));
        reading.kept("events/signing.toml".to_owned(), denied);
        let shown = reading.tree.problems.first().map(|problem| (problem.path.as_str(), problem.message.as_str()));
        assert_eq!(shown, Some(("events/signing.toml", "this cannot be read: permission denied")));
        assert!(Tree::read(Path::new("no/such/folder")).is_err_and(|wrong| wrong.message.contains("no/such/folder")));
    }
}
