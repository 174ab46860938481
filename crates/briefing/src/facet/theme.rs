//! The heading under which one source lists a commitment, kept beside our own sorting.

use super::{Facet, Value};

pub(super) const FACET: Facet = Facet {
    id: "theme",
    several: false,
    hidden: false,
    values: |catalogue| {
        let value = |theme: &crate::model::Named| Value::new(theme.id.as_str(), &theme.label);
        catalogue.themes.iter().map(value).collect()
    },
    of: |_, commitment| commitment.theme.map(usize::from).into_iter().collect(),
};
