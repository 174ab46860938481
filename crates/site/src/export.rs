//! What can be taken away: complete files under names that stay, and pieces of which `public/take.js`
//! makes what is shown. Slides are pieces of a plan, and a library that follows it in the browser.

use crate::kit::SLIDES;
use crate::output::Output;
use crate::{Error, Kit};
use briefing::export::{DECK, FORMATS, Format};
use briefing::model::Briefing;
use briefing_app::view::take::Deck;

/// Writes them, and says the names of the pieces, by format.
pub(crate) fn write(
    briefing: &Briefing,
    folder: &str,
    site_url: Option<&str>,
    output: &Output,
) -> Result<Vec<String>, Error> {
    let address = site_url.map(|url| format!("{}/{folder}", url.trim_end_matches('/')));
    let one = |format: &Format| {
        let whole = format.whole(briefing, address.as_deref());
        output.write(&format!("{folder}take/briefing.{}", format.id), whole.as_bytes())?;
        pieces(format, briefing, output)
    };
    FORMATS.iter().map(one).collect()
}

/// Writes the plan of the slides.
pub(crate) fn deck(briefing: &Briefing, script: &str, library: &str, output: &Output) -> Result<Deck, Error> {
    Ok(Deck {
        plan: pieces(&DECK, briefing, output)?,
        script: script.to_owned(),
        script_digest: output.integrity(script)?,
        library: library.to_owned(),
        library_digest: output.integrity(library)?,
    })
}

fn pieces(format: &Format, briefing: &Briefing, output: &Output) -> Result<String, Error> {
    let pieces = serde_json::to_vec(&format.pieces(briefing, true));
    let pieces = pieces.map_err(|error| Error::new(format!("the pieces cannot be written: {error}")))?;
    output.hashed(&format!("take/{}-{}", briefing.catalogue.language, format.id), "json", &pieces)
}

/// The texts of the licences of the library and of what it has inside, in a folder of packages.
pub(crate) const LICENCES: [(&str, &str); 6] = [
    ("PptxGenJS", "pptxgenjs/LICENSE"),
    ("JSZip", "jszip/LICENSE.markdown"),
    ("pako", "pako/LICENSE"),
    ("lie", "lie/license.md"),
    ("immediate", "immediate/LICENSE.txt"),
    ("setimmediate", "setimmediate/LICENSE.txt"),
];

/// The library, after the one that it needs. It brings both in one file too, but for browsers of long
/// ago, which is a quarter more.
pub(crate) const LIBRARY: [&str; 2] = ["jszip/dist/jszip.min.js", "pptxgenjs/dist/pptxgen.min.js"];

/// Joins the library for slides, if there is one, puts its licences beside it, and says its name.
pub(crate) fn library(kit: &Kit, output: &Output) -> Result<Option<String>, Error> {
    if !kit.has(SLIDES) {
        return Ok(None);
    }
    let read = |name: &str| kit.text(&format!("{SLIDES}/{name}"));
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
    output.hashed("take/pptxgen", "js", script.as_bytes()).map(Some)
}
