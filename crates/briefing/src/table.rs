//! The commitments as a table: its columns, and the order each of them gives.

use crate::model::{Briefing, Catalogue, Citation, Commitment};
use crate::search::{Decompose, Folded};

/// The columns by the names they have in links, in the order of the page.
pub const COLUMNS: [&str; 6] = ["status", "title", "pillar", "parties", "date", "sources"];

/// By column: the places of the commitments from first to last.
///
/// They are worked out natively and travel, so that the engine never sorts. Commitments that are
/// equal in a column stay in the order of the page, and undated ones come last.
#[must_use]
pub fn orders(briefing: &Briefing, decompose: Decompose) -> Vec<Vec<u16>> {
    let catalogue = &briefing.catalogue;
    let folded = |text: &str| Folded::new(text, decompose).as_str().to_owned();
    let by_status = order(catalogue, |commitment| std::cmp::Reverse(commitment.status));
    let by_title = order(catalogue, |commitment| folded(&commitment.title));
    let by_pillar = order(catalogue, |commitment| commitment.pillar);
    let by_parties = order(catalogue, |commitment| folded(&parties(commitment, catalogue)));
    let by_date = order(catalogue, |commitment| {
        let when = commitment.dated.as_ref().map(|dated| dated.when);
        (when.is_none(), when.map(|when| (when.first_day(), when.last_day())))
    });
    let by_sources = order(catalogue, |commitment| commitment.cites.iter().map(place).min());
    vec![by_status, by_title, by_pillar, by_parties, by_date, by_sources]
}

/// Who takes part, in words.
#[must_use]
pub fn parties(commitment: &Commitment, catalogue: &Catalogue) -> String {
    let parties = commitment.parties.iter().filter_map(|party| catalogue.parties.get(usize::from(*party)));
    let parties: Vec<&str> = parties.map(|party| party.label.as_str()).collect();
    parties.join(", ")
}

fn place(cite: &Citation) -> (u16, u16) {
    (cite.source, cite.paragraph)
}

fn order<Key: Ord>(catalogue: &Catalogue, key: impl Fn(&Commitment) -> Key) -> Vec<u16> {
    let mut places: Vec<(Key, u16)> = catalogue.commitments.iter().map(key).zip(0..).collect();
    places.sort();
    places.into_iter().map(|(_, place)| place).collect()
}
