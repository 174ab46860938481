//! Digests of what a page loads, for the browser to compare with what arrives, and for names.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How many digits of a digest stand in a name.
const DIGITS: usize = 16;

/// The digest of a file, as `integrity` attributes say it.
pub(crate) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The beginning of a digest, as names have it.
pub(crate) fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name has such a digest at its end, as [`short`] says it.
pub(crate) fn names_its_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, digest)| {
        digest.len() == DIGITS && digest.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::names_its_content;

    #[test]
    fn a_name_with_a_digest_names_its_content() {
        for name in
            ["boot-25f9088b72a2e555.js", "engine-4145c4ad43aa0341.wasm", "fonts/serif-600-25f9088b72a2e555.woff2"]
        {
            assert!(names_its_content(name), "{name}");
        }
        for name in
            ["index.html", "icon.svg", "offline.js", "serif.woff2", "a-25f9088b72a2e55.js", "a-25F9088B72A2E555.js"]
        {
            assert!(!names_its_content(name), "{name}");
        }
    }
}
