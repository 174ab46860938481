//! What can be taken away: complete files under names that stay, and pieces of which `public/take.js`
//! makes what is shown. Slides are pieces of a plan, and a library that follows it in the browser.

use super::assets::Output;
use crate::view::take::Deck;
use briefing::export::{DECK, FORMATS, Format};
use briefing::model::Briefing;
use std::fs;
use std::path::Path;

/// Writes them, and says the names of the pieces, by format.
pub(super) fn write(
    briefing: &Briefing,
    folder: &str,
    site_url: Option<&str>,
    output: &Output,
) -> Result<Vec<String>, String> {
    let address = site_url.map(|url| format!("{}/{folder}", url.trim_end_matches('/')));
    let one = |format: &Format| {
        let whole = format.whole(briefing, address.as_deref());
        output.write(&format!("{folder}take/briefing.{}", format.id), whole.as_bytes())?;
        pieces(format, briefing, output)
    };
    FORMATS.iter().map(one).collect()
}

/// Writes the plan of the slides.
pub(super) fn deck(briefing: &Briefing, script: &str, library: &str, output: &Output) -> Result<Deck, String> {
    Ok(Deck {
        plan: pieces(&DECK, briefing, output)?,
        script: script.to_owned(),
        script_digest: output.integrity(script)?,
        library: library.to_owned(),
        library_digest: output.integrity(library)?,
    })
}

fn pieces(format: &Format, briefing: &Briefing, output: &Output) -> Result<String, String> {
    let pieces = serde_json::to_vec(&format.pieces(briefing, true));
    let pieces = pieces.map_err(|error| format!("the pieces cannot be written: {error}"))?;
    output.hashed(&format!("take/{}-{}", briefing.catalogue.language, format.id), "json", &pieces)
}

/// The texts of the licences of the library and of what it has inside, in a folder of packages.
const LICENCES: [(&str, &str); 6] = [
    ("PptxGenJS", "pptxgenjs/LICENSE"),
    ("JSZip", "jszip/LICENSE.markdown"),
    ("pako", "pako/LICENSE"),
    ("lie", "lie/license.md"),
    ("immediate", "immediate/LICENSE.txt"),
    ("setimmediate", "setimmediate/LICENSE.txt"),
];

/// The library, after the one that it needs. It brings both in one file too, but for browsers of long
/// ago, which is a quarter more.
const LIBRARY: [&str; 2] = ["jszip/dist/jszip.min.js", "pptxgenjs/dist/pptxgen.min.js"];

/// Joins the library for slides from a folder of packages, puts its licences beside it, and says its name.
pub(super) fn library(packages: &Path, output: &Output) -> Result<String, String> {
    let read = |name: &str| {
        let file = packages.join(name);
        fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
    };
    let mut texts = String::new();
    for (name, file) in LICENCES {
        texts += &format!("{name}\n\n{}\n\n", read(file)?.trim());
    }
    output.write("take/licences.txt", texts.as_bytes())?;
    let mut script = String::new();
    for file in LIBRARY {
        // What leads to a map of the source leads nowhere here.
        for line in read(file)?.lines().filter(|line| !line.starts_with("//# sourceMappingURL")) {
            script += line;
            script.push('\n');
        }
    }
    output.hashed("take/pptxgen", "js", script.as_bytes())
}
