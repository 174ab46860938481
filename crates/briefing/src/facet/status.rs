//! How firmly a commitment is worded.

use super::{Facet, Value};
use crate::model::Status;

pub(super) const FACET: Facet = Facet {
    id: "status",
    several: false,
    values: |catalogue| {
        let labels = catalogue.strings.statuses.iter();
        let value = |(status, label): (Status, &String)| Value {
            id: status.id().to_owned(),
            label: label.clone(),
        };
        Status::LADDER.into_iter().zip(labels).map(value).collect()
    },
    of: |_, commitment| {
        Status::LADDER
            .iter()
            .position(|status| *status == commitment.status)
            .into_iter()
            .collect()
    },
};
