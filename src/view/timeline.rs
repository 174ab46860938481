//! The timeline in three parts, each on a scale of its own.

use super::mark;
use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::model::date::When;
use briefing::model::{Basis, Briefing, Dated, Era, Event, Strings, fill};
use leptos::prelude::*;

/// Past, trip and future. In short it has the legs of the trip without their events, and of the other
/// events no more than date and title; what only surrounded the trip is left out.
pub fn timeline(briefing: &'static Briefing, timeline: &Timeline, short: bool) -> AnyView {
    let site = &briefing.site;
    let items = |items: &[Item]| items.iter().map(|item| drawn(item, short, briefing)).collect_view();
    view! {
        <div class="timeline">
            <section class="past">{era(&site.past)} <ol>{items(&timeline.past)}</ol></section>
            {scale_break(true)}
            <section class="trip">{era(&site.trip)} <ol>{items(&timeline.trip)}</ol></section>
            {scale_break(false)}
            <section class="future">{era(&site.future)} <ol>{items(&timeline.future)}</ol></section>
        </div>
    }
    .into_any()
}

fn era(era: &'static Era) -> AnyView {
    view! {
        <h3 class="era">
            <span>{era.title.as_str()}</span>
            " "
            <small>{era.scale.as_str()}</small>
        </h3>
    }
    .into_any()
}

/// The double wave of a change of scale. The first one on a page brings the pattern for all.
fn scale_break(first: bool) -> AnyView {
    // One wave is 40 units long; the pattern repeats it as far as the column is wide.
    let pattern = first.then(|| {
        view! {
            <pattern id="wave" width="40" height="26" patternUnits="userSpaceOnUse">
                <path d="M0 7c6.67-6 13.33-6 20 0s13.33 6 20 0M0 19c6.67-6 13.33-6 20 0s13.33 6 20 0" />
            </pattern>
        }
    });
    view! {
        <svg class="break" aria-hidden="true">
            {pattern}
            <rect width="100%" height="26" fill="url(#wave)" />
        </svg>
    }
    .into_any()
}

fn drawn(item: &Item, short: bool, briefing: &'static Briefing) -> AnyView {
    match item {
        Item::Event(at) => {
            let found = briefing.events.get(*at).filter(|event| !short || !event.context);
            found.map(|found| event(found, false, short, briefing)).into_any()
        }
        Item::Gap(_) if short => ().into_any(),
        Item::Gap(years) => {
            let label = fill(briefing.catalogue.strings.years_later(), &[("years", &years.to_string())]);
            view! { <li class="gap"><span>{label}</span></li> }.into_any()
        }
        Item::Leg { stop, number, days, events } => {
            let strings = &briefing.catalogue.strings;
            let Some(stop) = briefing.stops.get(*stop) else {
                return ().into_any();
            };
            let days = days.iter().map(|day| {
                view! { <li><time datetime=day.iso()>{labels::short_day(*day, strings)}</time></li> }
            });
            let events = events.iter().filter(|_| !short).filter_map(|at| briefing.events.get(*at));
            let events = events.map(|found| event(found, true, false, briefing));
            view! {
                <li class="leg" id=stop.id.as_str() data-entry="">
                    <ol class="days">{days.collect_view()}</ol>
                    <b class="stop-number" aria-hidden="true">
                        {*number}
                    </b>
                    <div class="what">
                        <h4 tabindex="-1">{stop.title.as_str()}</h4>
                        <p>{stop.text.as_str()}</p>
                        {derivation(Some(&stop.dated), strings)}
                        {mark::proof(&stop.id, &stop.cites, briefing)}
                    </div>
                </li>
                {events.collect_view()}
            }
            .into_any()
        }
    }
}

fn event(event: &'static Event, on_trip: bool, short: bool, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let about = event.about.and_then(|at| briefing.catalogue.commitments.get(usize::try_from(at).ok()?));
    let title = match about {
        Some(commitment) => view! { <a href=format!("#{}", commitment.id)>{event.title.as_str()}</a> }.into_any(),
        None => event.title.as_str().into_any(),
    };
    let context = event.context.then(|| format!("{} ", strings.context()));
    let undated = event.dated.is_none();
    view! {
        <li id=event.id.as_str() data-entry="" class:context=event.context class:undated=undated>
            <p class="when">{when(event.dated.as_ref(), on_trip, strings)}</p>
            <div class="what">
                <p class="title">{context} {title}</p>
                {event.text.as_deref().filter(|_| !short).map(|text| view! { <p>{text}</p> })}
                {derivation(event.dated.as_ref(), strings)}
                {mark::proof(&event.id, &event.cites, briefing)}
            </div>
        </li>
    }
    .into_any()
}

/// The date beside an event; on the trip an undated event says nothing, its leg has the days.
fn when(dated: Option<&'static Dated>, on_trip: bool, strings: &'static Strings) -> AnyView {
    let Some(dated) = dated else {
        return if on_trip { ().into_any() } else { strings.no_date().into_any() };
    };
    let text = match dated.when {
        When::Day(day) if on_trip => labels::short_day(day, strings),
        when => labels::full(when, strings),
    };
    let note = dated.note.as_deref().map(|note| view! { <small>{note}</small> });
    match dated.when.datetime() {
        Some(datetime) => view! {
            <time datetime=datetime>{text}</time>
            {note}
        }
        .into_any(),
        None => view! {
            {text}
            {note}
        }
        .into_any(),
    }
}

/// How a date was worked out, where no text states it.
fn derivation(dated: Option<&'static Dated>, strings: &'static Strings) -> Option<AnyView> {
    let reasoning = dated.filter(|dated| dated.basis == Basis::Derived)?.reasoning.as_deref()?;
    let line = format!("{} {reasoning}", strings.derived());
    Some(view! { <p class="caption">{line}</p> }.into_any())
}
