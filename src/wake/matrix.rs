//! The matrix follows the filters, and its keys move in it.

use super::Page;
use crate::platform::dom::{self, Element};
use crate::platform::events::{self, Target};
use crate::store::Store;
use crate::view::places::RESULTS;
use briefing::route;
use briefing::state::{Action, Filters};
use leptos::prelude::*;
use std::cell::Cell;

/// What chooses when it is clicked.
const CHOICE: &str = ".matrix a[data-choose]";

/// One head, mark or sum.
struct Link {
    link: Element,
    /// What holds it: a head or a cell.
    cell: Element,
    values: Filters,
    /// The commitment of a mark.
    place: Option<usize>,
    /// Whether it says that it is chosen, and that it is left out.
    drawn: Cell<(bool, bool)>,
}

/// Makes it follow.
pub fn wake(store: Store, page: &'static Page) {
    let links: Vec<Link> = dom::find(&page.root, CHOICE).into_iter().filter_map(|link| known(link, store)).collect();
    rest_on(links.first().map(|first| &first.link), page);
    events::on_attention(move |target| {
        if let Some(link) = dom::closest(target, &format!("{CHOICE}:focus")) {
            rest_on(Some(&link), page);
        }
    });
    Effect::new(move |_| {
        store.beside.track();
        let filters = store.state.with_untracked(|state| state.filters.clone());
        store.listed.with_untracked(|listed| {
            for Link { link, cell, values, place, drawn } in &links {
                let chosen = values.iter().all(|(facet, value)| filters.has(facet, value));
                let out = place.is_some_and(|place| !listed.contains(&place));
                if drawn.replace((chosen, out)) != (chosen, out) {
                    dom::set_attribute(cell, "aria-selected", Some(if chosen { "true" } else { "false" }));
                    dom::set_attribute(link, "data-out", out.then_some(""));
                }
            }
        });
    });
}

fn known(link: Element, store: Store) -> Option<Link> {
    let values = dom::attribute(&link, "data-choose")?;
    let values = route::parse(&values, store.index()).view.filters;
    let place = dom::attribute(&link, "data-place").and_then(|place| place.parse().ok());
    let cell = dom::closest(&link, "th, td")?;
    Some(Link { link, cell, values, place, drawn: Cell::default() })
}

/// The tab key stops once in the whole matrix: at what had the focus last.
fn rest_on(stop: Option<&Element>, page: &Page) {
    for link in dom::find(&page.root, CHOICE) {
        dom::set_attribute(&link, "tabindex", Some(if Some(&link) == stop { "0" } else { "-1" }));
    }
}

/// A click on a head, a mark or a sum chooses what it stands for, or takes it back; so does one on
/// the chip of a choice, which then goes.
pub fn clicked(target: &Target, store: Store) -> bool {
    let choice = dom::closest(target, "[data-choose]").and_then(|link| dom::attribute(&link, "data-choose"));
    choice.is_some_and(|values| {
        if dom::closest(target, CHOICE).is_none() {
            dom::focus(RESULTS);
        }
        store.dispatch(Action::Toggle(route::parse(&values, store.index()).view.filters));
        true
    })
}

/// Arrows go to the nearest one in their direction, the space bar chooses.
pub fn pressed(key: &str, target: &Target, page: &Page, store: Store) -> bool {
    let Some(from) = dom::closest(target, CHOICE) else { return false };
    if key == " " {
        return clicked(target, store);
    }
    let (across, down) = match key {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        _ => return false,
    };
    let Some((x, y)) = middle(&from) else { return false };
    let mut nearest: Option<(f64, Element)> = None;
    for link in dom::find(&page.root, CHOICE) {
        let Some((other_x, other_y)) = middle(&link) else { continue };
        let (right, below) = (other_x - x, other_y - y);
        let along = right * across + below * down;
        let aside = (right * down).abs() + (below * across).abs();
        // A step stays in its row if it can; a few pixels are not a row.
        let far = along + aside * if across == 0.0 { 0.1 } else { 100.0 };
        if along > 6.0 && nearest.as_ref().is_none_or(|(least, _)| far < *least) {
            nearest = Some((far, link));
        }
    }
    if let Some((_, link)) = nearest {
        dom::focus_on(&link);
    }
    true
}

/// Heads stand in the middle of their cells: their words may take several lines, and then the heads of a row
/// are not equally high.
fn middle(link: &Element) -> Option<(f64, f64)> {
    dom::middle(&dom::closest(link, "th").unwrap_or_else(|| link.clone()))
}
