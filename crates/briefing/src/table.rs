//! The commitments as a table: its columns, and the order each of them gives.

use crate::model::{Briefing, Catalogue, Citation, Commitment};
use crate::search::{Decompose, Folded};
use std::cmp::Reverse;

/// The columns by the names they have in links, in the order of the page.
pub const COLUMNS: [&str; 6] = ["status", "title", "pillar", "parties", "date", "sources"];

/// The places of the commitments in the order of a column, and in the reverse order.
pub type Orders = [Vec<u16>; 2];

/// The orders of each column.
///
/// They are worked out natively and travel, so that the engine never sorts. Commitments that are
/// equal in a column stay in the order of the page, and undated ones come last in both orders.
#[must_use]
pub fn orders(briefing: &Briefing, decompose: Decompose) -> Vec<Orders> {
    let catalogue = &briefing.catalogue;
    let folded = |text: &str| Folded::new(text, decompose).as_str().to_owned();
    vec![
        order(catalogue, |commitment| Some(Reverse(commitment.status))),
        order(catalogue, |commitment| Some(folded(&commitment.title))),
        order(catalogue, |commitment| Some(commitment.pillar)),
        order(catalogue, |commitment| Some(folded(&parties(commitment, catalogue)))),
        order(catalogue, |commitment| {
            let when = commitment.dated.as_ref()?.when;
            Some((when.first_day(), when.last_day()))
        }),
        order(catalogue, |commitment| commitment.cites.iter().map(place).min()),
    ]
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

fn order<Key: Ord>(catalogue: &Catalogue, key: impl Fn(&Commitment) -> Option<Key>) -> Orders {
    let keyed: Vec<(Option<Key>, u16)> = catalogue.commitments.iter().map(key).zip(0..).collect();
    let mut places: Vec<u16> = keyed.iter().map(|(_, place)| *place).collect();
    let key = |place: &u16| keyed.get(usize::from(*place)).and_then(|(key, _)| key.as_ref());
    places.sort_by_key(|place| (key(place).is_none(), key(place)));
    let rising = places.clone();
    places.sort_by_key(|place| (key(place).is_none(), Reverse(key(place))));
    [rising, places]
}
