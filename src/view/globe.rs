//! The globe beside the timeline: the stops, the ways between them, and what the reader is at.
//!
//! It says nothing that the timeline and the list of stops do not say in words, so for those who
//! listen it is a few links. Without the engine it shows the whole trip; with it, as much of the
//! trip as the reader has come to.

use briefing::layout::globe::{Drawing, Placed, Way, percent};
use briefing::layout::labels;
use briefing::layout::placing::Side;
use briefing::layout::sphere::{Point, SIDE};
use briefing::layout::timeline::{Item, Timeline};
use briefing::model::{Briefing, EraKind, Event, Globe, Stop, fill};
use leptos::prelude::*;

/// The figure, with the picture of the land; nothing where the content has no globe. Circles and words
/// keep their size, unless `box_of` says in which box they are drawn to grow with it.
pub fn globe(
    briefing: &'static Briefing,
    timeline: &Timeline,
    land: Option<&str>,
    box_of: Option<&'static str>,
) -> Option<AnyView> {
    let (globe, land) = (briefing.site.globe.as_ref()?, land?.to_owned());
    let drawing = Drawing::new(briefing, globe);
    let last = briefing.stops.len().saturating_sub(1);
    let ways = drawing.ways.iter().map(|way| line(way, last, briefing)).collect_view();
    let heads = drawing.ways.iter().map(|way| head(way, last, briefing)).collect_view();
    let names = drawing.names.iter().filter_map(|(at, point)| name(globe, *at, *point)).collect_view();
    let stops = drawing.stops.iter().map(|city| stop(city, last, briefing)).collect_view();
    let view = view! {
        <figure class="globe">
            <div class="stage">
                <div class="sphere">
                    <img src=land width=SIDE height=SIDE alt="" loading="lazy" decoding="async" />
                    <svg viewBox=format!("0 0 {SIDE} {SIDE}") aria-hidden="true">
                        {ways}
                    </svg>
                    <svg viewBox=box_of>
                        <g aria-hidden="true">{names} {heads}</g>
                        {stops}
                    </svg>
                    <div class="readouts" aria-hidden="true">
                        {readouts(briefing, timeline, drawing.count)}
                    </div>
                </div>
            </div>
            <figcaption class="caption">{globe.caption.as_str()}</figcaption>
        </figure>
    };
    Some(view.into_any())
}

/// The block of the timeline that an element of the globe waits for.
fn block(stop: usize, briefing: &'static Briefing) -> &'static str {
    briefing.stops.get(stop).map_or("", |stop| stop.id.as_str())
}

/// A way: what it stands out by, itself while it is to come, and itself.
fn line(way: &Way, last: usize, briefing: &'static Briefing) -> AnyView {
    view! {
        <g class="way" data-from=block(way.stop, briefing) data-current=(way.stop == last).then_some("")>
            <path class="halo" pathLength="1" d=way.path.clone() />
            <path class="ahead" d=way.path.clone() />
            <path class="done" pathLength="1" d=way.path.clone() />
        </g>
    }
    .into_any()
}

fn head(way: &Way, last: usize, briefing: &'static Briefing) -> Option<AnyView> {
    let (at, angle) = way.arrow?;
    let view = view! {
        <svg class="way" x=percent(at.x) y=percent(at.y) data-from=block(way.stop, briefing) data-current=(way.stop == last).then_some("")>
            <path d="M7 0-5 6V-6z" transform=format!("rotate({angle:.0})") />
        </svg>
    };
    Some(view.into_any())
}

fn name(globe: &'static Globe, at: usize, point: Point) -> Option<AnyView> {
    let name = globe.names.get(at)?;
    let view = view! {
        <text class="name" class:sea=name.sea x=percent(point.x) y=percent(point.y)>
            {name.name.as_str()}
        </text>
    };
    Some(view.into_any())
}

/// A stop with its name, leading to its leg. The link is called by what is seen: nobody looks for a
/// name inside of a drawing.
fn stop(city: &Placed, last: usize, briefing: &'static Briefing) -> AnyView {
    let id = block(city.stop, briefing);
    let (x, y) = (city.nudge.x.round(), city.nudge.y.round());
    let two = city.days.is_some();
    // From the middle of the circle to the base line of the name, and which end of it is there.
    let (dx, dy, anchor) = match city.side {
        Side::Right => (15.0, if two { -3.0 } else { 5.0 }, "start"),
        Side::Left => (-15.0, if two { -3.0 } else { 5.0 }, "end"),
        Side::Below => (0.0, 27.0, "middle"),
        Side::Above => (0.0, if two { -33.0 } else { -16.0 }, "middle"),
    };
    let words = [city.number.to_string(), city.name.clone()].into_iter().chain(city.days.clone());
    let name = words.collect::<Vec<_>>().join(" ");
    let days = city.days.clone().map(|days| {
        view! {
            <text class=format!("days {anchor}") x=x + dx y=y + dy + 18.0>
                {days}
            </text>
        }
    });
    view! {
        <a
            href=format!("#{id}")
            data-block=id
            data-from=id
            data-current=(city.stop == last).then_some("")
            aria-label=name
        >
            <svg x=percent(city.at.x) y=percent(city.at.y) width="1" height="1">
                <circle class="hit" cx=x cy=y r="12" />
                <circle class="dot" cx=x cy=y r="9.5" />
                <text class="number" x=x y=y + 4.0>
                    {city.number}
                </text>
                " "
                <text class=anchor x=x + dx y=y + dy>
                    {city.name.clone()}
                </text>
                " "
                {days}
            </svg>
        </a>
    }
    .into_any()
}

fn stop_of(place: &str, number: usize, count: usize, briefing: &Briefing) -> String {
    let values = [("place", place), ("number", &number.to_string()), ("count", &count.to_string())];
    fill(briefing.catalogue.strings.stop_of(), &values)
}

/// What is said on the sea while the reader is at a block of the timeline.
#[derive(Default)]
struct Readout {
    date: String,
    stop: Option<String>,
    line: Option<&'static str>,
    shown: bool,
}

/// One for each block, in the order of the page. The last leg's is shown until the engine knows
/// where the reader is.
fn readouts(briefing: &'static Briefing, timeline: &Timeline, count: usize) -> AnyView {
    let of_event = |at: &usize, leg: Option<&Readout>| Some(event(briefing.events.get(*at)?, leg, briefing));
    let mut all: Vec<Readout> = Vec::new();
    for item in timeline.past.iter().chain(&timeline.trip).chain(&timeline.future) {
        match item {
            Item::Gap(_) => {}
            Item::Event(at) => all.extend(of_event(at, None)),
            Item::Leg { stop, number, events, .. } => {
                let Some(found) = briefing.stops.get(*stop) else { continue };
                let leg = leg(found, *number, count, *stop + 1 == briefing.stops.len(), briefing);
                let events: Vec<_> = events.iter().filter_map(|at| of_event(at, Some(&leg))).collect();
                all.push(leg);
                all.extend(events);
            }
        }
    }
    let all = all.into_iter().map(|readout| {
        view! {
            <p hidden=!readout.shown>
                <b>{readout.date}</b>
                {readout.stop.map(|stop| view! { <strong>{stop}</strong> })}
                {readout.line.map(|line| view! { <span>{line}</span> })}
            </p>
        }
    });
    all.collect_view().into_any()
}

fn leg(stop: &'static Stop, number: usize, count: usize, shown: bool, briefing: &Briefing) -> Readout {
    let strings = &briefing.catalogue.strings;
    let to = number + stop.places.len().saturating_sub(1);
    let place = if to > number {
        let (from, to, count) = (number.to_string(), to.to_string(), count.to_string());
        // A city of two words stays in one line.
        let cities: Vec<String> = stop.places.iter().map(|city| city.name.replace(' ', "\u{a0}")).collect();
        let values = [("places", cities.join(", ")), ("from", from), ("to", to), ("count", count)];
        fill(strings.stops_of(), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    } else {
        stop_of(&stop.cities(), number, count, briefing)
    };
    let date = labels::span(stop.dated.when, strings);
    Readout { date, stop: Some(place), line: stop.label.as_deref(), shown }
}

/// An event of the trip has the days of its leg where it has no date; no event has a city, since
/// no text says which one.
fn event(event: &'static Event, leg: Option<&Readout>, briefing: &Briefing) -> Readout {
    let strings = &briefing.catalogue.strings;
    let date = match (&event.dated, leg) {
        (Some(dated), _) if event.era == EraKind::Trip => labels::span(dated.when, strings),
        (Some(dated), _) => labels::full(dated.when, strings),
        (None, Some(leg)) => leg.date.clone(),
        (None, None) => strings.no_date().to_owned(),
    };
    Readout { date, line: Some(&event.title), ..Readout::default() }
}
