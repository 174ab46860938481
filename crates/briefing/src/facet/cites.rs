//! Which paragraph says so. It has too many values for a list of boxes: the squares of the sources
//! choose them.

use super::{Facet, Value};
use crate::model::{Catalogue, Citation};

/// The place of a paragraph among all paragraphs of all sources.
pub(crate) fn place(catalogue: &Catalogue, cite: &Citation) -> usize {
    let before = catalogue.sources.iter().take(usize::from(cite.source));
    let before: usize = before.map(|source| usize::from(source.paragraphs)).sum();
    before + usize::from(cite.paragraph.saturating_sub(1))
}

pub(super) const FACET: Facet = Facet {
    id: "cites",
    several: true,
    hidden: true,
    values: |catalogue| {
        let paragraphs = catalogue
            .sources
            .iter()
            .flat_map(|source| (1..=source.paragraphs).map(move |paragraph| (source.code.as_str(), paragraph)));
        let value = |(code, paragraph)| Value::new(&format!("{code}:{paragraph}"), &format!("{code} ¶{paragraph}"));
        paragraphs.map(value).collect()
    },
    of: |catalogue, commitment| commitment.cites.iter().map(|cite| place(catalogue, cite)).collect(),
};
