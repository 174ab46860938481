//! The folder in which a site is prepared, and the swap that puts it in place.
//!
//! The site is written into a sibling of its final folder, so that the swap is two renames and a
//! failure leaves the previous site as it was.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Error;

/// A small file that says who made a folder, so that no other folder is ever overwritten.
const MARKER: &str = ".briefing";
const MARKER_TEXT: &str = "This folder is written by `briefing build` and replaced as a whole.\n";

/// A site in preparation. Dropping it without [`Staging::commit`] removes what was prepared.
pub(crate) struct Staging {
    out: PathBuf,
    staging: PathBuf,
    previous: PathBuf,
    _lock: Lock,
}

/// A file that keeps other builds away from the same folder. Dropping it lets them in.
struct Lock {
    path: PathBuf,
    /// The lock ends when this is closed, also for a build that was broken off.
    _file: File,
}

impl Lock {
    fn take(path: PathBuf, out: &Path) -> Result<Self, Error> {
        let file = File::create(&path).map_err(|error| Error::file("write", &path, &error))?;
        if file.try_lock().is_err() {
            return Err(Error::new(format!("another build is writing to {}; wait until it has ended", out.display())));
        }
        Ok(Self { path, _file: file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What is left is taken over by the next build.
        drop(fs::remove_file(&self.path));
    }
}

impl Staging {
    /// Makes an empty folder beside `out`.
    ///
    /// # Errors
    /// When `out` holds something that was not made by this command, or cannot be written.
    pub(crate) fn create(out: &Path) -> Result<Self, Error> {
        // A link is followed first, so that the swap replaces the folder and not the link.
        let out = fs::canonicalize(out).or_else(|_| std::path::absolute(out));
        let out = out.map_err(|error| Error::new(format!("the folder of the site cannot be used: {error}")))?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(Error::new(format!(
                "{} cannot be replaced by a site; name another folder with `--out DIR`",
                out.display()
            )));
        };
        let sibling = |kind: &str| parent.join(format!(".{}.{kind}", name.to_string_lossy()));
        let staging = sibling("staging");
        let previous = sibling("previous");
        fs::create_dir_all(parent).map_err(|error| Error::file("create", parent, &error))?;
        let lock = Lock::take(sibling("lock"), &out)?;
        // A run that was interrupted in the middle of the swap left the good site aside.
        if previous.exists() && !out.exists() {
            rename(&previous, &out)?;
        }
        refuse_foreign(&out)?;
        remove(&previous)?;
        remove(&staging)?;
        fs::create_dir(&staging).map_err(|error| Error::file("create", &staging, &error))?;
        Ok(Self { out, staging, previous, _lock: lock })
    }

    /// The folder to write into.
    pub(crate) fn folder(&self) -> &Path {
        &self.staging
    }

    /// Puts the prepared site in place of the previous one.
    pub(crate) fn commit(self) -> Result<(), Error> {
        let marker = self.staging.join(MARKER);
        fs::write(&marker, MARKER_TEXT).map_err(|error| Error::file("write", &marker, &error))?;
        let replaced = self.out.exists();
        if replaced {
            rename(&self.out, &self.previous)?;
        }
        if let Err(failure) = rename(&self.staging, &self.out) {
            if replaced {
                rename(&self.previous, &self.out)?;
            }
            return Err(failure);
        }
        // The new site is in place; a rest of the old one is cleared by the next run.
        drop(fs::remove_dir_all(&self.previous));
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a commit there is nothing left here, and otherwise the next run tries again.
        drop(fs::remove_dir_all(&self.staging));
    }
}

fn refuse_foreign(out: &Path) -> Result<(), Error> {
    let ours = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none() || out.join(MARKER).is_file(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if ours {
        return Ok(());
    }
    Err(Error::new(format!(
        "{} exists and was not made by `briefing build`, so it is not overwritten; remove it or \
         name another folder with `--out DIR`",
        out.display()
    )))
}

fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(|error| Error::file("replace", to, &error))
}

fn remove(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::file("remove", folder, &error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write_site(out: &Path, text: &str) {
        let staging = Staging::create(out).unwrap();
        fs::write(staging.folder().join("index.html"), text).unwrap();
        staging.commit().unwrap();
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_site_replaces_the_previous_one_whole() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("deep/dist");
        write_site(&out, "one");
        fs::write(out.join("old.html"), "old").unwrap();
        write_site(&out, "two");
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "two");
        assert_eq!(names(&out), [".briefing", "index.html"]);
        assert_eq!(names(&place.path().join("deep")), ["dist"]);
    }

    #[test]
    fn a_failure_leaves_the_previous_site() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("dist");
        write_site(&out, "one");
        let staging = Staging::create(&out).unwrap();
        fs::write(staging.folder().join("index.html"), "half").unwrap();
        drop(staging);
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "one");
        assert_eq!(names(place.path()), ["dist"]);
    }

    #[test]
    fn two_builds_do_not_write_to_one_folder() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("dist");
        let first = Staging::create(&out).unwrap();
        assert!(Staging::create(&out).is_err_and(|error| error.to_string().contains("another build")));
        drop(first);
        write_site(&out, "one");
    }

    #[test]
    fn an_interrupted_swap_is_put_right() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("dist");
        write_site(&out, "one");
        fs::rename(&out, place.path().join(".dist.previous")).unwrap();
        drop(Staging::create(&out).unwrap());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "one");
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("thesis.txt"), "years of work").unwrap();
        assert!(Staging::create(place.path()).is_err());
        assert!(Staging::create(&place.path().join("thesis.txt")).is_err());
        assert!(Staging::create(Path::new("/")).is_err());
        assert_eq!(names(place.path()), ["thesis.txt"]);
        let empty = place.path().join("empty");
        fs::create_dir(&empty).unwrap();
        write_site(&empty, "one");
    }
}
