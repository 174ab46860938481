//! Watching the files of the project, and telling which kind of change it was.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::failure::{Failure, Outcome};

/// A change is over when nothing more happened for this long; editors write in several steps.
const QUIET: Duration = Duration::from_millis(80);

/// A stream of changes without a pause is acted upon after this long.
const LONGEST: Duration = Duration::from_millis(800);

/// Folders whose files the prerenderer reads.
const RENDERED: &[&str] = &["style", "public"];

/// Folders and files that go into the programs.
const COMPILED_FOLDERS: &[&str] = &["src", "crates"];
const COMPILED_FILES: &[&str] = &["index.html", "Trunk.toml", "Cargo.toml"];

/// What has to be done again after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// The pages are written again with the programs that are there.
    Pages,
    /// The programs are built again first.
    Programs,
}

/// A watch over the checkout and a content folder.
pub(crate) struct Watch {
    root: PathBuf,
    content: PathBuf,
    paths: Receiver<PathBuf>,
    // Only kept alive: dropping it ends the watch.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch.
    pub(crate) fn start(root: &Path, content: &Path) -> Outcome<Self> {
        // Changes are reported under real paths, so they are compared with real paths.
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let (root, content) = (real(root), real(content));
        let (sender, paths) = channel();
        let failed = |error: notify::Error| {
            Failure::new(format!("the files cannot be watched ({error}); use `cargo xtask serve --no-watch`"))
        };
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            // Reading a file is reported as well, and the builds read all of them.
            if !matches!(event.kind, EventKind::Access(_)) {
                for path in event.paths {
                    // The receiver is gone only when the command is about to end.
                    drop(sender.send(path));
                }
            }
        })
        .map_err(failed)?;
        for folder in RENDERED.iter().chain(COMPILED_FOLDERS) {
            let folder = root.join(folder);
            if folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
            }
        }
        watcher.watch(&content, RecursiveMode::Recursive).map_err(failed)?;
        // Editors replace a file by a new one, so its folder is what has to be watched.
        watcher.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
        Ok(Self { root, content, paths, _watcher: watcher })
    }

    /// Waits for the next change; nothing means that the watch has ended.
    pub(crate) fn next(&self) -> Option<Change> {
        let mut change = None;
        let mut deadline = None;
        loop {
            let path = match deadline {
                None => self.paths.recv().ok()?,
                Some(deadline) => {
                    let left = Instant::now();
                    let left = QUIET.min(Instant::saturating_duration_since(&deadline, left));
                    match self.paths.recv_timeout(left) {
                        Ok(path) => path,
                        Err(RecvTimeoutError::Timeout) => return change,
                        Err(RecvTimeoutError::Disconnected) => return None,
                    }
                }
            };
            if let Some(found) = classify(&self.root, &self.content, &path) {
                change = change.max(Some(found));
                deadline = deadline.or_else(|| Some(Instant::now() + LONGEST));
            }
        }
    }
}

fn classify(root: &Path, content: &Path, path: &Path) -> Option<Change> {
    let name = path.file_name()?.to_string_lossy();
    // What editors keep beside the file that is being edited.
    if name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || name.ends_with(".swp") {
        return None;
    }
    if path.starts_with(content) {
        return Some(Change::Pages);
    }
    let below = path.strip_prefix(root).ok()?;
    let within = |folders: &[&str]| folders.iter().any(|folder| below.starts_with(folder));
    if within(RENDERED) {
        Some(Change::Pages)
    } else if within(COMPILED_FOLDERS) || COMPILED_FILES.iter().any(|file| below == *file) {
        Some(Change::Programs)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn changes_are_told_apart() {
        let root = Path::new("/p");
        let content = Path::new("/p/content");
        let kind = |path: &str| classify(root, content, Path::new(path));
        assert_eq!(kind("/p/content/stops/japan.toml"), Some(Change::Pages));
        assert_eq!(kind("/p/style/base.css"), Some(Change::Pages));
        assert_eq!(kind("/p/public/boot.js"), Some(Change::Pages));
        assert_eq!(kind("/p/src/view/card.rs"), Some(Change::Programs));
        assert_eq!(kind("/p/crates/briefing/src/lib.rs"), Some(Change::Programs));
        assert_eq!(kind("/p/index.html"), Some(Change::Programs));
        assert_eq!(kind("/p/README.md"), None);
        assert_eq!(kind("/p/.dist.staging"), None);
        assert_eq!(kind("/p/dist"), None);
        assert_eq!(kind("/p/content/.japan.toml.swp"), None);
        assert_eq!(kind("/p/content/japan.toml~"), None);
    }

    #[test]
    fn a_written_file_is_noticed() {
        let root = Scratch::new("watch");
        let content = root.join("content");
        std::fs::create_dir_all(&content).unwrap();
        let watch = Watch::start(&root, &content).unwrap();
        std::fs::write(content.join("a.toml"), "x").unwrap();
        assert_eq!(watch.next(), Some(Change::Pages));
        std::fs::write(root.join("index.html"), "x").unwrap();
        assert_eq!(watch.next(), Some(Change::Programs));
    }
}
