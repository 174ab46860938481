//! The reader's place on the route: what the timeline and the globe show of it, and the address.
//!
//! Everything is on the page already. What changes are marks on it, which the stylesheet knows; so
//! whatever interrupts a movement, it ends in the right state.

use super::Page;
use crate::platform::events::Target;
use crate::platform::{dom, history, timer, watch};
use std::cell::{Cell, RefCell};

/// How long the reader rests before the address follows, in milliseconds.
const RESTS: u32 = 400;

/// Leads to the block of a link, and the focus with it. A browser that follows the link itself may take the
/// focus away from the heading, as Firefox does. Answers whether it was such a link.
pub fn clicked(target: &Target) -> bool {
    let Some(id) = dom::closest(target, "[data-block]").and_then(|link| dom::attribute(&link, "data-block")) else {
        return false;
    };
    let Some(heading) = dom::element(&id).and_then(|block| dom::first(&block, "[tabindex='-1']")) else {
        return false;
    };
    if history::fragment() != id {
        // A refused change of the address loses a convenience, nothing else.
        let _ = history::push(&format!("{}#{id}", history::query()));
    }
    dom::scroll_to(&id);
    dom::focus_in_place(&heading);
    true
}

/// Lets globe, timeline and address follow the reader.
pub fn wake(page: &Page) {
    let Some(line) = dom::first(&page.root, ".route > .line") else { return };
    let find = |selector: &str| dom::find(&page.root, selector);
    let [blocks, parts] = [find(".timeline [data-entry]"), find(".globe [data-from]")];
    let [readouts, globe] = [find(".readouts p"), find(".globe")];
    let names = |of: &[dom::Element], name: &str| -> Vec<String> {
        of.iter().map(|part| dom::attribute(part, name).unwrap_or_default()).collect()
    };
    let ids = names(&blocks, "id");
    // A part of the route is reached with the block whose name it bears.
    let place = |id: &String| ids.iter().position(|block| block == id).unwrap_or_default();
    let from: Vec<usize> = names(&parts, "data-from").iter().map(place).collect();
    let trip = from.iter().max().copied();
    let (known, resting) = (Cell::new(None), RefCell::new(None));
    watch::reading(blocks.clone(), line.clone(), move |at| {
        // Above the first block nothing is hidden yet, as on a page without the engine.
        let reached = from.iter().filter(|from| at.is_none_or(|at| **from <= at)).max().copied();
        mark(&blocks, "data-active", &|block| Some(block) == at);
        mark(&readouts, "hidden", &|readout| Some(readout) != at.or(trip));
        mark(&parts, "data-ahead", &|part| from.get(part).copied() > reached);
        mark(&parts, "data-current", &|part| from.get(part).copied() == reached);
        mark(&globe, "data-before", &|_| reached.is_none());
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
                    let _ = history::replace(&format!("{}#{id}", history::query()));
                }
            };
            resting.replace(Some(timer::later(RESTS, rest)));
        }
    });
}

/// Gives an attribute to the parts for whose place `wanted` is true, and takes it from the others.
fn mark(parts: &[dom::Element], name: &str, wanted: &dyn Fn(usize) -> bool) {
    for (at, part) in parts.iter().enumerate() {
        dom::set_attribute(part, name, wanted(at).then_some(""));
    }
}
