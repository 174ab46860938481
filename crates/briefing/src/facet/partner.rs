//! With whom: every party but the one the briefing is told from.

use super::{Facet, Value};
use crate::model::Catalogue;

fn places(catalogue: &Catalogue) -> impl Iterator<Item = u16> + '_ {
    let all = 0..u16::try_from(catalogue.parties.len()).unwrap_or(u16::MAX);
    all.filter(|party| Some(*party) != catalogue.home_party)
}

pub(super) const FACET: Facet = Facet {
    id: "partner",
    several: true,
    hidden: false,
    values: |catalogue| {
        let party = |place: u16| catalogue.parties.get(usize::from(place));
        let value = |party: &crate::model::Named| Value::new(party.id.as_str(), &party.label);
        places(catalogue).filter_map(party).map(value).collect()
    },
    of: |catalogue, commitment| {
        let partners = places(catalogue).enumerate();
        partners.filter(|(_, party)| commitment.parties.contains(party)).map(|(place, _)| place).collect()
    },
};
