//! What commitments can be filtered by: one facet per file, and the registry everything iterates.

pub(crate) mod cites;
mod kind;
mod partner;
mod pillar;
mod source;
mod status;
mod theme;

use crate::model::{Catalogue, Commitment};

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The name in links.
    pub id: String,
    /// The name on the page.
    pub label: String,
}

impl Value {
    fn new(id: &str, label: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned() }
    }
}

/// A way to filter.
pub struct Facet {
    /// The name in links and form controls.
    pub id: &'static str,
    /// Whether a commitment can have several of its values.
    pub several: bool,
    /// Whether it has no boxes of its own; something else on the page chooses its values.
    pub hidden: bool,
    /// Its values, in the order of the page.
    pub values: fn(&Catalogue) -> Vec<Value>,
    /// The values of a commitment, as places in [`Facet::values`]; repetition does no harm.
    pub of: fn(&Catalogue, &Commitment) -> Vec<usize>,
}

/// All facets, in the order of the page.
pub const FACETS: &[Facet] =
    &[pillar::FACET, status::FACET, kind::FACET, partner::FACET, source::FACET, theme::FACET, cites::FACET];

/// The place of the facet called `id`.
#[must_use]
pub fn position(id: &str) -> Option<usize> {
    FACETS.iter().position(|facet| facet.id == id)
}
