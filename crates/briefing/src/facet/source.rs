//! Which source says so.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "source",
    several: true,
    values: |catalogue| {
        let value = |source: &crate::model::Source| Value {
            id: source.code.to_lowercase(),
            label: source.kind.clone(),
        };
        catalogue.sources.iter().map(value).collect()
    },
    of: |_, commitment| commitment.cites.iter().map(|cite| usize::from(cite.source)).collect(),
};
