//! Every claim can be checked to the paragraph.

use super::each_citation_list;
use crate::diag::Diagnostic;
use crate::load::draft::Draft;
use std::collections::BTreeMap;

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    let lengths: BTreeMap<&str, u16> = draft
        .sources
        .iter()
        .map(|source| (source.record.code.value.as_str(), source.record.paragraphs.value))
        .collect();
    each_citation_list(draft, |place, cites| {
        if cites.is_empty() {
            let hint = "add cites = [\"CODE:paragraph\"]; what no source says does not stand here";
            wrong.push(Diagnostic::at(place, "no source is cited").hint(hint));
        }
        for (at, cite) in cites.iter().enumerate() {
            let (code, paragraph) = (cite.value.code.as_str(), cite.value.paragraph);
            match lengths.get(code) {
                None => {
                    let message = format!("there is no source `{code}`");
                    wrong.push(Diagnostic::at(&cite.place, message).nearest(code, lengths.keys().copied()));
                }
                Some(length) if paragraph == 0 || paragraph > *length => {
                    let message = format!("{code} has no paragraph {paragraph}");
                    let hint = format!("its paragraphs are numbered from 1 to {length}");
                    wrong.push(Diagnostic::at(&cite.place, message).hint(hint));
                }
                Some(_) => {}
            }
            let earlier = cites.iter().take(at).map(|c| (c.value.code.as_str(), c.value.paragraph));
            if earlier.into_iter().any(|earlier| earlier == (code, paragraph)) {
                let message = format!("{code}:{paragraph} is cited twice");
                wrong.push(Diagnostic::at(&cite.place, message).hint("remove one of them"));
            }
        }
    });
}
