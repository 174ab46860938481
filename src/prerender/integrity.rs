//! Digests of what a page loads, for the browser to compare with what arrives, and for names.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How many digits of a digest stand in a name.
const DIGITS: usize = 16;

/// The digest of a file, as `integrity` attributes say it.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The beginning of a digest, as names have it.
pub(super) fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name has such a digest at its end, as [`short`] says it.
pub(super) fn names_its_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, digest)| {
        digest.len() == DIGITS && digest.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
    })
}
