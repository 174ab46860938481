//! The priority a commitment is sorted under.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "pillar",
    several: false,
    hidden: false,
    values: |catalogue| {
        let value = |pillar: &crate::model::Pillar| Value::new(pillar.id.as_str(), &pillar.short);
        catalogue.pillars.iter().map(value).collect()
    },
    of: |_, commitment| vec![usize::from(commitment.pillar)],
};
