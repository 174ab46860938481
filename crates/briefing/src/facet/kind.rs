//! What sort of thing a commitment is.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "kind",
    several: false,
    hidden: false,
    values: |catalogue| {
        let value = |kind: &crate::model::Named| Value::new(kind.id.as_str(), &kind.label);
        catalogue.kinds.iter().map(value).collect()
    },
    of: |_, commitment| vec![usize::from(commitment.kind)],
};
