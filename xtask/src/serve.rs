//! `cargo xtask serve`: the executable's `serve`, which is built and started anew when the source changes.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::error::{Error, Result};
use crate::executable::{self, Executable};
use crate::kit;
use crate::process;
use crate::project;

/// A change is over when nothing more has happened for so long; editors write in several steps.
const QUIET_MS: u64 = 150;

/// How often the executable is asked whether it has ended, as when its port is in use.
const ASKING_MS: u64 = 200;

/// What is copied into the kit, and what programs are made of.
const COPIED: [&str; 2] = ["style", "public"];
const COMPILED: [&str; 5] = ["src", "crates", "examples", "index.html", "Cargo.toml"];

/// Runs the command; its words are for the executable.
pub(crate) fn command(words: &[OsString]) -> Result {
    // The watch begins before the builds, so that a change meanwhile is not missed.
    let (_watch, changes) = watch()?;
    let kit = kit::assemble()?;
    let mut served = Served::start(words, &kit)?;
    while !served.ended()? {
        let changed = match changes.recv_timeout(Duration::from_millis(ASKING_MS)) {
            Ok(changed) => changed,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let compiled = changed.iter().any(|path| is_below(path, &COMPILED));
        // Copying is noticed by the executable, which follows the kit.
        let done =
            if compiled { kit::assemble().and_then(|_| served.restart(words, &kit)) } else { kit::refresh(&kit) };
        if let Err(failure) = done {
            eprintln!("error: {failure}");
        }
    }
    Ok(())
}

/// A copy of the executable at work, since Cargo replaces the one that it built. Dropping it ends it.
struct Served(Child);

impl Served {
    fn start(words: &[OsString], kit: &Path) -> Result<Self> {
        let built = Executable::build()?.program;
        let folder = project::notes().join("serve");
        let program = folder.join(executable::name());
        // Windows does not let a program be overwritten while it runs, so it is gone before.
        fs::create_dir_all(&folder)
            .and_then(|()| fs::copy(&built, &program))
            .map_err(|error| Error::file("write", &program, &error))?;
        let child = Command::new(&program).arg("serve").args(words).arg("--kit").arg(kit).spawn();
        child.map(Self).map_err(|error| Error::new(format!("the executable could not be started: {error}")))
    }

    /// Builds what has changed while the old one goes on, and then takes its place.
    fn restart(&mut self, words: &[OsString], kit: &Path) -> Result {
        Executable::build()?;
        self.end();
        *self = Self::start(words, kit)?;
        Ok(())
    }

    /// Whether it has ended by itself; it has then said why.
    fn ended(&mut self) -> Result<bool> {
        match self.0.try_wait() {
            Ok(None) => Ok(false),
            Ok(Some(status)) if status.success() => Ok(true),
            Ok(Some(status)) => Err(Error::told(status.code().unwrap_or(1))),
            Err(error) => Err(Error::new(format!("the executable is lost: {error}"))),
        }
    }

    fn end(&mut self) {
        // Asked politely it removes the sites that it has shown from the folder for temporary files.
        if cfg!(unix) {
            drop(process::first_line(Command::new("kill").arg(self.0.id().to_string())));
        } else {
            drop(self.0.kill());
        }
        // It can only fail because the process has ended, which is what is wanted.
        drop(self.0.wait());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.end();
    }
}

/// Ends when it is dropped.
type Watch = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Follows the source. The executable follows the content itself.
fn watch() -> Result<(Watch, Receiver<Vec<PathBuf>>)> {
    let unwatched = |error| Error::new(format!("the files cannot be watched: {error}"));
    let (sender, changes) = channel();
    let heard = move |events: DebounceEventResult| {
        // Reading a file is reported as well, and compilers read all of them.
        let events = events.into_iter().flatten().filter(|event| !event.kind.is_access());
        let paths: Vec<PathBuf> = events.flat_map(|event| event.event.paths).collect();
        if paths.iter().any(|path| is_below(path, &COPIED) || is_below(path, &COMPILED)) {
            // The receiver is gone only when the command is about to end.
            drop(sender.send(paths));
        }
    };
    let mut watch = new_debouncer(Duration::from_millis(QUIET_MS), None, heard).map_err(unwatched)?;
    let root = root();
    for folder in COPIED.iter().chain(&COMPILED).map(|name| root.join(name)).filter(|path| path.is_dir()) {
        watch.watch(&folder, RecursiveMode::Recursive).map_err(unwatched)?;
    }
    // Editors replace a file by a new one, so its folder is what has to be watched.
    watch.watch(&root, RecursiveMode::NonRecursive).map_err(unwatched)?;
    Ok((watch, changes))
}

/// Changes are reported under real paths, so they are compared with real paths.
fn root() -> PathBuf {
    let root = project::root();
    root.canonicalize().unwrap_or(root)
}

fn is_below(path: &Path, places: &[&str]) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let below = path.strip_prefix(root()).unwrap_or(path);
    !hidden && places.iter().any(|place| below.starts_with(place))
}

#[cfg(test)]
mod tests {
    use super::{COMPILED, COPIED, is_below, root};

    #[test]
    fn changes_are_told_apart() {
        let is = |path: &str, places: &[&str]| is_below(&root().join(path), places);
        for path in ["style/base.css", "public/boot.js"] {
            assert!(is(path, &COPIED) && !is(path, &COMPILED), "{path}");
        }
        for path in ["src/view/card.rs", "crates/briefing/src/lib.rs", "index.html"] {
            assert!(is(path, &COMPILED) && !is(path, &COPIED), "{path}");
        }
        for path in ["README.md", "dist", "content/stops/japan.toml", "src/.card.rs.swp"] {
            assert!(!is(path, &COMPILED) && !is(path, &COPIED), "{path}");
        }
    }
}
