//! The stops of the trip as a list, leading to their legs on the timeline.

use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::model::Briefing;
use leptos::prelude::*;

/// The cities in order, leading to their legs.
pub fn stops(briefing: &'static Briefing, timeline: &Timeline) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let legs = timeline.trip.iter().filter_map(|item| match item {
        Item::Leg { stop, number, .. } => Some((briefing.stops.get(*stop)?, *number)),
        _ => None,
    });
    let legs = legs.map(|(stop, number)| {
        let places = stop.places.iter().enumerate().map(|(at, place)| {
            view! {
                <li>
                    <b class="stop-number">{number + at}</b>
                    <a href=format!("#{}", stop.id) data-block=stop.id.as_str()>{place.name.as_str()}</a>
                </li>
            }
        });
        view! {
            <li>
                <p>
                    <b>{stop.country.as_str()}</b>
                    " "
                    <span>{labels::full(stop.dated.when, strings)}</span>
                </p>
                <ol>{places.collect_view()}</ol>
            </li>
        }
    });
    view! { <ol class="stops">{legs.collect_view()}</ol> }.into_any()
}
