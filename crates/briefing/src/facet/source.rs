//! Which source says so.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "source",
    several: true,
    hidden: false,
    values: |catalogue| {
        let value = |source: &crate::model::Source| Value::new(&source.code.to_lowercase(), &source.kind);
        catalogue.sources.iter().map(value).collect()
    },
    of: |_, commitment| commitment.cites.iter().map(|cite| usize::from(cite.source)).collect(),
};
