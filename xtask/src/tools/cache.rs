//! The folder where fetched tools are kept: one per user, shared by all checkouts.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// The user's folder of tools; each tool has a subfolder `name-version`.
pub(crate) struct Cache {
    root: PathBuf,
}

impl Cache {
    /// Opens the user's folder, and makes it if it is not there yet.
    pub(crate) fn open() -> Result<Self> {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let root = variable("BRIEFING_TOOLS_DIR")
            .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("briefing-tools")))
            .or_else(|| {
                let local = variable("LOCALAPPDATA").filter(|_| cfg!(windows))?;
                Some(local.join("briefing-tools"))
            })
            .or_else(|| Some(variable("HOME")?.join(".cache").join("briefing-tools")))
            .ok_or_else(|| {
                Error::new(
                    "there is no home folder to keep tools in; set BRIEFING_TOOLS_DIR to a folder \
                     of your own",
                )
            })?;
        Self::at(root)
    }

    fn at(root: PathBuf) -> Result<Self> {
        // npm and Cargo run in other folders, so a relative name would mean different places.
        let root = std::path::absolute(&root).unwrap_or(root);
        fs::create_dir_all(&root).map_err(|error| unwritable(&root, &error))?;
        Ok(Self { root })
    }

    /// The folder of a tool; `fill` puts the tool into an empty folder if it is not there yet.
    ///
    /// The tool appears under its name only when it is complete: it is filled into a sibling and
    /// renamed. A lock lets a second run wait for the first instead of fetching the same again.
    /// `files` are what a complete tool has, so that a folder that lost them is filled anew.
    pub(crate) fn tool(
        &self,
        name: &str,
        version: &str,
        files: &[PathBuf],
        fill: impl FnOnce(&Path) -> Result,
    ) -> Result<PathBuf> {
        let folder = self.root.join(format!("{name}-{version}"));
        let complete = || files.iter().all(|file| folder.join(file).exists());
        if complete() {
            return Ok(folder);
        }
        let lock = self.root.join(format!(".{name}-{version}.lock"));
        let lock = File::create(&lock).map_err(|error| unwritable(&lock, &error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                eprintln!("another run is fetching {name} {version}; waiting for it …");
                lock.lock().map_err(|error| unwritable(&self.root, &error))?;
            }
            Err(TryLockError::Error(error)) => return Err(unwritable(&self.root, &error)),
        }
        if complete() {
            return Ok(folder);
        }
        let part = self.root.join(format!(".{name}-{version}.part"));
        // What a run that was interrupted left behind; the lock says that nobody uses it.
        remove(&part)?;
        fs::create_dir(&part).map_err(|error| unwritable(&part, &error))?;
        let filled = fill(&part).and_then(|()| {
            let missing = files.iter().find(|file| !part.join(file).exists());
            match missing {
                Some(file) => Err(Error::new(format!(
                    "{name} {version} was fetched, but it has no {}; this version cannot be used",
                    file.display()
                ))),
                None => {
                    remove(&folder)?;
                    fs::rename(&part, &folder).map_err(|error| unwritable(&folder, &error))
                }
            }
        });
        if filled.is_err() {
            // The reason that is already known matters more than a rest that stays behind.
            drop(fs::remove_dir_all(&part));
        }
        filled.map(|()| folder)
    }
}

fn remove(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unwritable(folder, &error)),
        _ => Ok(()),
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!(
        "the folder of tools cannot be used ({}: {error}); set BRIEFING_TOOLS_DIR to a folder that \
         you can write to",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn write(folder: &Path) -> Result {
        fs::write(folder.join("it"), "x").map_err(|error| Error::file("write", folder, &error))
    }

    #[test]
    fn a_tool_is_fetched_once() {
        let root = Scratch::new("cache-once");
        let cache = Cache::at(root.to_path_buf()).unwrap();
        let fetched = AtomicU32::new(0);
        let fetch = || {
            cache.tool("it", "1", &["it".into()], |folder| {
                fetched.fetch_add(1, Ordering::Relaxed);
                std::thread::sleep(std::time::Duration::from_millis(50));
                write(folder)
            })
        };
        std::thread::scope(|scope| {
            let runs: Vec<_> = (0..4).map(|_| scope.spawn(fetch)).collect();
            for run in runs {
                assert!(run.join().unwrap().unwrap().join("it").is_file());
            }
        });
        assert_eq!(fetched.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_broken_fetch_leaves_nothing() {
        let root = Scratch::new("cache-broken");
        let cache = Cache::at(root.to_path_buf()).unwrap();
        let broken = cache.tool("it", "1", &["it".into()], |folder| {
            write(folder)?;
            Err(Error::new("the line broke"))
        });
        assert_eq!(broken.unwrap_err().to_string(), "the line broke");
        let incomplete = cache.tool("it", "1", &["it".into()], |_| Ok(()));
        assert!(incomplete.unwrap_err().to_string().contains("has no it"));
        assert!(!cache.root.join("it-1").exists());
        assert!(!cache.root.join(".it-1.part").exists());
        assert!(cache.tool("it", "1", &["it".into()], write).is_ok());
    }
}
