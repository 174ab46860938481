//! The reader's place on the route: what the timeline and the globe show of it, and the address.
//!
//! Everything is on the page already. What changes are marks on it, which the stylesheet knows; so
//! whatever interrupts a movement, it ends in the right state.

use crate::platform::{dom, history, timer, watch};
use std::cell::{Cell, RefCell};

/// How long the reader rests before the address follows, in milliseconds.
const RESTS: u32 = 400;

/// Lets globe, timeline and address follow the reader, and focus follow the links to a block.
pub fn follow() {
    let focus = |block: String| timer::soon(move || dom::focus_heading(&block));
    dom::on_link("data-block", false, Box::new(focus));
    let Some(line) = dom::parts(".line").pop() else { return };
    let blocks = dom::parts(".timeline [data-entry]");
    let parts = dom::parts(".globe [data-from]");
    let readouts = dom::parts(".readouts p");
    let globe = dom::parts(".globe");
    let ids = dom::attributes(&blocks, "id");
    // A part of the route is reached with the block whose name it bears.
    let place = |id: &String| ids.iter().position(|block| block == id).unwrap_or_default();
    let from: Vec<usize> = dom::attributes(&parts, "data-from").iter().map(place).collect();
    let trip = from.iter().max().copied();
    let (known, resting) = (Cell::new(None), RefCell::new(None));
    watch::reading(blocks.clone(), line.clone(), move |at| {
        // Above the first block nothing is hidden yet, as on a page without the engine.
        let reached = from.iter().filter(|from| at.is_none_or(|at| **from <= at)).max().copied();
        dom::mark(&blocks, "data-active", &|block| Some(block) == at);
        dom::mark(&readouts, "hidden", &|readout| Some(readout) != at.or(trip));
        dom::mark(&parts, "data-ahead", &|part| from.get(part).copied() > reached);
        dom::mark(&parts, "data-current", &|part| from.get(part).copied() == reached);
        dom::mark(&globe, "data-before", &|_| reached.is_none());
        // The first call tells where the page was opened, and that is in the address.
        if let (Some(before), Some(at)) = (known.replace(Some(at)), at)
            && before != Some(at)
            && let (Some(block), Some(id)) = (blocks.get(at).cloned(), ids.get(at).cloned())
        {
            let line = line.clone();
            let rest = move || {
                // A reader who was only passing is elsewhere now.
                if watch::crosses(&line, &block) && history::fragment() != id {
                    // A refused change of the address loses a convenience, nothing else.
                    let _ = history::point_to(&id);
                }
            };
            resting.replace(Some(timer::later(RESTS, rest)));
        }
    });
}
