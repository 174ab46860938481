//! What a reader downloads, measured as a host would send it, beside its budget.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::brotli;
use crate::error::{Error, Result};
use crate::files;

/// The largest sizes allowed, in bytes after brotli at its best level; 1 kB is 1000 bytes.
const BUDGETS: [(&str, Part, usize); 19] = [
    ("engine (wasm)", Part::Ending("wasm"), 90_000),
    ("scripts (js)", Part::Ending("js"), 8_000),
    ("script, frame", Part::Named("frame", "js"), 2_000),
    ("script, element", Part::Named("partnership-briefing", "js"), 2_000),
    ("script, sharing", Part::Named("share", "js"), 2_000),
    ("script, files", Part::Named("script", "js"), 2_000),
    ("script, deck", Part::Named("deck", "js"), 2_500),
    ("library, deck", Part::Named("pptxgen", "js"), 115_000),
    ("script, keeping", Part::Named("keep", "js"), 1_000),
    ("script, offline", Part::Named("offline", "js"), 3_000),
    ("script, slides", Part::Named("present", "js"), 3_000),
    ("styles, screen", Part::Named("style", "css"), 12_500),
    ("styles, paper", Part::Named("paper", "css"), 3_000),
    ("styles, sharing", Part::Named("share", "css"), 2_000),
    ("styles, frame", Part::Named("embed", "css"), 3_000),
    ("styles, slides", Part::Named("present", "css"), 7_000),
    ("page (index.html)", Part::Page("index.html"), 60_000),
    ("slides", Part::Page("present.html"), 25_000),
    ("largest embed", Part::Page("embed/commitments.html"), 25_000),
];

#[derive(Clone, Copy)]
enum Part {
    /// All files with this ending together that have no budget of their own.
    Ending(&'static str),
    /// The files whose name begins and ends so.
    Named(&'static str, &'static str),
    /// A page in the first language, by its path.
    Page(&'static str),
}

impl Part {
    fn has(self, file: &Path, site: &Path) -> bool {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let ends = |ending: &str| file.extension().is_some_and(|found| found == ending);
        match self {
            Self::Ending(ending) => {
                let own = BUDGETS.iter().any(|(_, part, _)| matches!(part, Self::Named(..)) && part.has(file, site));
                ends(ending) && !own
            }
            Self::Named(start, ending) => name.starts_with(start) && ends(ending),
            Self::Page(path) => file == site.join(path),
        }
    }
}

/// The measured sizes of a site.
pub(crate) struct Sizes(Vec<Size>);

struct Size {
    label: &'static str,
    raw: usize,
    sent: usize,
    budget: usize,
}

impl Sizes {
    /// Measures the site in a folder.
    pub(crate) fn measure(site: &Path) -> Result<Self> {
        let files = files::below(site)?;
        let mut sizes = Vec::new();
        for (label, part, budget) in BUDGETS {
            let mut size = Size { label, raw: 0, sent: 0, budget };
            for file in files.iter().filter(|file| part.has(file, site)) {
                let content = fs::read(file).map_err(|error| Error::file("read", file, &error))?;
                size.raw += content.len();
                size.sent += sent(file, &content)?;
            }
            sizes.push(size);
        }
        Ok(Self(sizes))
    }

    /// Fails when something is larger than its budget.
    pub(crate) fn require_within_budget(&self) -> Result {
        let over: Vec<&str> = self.0.iter().filter(|size| size.is_over()).map(|size| size.label).collect();
        if over.is_empty() {
            return Ok(());
        }
        Err(Error::new(format!(
            "over the size budget: {}; make it smaller, or argue for a larger budget in \
             xtask/src/sizes.rs",
            over.join(", ")
        )))
    }
}

impl Size {
    fn is_over(&self) -> bool {
        self.sent > self.budget
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<20}{:>10}{:>10}{:>10}", "size in kB", "raw", "brotli", "budget")?;
        for size in &self.0 {
            write!(
                f,
                "\n{:<20}{:>10}{:>10}{:>10}{}",
                size.label,
                kilobytes(size.raw),
                kilobytes(size.sent),
                size.budget / 1000,
                if size.is_over() { "  OVER" } else { "" }
            )?;
        }
        Ok(())
    }
}

/// Kilobytes with one decimal, rounded up so that a size over budget never looks like one within.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// How many bytes of a file a host sends; a site that is packed has the answer beside it.
fn sent(file: &Path, content: &[u8]) -> Result<usize> {
    if let Ok(packed) = fs::metadata(brotli::beside(file)) {
        return usize::try_from(packed.len()).map_err(|_| Error::new("a packed file is too large to be counted"));
    }
    let packed = brotli::compressed(content).map_err(|error| Error::file("compress", file, &error))?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_budget_can_be_broken() {
        let site = Scratch::new("sizes");
        fs::create_dir_all(site.join("assets")).unwrap();
        fs::write(site.join("index.html"), "<p>word</p>".repeat(10_000)).unwrap();
        fs::write(site.join("assets/style-a.css"), "p{}").unwrap();
        let sizes = Sizes::measure(&site).unwrap();
        sizes.require_within_budget().unwrap();
        assert!(!sizes.to_string().contains("OVER"));

        // Bytes without a pattern stay as large as they are.
        let mut state = 1_u32;
        let noise: Vec<u8> = (0..13_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        fs::write(site.join("assets/style-b.css"), noise).unwrap();
        let sizes = Sizes::measure(&site).unwrap();
        let failure = sizes.require_within_budget().unwrap_err().to_string();
        assert!(failure.contains("styles"), "{failure}");
        assert!(sizes.to_string().contains("OVER"));
    }

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(kilobytes(90_000), "90.0");
        assert_eq!(kilobytes(90_001), "90.1");
    }
}
