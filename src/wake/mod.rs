//! What the engine does with views that were drawn natively; each file bears the name of its view.
//!
//! Such a view costs the engine no code for drawing it. It follows the state by effects that
//! change what is on the page already.

pub mod agenda;
pub mod brief;
pub mod entry;
pub mod filters;
pub mod globe;
pub mod help;
pub mod listing;
pub mod mark;
pub mod matrix;
pub mod present;

use crate::platform::dom::{self, Element};

/// The elements that are looked for once.
#[derive(Debug)]
pub struct Page {
    /// The page itself.
    pub root: Element,
    /// The cards, in the order of the index, whether they are shown or not.
    pub cards: Vec<Element>,
}

impl Page {
    /// Looks for them; the cards are all on the page as it arrives.
    #[must_use]
    pub fn find() -> Option<Self> {
        let root = dom::page()?;
        let cards = dom::find(&root, ".cards > li");
        Some(Self { root, cards })
    }
}
