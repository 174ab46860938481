//! How firmly a commitment is worded.

use super::{Facet, Value};
use crate::model::{Status, StatusWord};

pub(super) const FACET: Facet = Facet {
    id: "status",
    several: false,
    hidden: false,
    values: |catalogue| {
        let value = |(status, word): (Status, &StatusWord)| Value::new(status.id(), &word.label);
        Status::LADDER.into_iter().zip(&catalogue.statuses).map(value).collect()
    },
    of: |_, commitment| Status::LADDER.iter().position(|status| *status == commitment.status).into_iter().collect(),
};
