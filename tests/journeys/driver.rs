//! The WebDrivers, of which some know only one browser at a time, so that journeys wait for one.

use crate::failure::{Failure, Outcome};
use std::sync::{Condvar, Mutex, PoisonError};

/// Those that are in use. An address is there as often as it is in use.
static TAKEN: Mutex<Vec<String>> = Mutex::new(Vec::new());
static FREED: Condvar = Condvar::new();

/// A driver that is ours until it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    /// Where it listens.
    pub(crate) address: String,
}

impl Driver {
    /// Waits for one of the drivers that may be used.
    pub(crate) fn take(all: &[String]) -> Outcome<Self> {
        let count = |addresses: &[String], one: &String| addresses.iter().filter(|address| *address == one).count();
        let free = |taken: &[String]| all.iter().find(|one| count(taken, one) < count(all, one)).cloned();
        if all.is_empty() {
            return Err(Failure::new("the runner names no driver"));
        }
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = FREED.wait_while(taken, |taken| free(taken).is_none());
        let mut taken = taken.unwrap_or_else(PoisonError::into_inner);
        let address = free(&taken).unwrap_or_default();
        taken.push(address.clone());
        Ok(Self { address })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = taken.iter().position(|address| *address == self.address) {
            taken.swap_remove(at);
        }
        FREED.notify_one();
    }
}
