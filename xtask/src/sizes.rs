//! What a reader downloads, measured as a host would send it, beside its budget.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;

/// The largest sizes allowed, in bytes after brotli at its best level; 1 kB is 1000 bytes.
const BUDGETS: [(&str, Part, usize); 7] = [
    ("engine (wasm)", Part::Ending("wasm"), 90_000),
    ("scripts (js)", Part::Ending("js"), 8_000),
    ("download (js)", Part::Below("take", "js"), 2_000),
    ("styles, screen", Part::Style("style"), 12_000),
    ("styles, filters", Part::Style("filters"), 1_000),
    ("styles, paper", Part::Style("paper"), 3_000),
    ("page (index.html)", Part::Page, 60_000),
];

#[derive(Clone, Copy)]
enum Part {
    /// All files with this ending together that every page asks for.
    Ending(&'static str),
    /// Those in a folder of their own, which are fetched when they are asked for.
    Below(&'static str, &'static str),
    /// The stylesheet whose name begins so.
    Style(&'static str),
    /// The page at the root of the site, in the first language.
    Page,
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
    pub(crate) fn measure(site: &Path) -> Outcome<Self> {
        let files = files::below(site)?;
        let mut sizes = Vec::new();
        for (label, part, budget) in BUDGETS {
            let mut size = Size { label, raw: 0, sent: 0, budget };
            for file in files.iter().filter(|file| match part {
                Part::Ending(ending) => {
                    let on_demand = BUDGETS.iter().any(|(_, part, _)| match part {
                        Part::Below(folder, ending) => is_below(file, &site.join(folder), ending),
                        _ => false,
                    });
                    !on_demand && file.extension().is_some_and(|found| found == ending)
                }
                Part::Below(folder, ending) => is_below(file, &site.join(folder), ending),
                Part::Style(name) => {
                    let found = file.file_name().and_then(|found| found.to_str()).unwrap_or_default();
                    found.starts_with(name) && found.ends_with(".css")
                }
                Part::Page => **file == site.join("index.html"),
            }) {
                let content = fs::read(file).map_err(|error| Failure::file("read", file, &error))?;
                size.raw += content.len();
                size.sent += compressed(&content).map_err(|error| Failure::file("compress", file, &error))?.len();
            }
            sizes.push(size);
        }
        Ok(Self(sizes))
    }

    /// Fails when something is larger than its budget.
    pub(crate) fn require_within_budget(&self) -> Outcome {
        let over: Vec<&str> = self.0.iter().filter(|size| size.is_over()).map(|size| size.label).collect();
        if over.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!(
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

fn is_below(file: &Path, folder: &Path, ending: &str) -> bool {
    file.starts_with(folder) && file.extension().is_some_and(|found| found == ending)
}

/// Kilobytes with one decimal, rounded up so that a size over budget never looks like one within.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A file as a host would send it.
pub(crate) fn compressed(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut sent, &parameters)?;
    Ok(sent)
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
