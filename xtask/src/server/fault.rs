//! The same site with something broken, for the journeys: each fault has its own prefix.

use std::time::Duration;

/// Long enough for a driver to press a few controls before the engine comes.
const SLOW: Duration = Duration::from_secs(3);

/// What is broken for the addresses below a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The engine is missing.
    NoWasm,
    /// The engine arrives as something else, as from a proxy that answers for it.
    BadWasm,
    /// The engine arrives late, so that a reader is faster than it.
    SlowWasm,
    /// The data of the briefing is missing.
    NoData,
    /// The reader's browser runs no scripts.
    NoScripts,
    /// The host does not know what the engine is.
    PlainWasm,
    /// The host sends every file as it is.
    NoCompression,
    /// The host leads from an address with a query to the one without.
    NoQuery,
}

/// The registry of faults: prefix and meaning.
const FAULTS: [(&str, Fault); 8] = [
    ("/no-wasm", Fault::NoWasm),
    ("/bad-wasm", Fault::BadWasm),
    ("/slow-wasm", Fault::SlowWasm),
    ("/no-data", Fault::NoData),
    ("/no-scripts", Fault::NoScripts),
    ("/plain-wasm", Fault::PlainWasm),
    ("/no-compression", Fault::NoCompression),
    ("/no-query", Fault::NoQuery),
];

impl Fault {
    /// Splits the prefix of a fault off a path, and answers the path below it.
    pub(crate) fn split(path: &str) -> (Option<Self>, &str) {
        for (prefix, fault) in FAULTS {
            if let Some(rest) = path.strip_prefix(prefix)
                && rest.starts_with('/')
            {
                return (Some(fault), rest);
            }
        }
        (None, path)
    }

    /// Whether a file with this ending is missing.
    pub(crate) fn hides(self, ending: &str) -> bool {
        matches!((self, ending), (Self::NoWasm, "wasm") | (Self::NoData, "bin"))
    }

    /// How long a file with this ending is held back.
    pub(crate) fn delays(self, ending: &str) -> Option<Duration> {
        (self == Self::SlowWasm && ending == "wasm").then_some(SLOW)
    }

    /// The ending whose type a file with this ending is sent with.
    pub(crate) fn mistakes(self, ending: &str) -> Option<&'static str> {
        (self == Self::PlainWasm && ending == "wasm").then_some("txt")
    }

    /// What is sent in place of a file with this ending.
    pub(crate) fn replaces(self, ending: &str) -> Option<&'static [u8]> {
        (self == Self::BadWasm && ending == "wasm").then_some(b"this is not WebAssembly")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_ends_at_a_slash() {
        assert_eq!(Fault::split("/no-wasm/a/"), (Some(Fault::NoWasm), "/a/"));
        assert_eq!(Fault::split("/no-wasmtime/"), (None, "/no-wasmtime/"));
        assert_eq!(Fault::split("/no-wasm"), (None, "/no-wasm"));
        assert_eq!(Fault::split("/"), (None, "/"));
    }
}
