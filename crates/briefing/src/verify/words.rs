//! No long run of words is shared with a source, official names aside.

use super::sources::Texts;
use crate::check::texts::each_text;
use crate::diag::Diagnostic;
use crate::load::draft::Draft;
use crate::load::reader::Spot;
use std::collections::BTreeMap;

/// A run of so many words is a quotation.
const LONGEST: usize = 9;

/// Words of ASCII letters and digits in lower case: what a copy keeps, whatever happens to quotes,
/// dashes and accents.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase).collect()
}

pub(super) fn run(draft: &Draft, texts: &Texts, wrong: &mut Vec<Diagnostic>) {
    let mut runs: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for (code, paragraph, text) in texts.all() {
        for run in words(text).windows(LONGEST) {
            runs.entry(run.to_vec()).or_insert_with(|| format!("{code}:{paragraph}"));
        }
    }
    // The name of an agreement or a plan is what it is, however long.
    let names = draft.terms.iter().flat_map(|term| term.record.term.value.0.values());
    let names: Vec<String> = names.map(|name| words(&name.value).join(" ")).collect();
    each_text(draft, |text| {
        for text in text.value.0.values() {
            shared(text, &runs, &names, wrong);
        }
    });
}

fn shared(text: &Spot<String>, runs: &BTreeMap<Vec<String>, String>, names: &[String], wrong: &mut Vec<Diagnostic>) {
    let words = words(&text.value);
    for run in words.windows(LONGEST) {
        let Some(place) = runs.get(run) else { continue };
        let run = run.join(" ");
        if names.iter().any(|name| name.contains(&run)) {
            continue;
        }
        let message = format!("{LONGEST} words in a row stand in {place} too: “{run}”");
        let hint = "say it in other words; an official name may stand, if it is a term of the content";
        wrong.push(Diagnostic::at(&text.place, message).hint(hint));
        return;
    }
}
