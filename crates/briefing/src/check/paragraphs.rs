//! Every paragraph of every source is accounted for: something cites it, or it is boilerplate.

use super::each_citation_list;
use crate::diag::{Diagnostic, Place};
use crate::load::draft::{Draft, Entry, SourceFile};
use crate::load::values::CitationText;
use std::collections::BTreeSet;

/// How the paragraphs of a source are accounted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The code of the source.
    pub code: String,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// How many of them something cites.
    pub cited: usize,
    /// How many of them are boilerplate.
    pub boilerplate: usize,
}

/// The account of each source, in the order of the content.
#[must_use]
pub fn accounts(draft: &Draft) -> Vec<Account> {
    let mut sources: Vec<_> = draft.sources.iter().collect();
    sources.sort_by_key(|source| source.record.order.value);
    sources
        .into_iter()
        .map(|source| Account {
            code: source.record.code.value.clone(),
            paragraphs: source.record.paragraphs.value.into(),
            cited: cited(draft, &source.record.code.value).len(),
            boilerplate: boilerplate(source).len(),
        })
        .collect()
}

fn cited(draft: &Draft, code: &str) -> BTreeSet<u16> {
    let mut cited = BTreeSet::new();
    each_citation_list(draft, |_, cites| {
        cited.extend(cites.iter().filter(|cite| cite.value.code == code).map(|cite| cite.value.paragraph));
    });
    cited
}

fn boilerplate(source: &Entry<SourceFile>) -> BTreeSet<u16> {
    source.record.boilerplate.iter().flat_map(|part| part.value.from.value..=part.value.to.value).collect()
}

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    for source in &draft.sources {
        let record = &source.record;
        let code = &record.code.value;
        let cited = cited(draft, code);
        let mut marked = BTreeSet::new();
        for part in &record.boilerplate {
            let (from, to) = (part.value.from.value, part.value.to.value);
            if from == 0 || from > to || to > record.paragraphs.value {
                let message = format!("{code} has no paragraphs {from} to {to}");
                let hint = format!("its paragraphs are numbered from 1 to {}", record.paragraphs.value);
                wrong.push(Diagnostic::at(&part.place, message).hint(hint));
                continue;
            }
            for paragraph in from..=to {
                report_double(
                    code,
                    paragraph,
                    &part.place,
                    !marked.insert(paragraph),
                    cited.contains(&paragraph),
                    wrong,
                );
            }
        }
        gists(record, &marked, wrong);
        let gaps: Vec<String> = (1..=record.paragraphs.value)
            .filter(|paragraph| !cited.contains(paragraph) && !marked.contains(paragraph))
            .map(|paragraph| paragraph.to_string())
            .collect();
        if !gaps.is_empty() {
            let message = format!("{code} has paragraphs that nothing accounts for: {}", gaps.join(", "));
            let hint = "cite them from an entry, or mark them as boilerplate with a reason";
            wrong.push(Diagnostic::at(&record.paragraphs.place, message).hint(hint));
        }
    }
}

/// A gist is of a paragraph of its own source that is content, and there is one for each at most.
fn gists(record: &SourceFile, boilerplate: &BTreeSet<u16>, wrong: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for gist in &record.gists {
        let CitationText { code, paragraph, .. } = &gist.value.at.value;
        let exists = (1..=record.paragraphs.value).contains(paragraph) && *code == record.code.value;
        if !exists || boilerplate.contains(paragraph) || !seen.insert(*paragraph) {
            let message = format!("{code}:{paragraph} cannot have a gist here");
            let hint = "each paragraph of this source has one gist at most, and boilerplate has none";
            wrong.push(Diagnostic::at(&gist.value.at.place, message).hint(hint));
        }
    }
}

fn report_double(code: &str, paragraph: u16, place: &Place, twice: bool, cited: bool, wrong: &mut Vec<Diagnostic>) {
    if twice {
        let message = format!("{code}:{paragraph} is marked as boilerplate twice");
        wrong.push(Diagnostic::at(place, message).hint("remove one of them"));
    }
    if cited {
        let message = format!("{code}:{paragraph} is boilerplate and is cited too");
        wrong.push(Diagnostic::at(place, message).hint("what something cites is content; shorten the range"));
    }
}
