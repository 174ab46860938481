//! The priority a commitment is sorted under.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "pillar",
    several: false,
    values: |catalogue| {
        let value = |pillar: &crate::model::Pillar| Value {
            id: pillar.id.to_string(),
            label: pillar.short.clone(),
        };
        catalogue.pillars.iter().map(value).collect()
    },
    of: |_, commitment| vec![usize::from(commitment.pillar)],
};
