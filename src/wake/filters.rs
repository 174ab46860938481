//! The controls follow the state, and the state follows the controls.

use crate::platform::controls;
use crate::platform::dom::{self, Element};
use crate::platform::events;
use crate::store::Store;
use crate::view::places::EXPLORER;
use crate::view::results::show_label;
use briefing::state::{Action, Filters};
use leptos::prelude::*;

/// A checkbox with what stands around it.
struct Choice {
    facet: usize,
    value: usize,
    input: Element,
    label: Element,
    count: Element,
}

/// Makes both follow.
pub fn wake(store: Store) {
    let Some(form) = dom::element(EXPLORER) else { return };
    let choices: Vec<Choice> =
        dom::find(&form, "[type=checkbox]").into_iter().filter_map(|input| choice(input, store)).collect();
    let search = dom::first(&form, "[type=search]");
    let show = dom::first(&form, ".tail button");
    for name in ["change", "input"] {
        events::on_control(&form, name, move |control| changed(control, store));
    }
    events::on_submit(&form);
    Effect::new(move |before: Option<Vec<Vec<usize>>>| {
        store.beside.track();
        let state = store.state.get_untracked();
        let (shown, counts) = store.selection.with_untracked(|selection| (selection.shown, selection.counts.clone()));
        let of = |counts: &[Vec<usize>], choice: &Choice| counts.get(choice.facet)?.get(choice.value).copied();
        // The page arrives with the counts of everything.
        let before = before.unwrap_or_else(|| store.index().select(&Filters::default(), &[]).counts);
        for choice in &choices {
            controls::check(&choice.input, state.filters.has(choice.facet, choice.value));
            let count = of(&counts, choice).unwrap_or_default();
            if of(&before, choice) != Some(count) {
                dom::set_text(&choice.count, &count.to_string());
                dom::set_attribute(&choice.label, "data-zero", (count == 0).then_some(""));
            }
        }
        if let Some(search) = &search {
            controls::set_value(search, &state.search);
        }
        if let Some(show) = &show {
            dom::set_text(show, &show_label(shown, store.strings()));
        }
        counts
    });
}

fn choice(input: Element, store: Store) -> Option<Choice> {
    let facet = store.index().facet_position(&dom::attribute(&input, "name")?)?;
    let value = store.index().value_position(facet, &dom::attribute(&input, "value")?)?;
    let label = dom::closest(&input, "label")?;
    let count = dom::first(&label, "b")?;
    Some(Choice { facet, value, input, label, count })
}

/// What the reader did with a control.
fn changed(control: &Element, store: Store) {
    let attribute = |name: &str| dom::attribute(control, name).unwrap_or_default();
    let facet = store.index().facet_position(&attribute("name"));
    match facet.and_then(|facet| Some((facet, store.index().value_position(facet, &attribute("value"))?))) {
        Some((facet, value)) => store.dispatch(Action::Choose { facet, value, on: controls::is_checked(control) }),
        None => store.dispatch(Action::Search(controls::value(control))),
    }
}
