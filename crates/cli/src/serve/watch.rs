//! Following the files of a briefing.

use super::{Signal, real};
use crate::error::Error;
use notify_debouncer_full::notify::{self, Event, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

/// A change is over when nothing more has happened for so long; editors write in several steps.
const QUIET_MS: u64 = 80;

/// What may be a file of the content; what has no ending may be a folder.
const ENDINGS: [&str; 3] = ["", "toml", "svg"];

/// A watch over the content, wherever its files really are.
pub(super) struct Watch {
    content: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    /// Folders outside of the content that links in it lead to.
    linked: BTreeSet<PathBuf>,
}

impl Watch {
    /// Begins to watch, and sends an event for each change.
    pub(super) fn start(content: &Path, kit: Option<&Path>, events: Sender<Signal>) -> Result<Self, Error> {
        let content = real(content);
        let kit = kit.map(real);
        let own_kit = kit.clone();
        let heard = move |changes: DebounceEventResult| {
            let in_kit = |path: &Path| own_kit.as_ref().is_some_and(|kit| path.starts_with(kit));
            let relevant = |change: &DebouncedEvent| is_change(change, |path| in_kit(path) || may_be_content(path));
            if changes.is_ok_and(|changes| changes.iter().any(relevant)) {
                // The receiver is gone only when the command is about to end.
                drop(events.send(Signal::Changed));
            }
        };
        let debouncer =
            new_debouncer(Duration::from_millis(QUIET_MS), None, heard).map_err(|error| unwatched(&error))?;
        let mut watch = Self { content, debouncer, linked: BTreeSet::new() };
        for folder in [Some(watch.content.clone()), kit].into_iter().flatten() {
            watch.debouncer.watch(&folder, RecursiveMode::Recursive).map_err(|error| unwatched(&error))?;
        }
        watch.follow_links();
        Ok(watch)
    }

    /// Watches what links in the content lead to, since a change there is a change of the content too.
    pub(super) fn follow_links(&mut self) {
        let mut linked = BTreeSet::new();
        collect(&self.content.clone(), &mut linked);
        for (folder, mode) in linked {
            if !folder.starts_with(&self.content) && self.linked.insert(folder.clone()) {
                // A link that leads nowhere is reported by whoever reads the content.
                drop(self.debouncer.watch(&folder, mode));
            }
        }
    }
}

/// The folders that links below `folder` lead to. An editor replaces a file by a new one, so it is the folder
/// of a file that has to be watched.
fn collect(folder: &Path, linked: &mut BTreeSet<(PathBuf, RecursiveMode)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_symlink() {
            let Ok(target) = path.canonicalize() else { continue };
            if target.is_dir() {
                linked.insert((target, RecursiveMode::Recursive));
            } else if let Some(parent) = target.parent() {
                linked.insert((parent.to_owned(), RecursiveMode::NonRecursive));
            }
        } else if kind.is_dir() {
            collect(&path, linked);
        }
    }
}

/// Whether an event is a change of a path that matters. Reading a file is reported as well, and each site is
/// written from all of them.
fn is_change(event: &Event, matters: impl Fn(&Path) -> bool) -> bool {
    !event.kind.is_access() && event.paths.iter().any(|path| matters(path))
}

/// Whether a path may be a file or folder of the content, and not what editors keep beside one.
fn may_be_content(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    !name.starts_with(['.', '#']) && !name.ends_with(['~', '#']) && ENDINGS.contains(&ending.as_ref())
}

fn unwatched(error: &notify::Error) -> Error {
    Error::new(format!("the files cannot be watched: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{Watch, is_change, may_be_content};
    use crate::serve::Signal;
    use notify_debouncer_full::notify::Event;
    use notify_debouncer_full::notify::event::{AccessKind, AccessMode, DataChange, EventKind, ModifyKind, RemoveKind};
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    fn changed(events: &Receiver<Signal>) -> bool {
        matches!(events.recv_timeout(Duration::from_secs(20)), Ok(Signal::Changed))
    }

    #[test]
    fn what_editors_keep_beside_a_file_is_no_content() {
        for path in ["/c/stops/japan.toml", "/c/globe.svg", "/c/stops"] {
            assert!(may_be_content(Path::new(path)), "{path}");
        }
        for path in ["/c/.japan.toml.swp", "/c/japan.toml~", "/c/#japan.toml#", "/c/dist/index.html", "/c/.git"] {
            assert!(!may_be_content(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn reading_a_file_is_no_change() {
        let event = |kind| Event::new(kind).add_path("/c/a.toml".into());
        let opened = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!is_change(&event(opened), may_be_content));
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert!(is_change(&event(written), may_be_content));
        assert!(is_change(&event(EventKind::Remove(RemoveKind::File)), may_be_content));
    }

    #[test]
    fn a_saved_file_is_noticed_however_it_is_saved() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let content = place.path().join("content");
        fs::create_dir(&content).expect("a folder");
        let (sender, events) = channel();
        let _watch = Watch::start(&content, None, sender).expect("a watch");
        fs::write(content.join("a.toml"), "x").expect("a file");
        assert!(changed(&events), "written");
        fs::write(place.path().join("new"), "y").expect("a file");
        fs::rename(place.path().join("new"), content.join("a.toml")).expect("a new file in its place");
        assert!(changed(&events), "replaced, as editors do");
    }

    #[cfg(unix)]
    #[test]
    fn what_links_lead_to_is_watched_as_well() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let (content, elsewhere) = (place.path().join("content"), place.path().join("elsewhere"));
        fs::create_dir(&content).expect("a folder");
        fs::create_dir(&elsewhere).expect("a folder");
        fs::write(elsewhere.join("real.toml"), "x").expect("a file");
        std::os::unix::fs::symlink(elsewhere.join("real.toml"), content.join("a.toml")).expect("a link");
        let link = place.path().join("link");
        std::os::unix::fs::symlink(&content, &link).expect("a link");
        let (sender, events) = channel();
        let _watch = Watch::start(&link, None, sender).expect("a watch");
        fs::write(elsewhere.join("real.toml"), "y").expect("a file");
        assert!(changed(&events), "the file behind a link");
        while events.try_recv().is_ok() {}
        fs::write(content.join("b.toml"), "x").expect("a file");
        assert!(changed(&events), "the folder behind a link");
    }
}
