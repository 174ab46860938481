//! How a page that is being worked on reloads by itself.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The script that waits for the next version, and its address.
pub(crate) const SCRIPT: &str = include_str!("reload.js");
pub(crate) const SCRIPT_PATH: &str = "/__reload.js";

/// The address that answers when the version is no longer the one the page has.
pub(crate) const CHANGED_PATH: &str = "/__changed";

/// A waiting page is answered after this time in any case, and then asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The version of the site that is being served.
///
/// Versions start at the current time, so that a page which outlived a server notices the next.
pub(crate) struct Reload {
    version: Mutex<u64>,
    bell: Condvar,
}

impl Reload {
    /// The first version.
    pub(crate) fn new() -> Self {
        let time = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self { version: Mutex::new(time.map_or(1, |time| time.as_secs())), bell: Condvar::new() }
    }

    /// Tells every waiting page that there is a new version.
    pub(crate) fn ring(&self) {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.bell.notify_all();
    }

    /// The version of the site now.
    pub(crate) fn version(&self) -> u64 {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the version is another one than `known`, and answers it.
    pub(crate) fn wait(&self, known: u64) -> u64 {
        self.wait_at_most(known, PATIENCE)
    }

    fn wait_at_most(&self, known: u64, patience: Duration) -> u64 {
        let version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        let (version, _) = self
            .bell
            .wait_timeout_while(version, patience, |version| *version == known)
            .unwrap_or_else(PoisonError::into_inner);
        *version
    }

    /// Puts the script into a page. A page without a head is left alone.
    ///
    /// The address of the script carries the version, because the next one may appear before the
    /// browser has fetched the script.
    pub(crate) fn inject(&self, page: Vec<u8>) -> Vec<u8> {
        let end = b"</head>";
        let Some(at) = page.windows(end.len()).position(|window| window == end) else {
            return page;
        };
        let (head, rest) = page.split_at(at);
        let script = format!("<script src=\"{SCRIPT_PATH}?since={}\" defer></script>", self.version());
        [head, script.as_bytes(), rest].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_wakes_the_one_who_waits() {
        let reload = Reload::new();
        let first = reload.version();
        assert_eq!(reload.wait_at_most(first, Duration::from_millis(1)), first);
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| reload.wait(first));
            reload.ring();
            assert_eq!(waiting.join().unwrap(), first + 1);
        });
        assert_eq!(reload.wait(first), first + 1);
    }

    #[test]
    fn the_script_goes_into_the_head() {
        let reload = Reload::new();
        let page = reload.inject(b"<head><title>x</title></head><body>".to_vec());
        let page = String::from_utf8(page).unwrap();
        assert!(page.starts_with("<head><title>x</title><script src=\"/__reload.js?since="));
        assert!(page.ends_with("\" defer></script></head><body>"));
        assert_eq!(reload.inject(b"no head".to_vec()), b"no head");
    }
}
