//! The trip as a train diagram, in three sizes; the stylesheet shows the one that fits.
//!
//! The same is said in words by the timeline, so for screen readers the drawing is its legs alone:
//! links to where the timeline tells them.

use briefing::layout::diagram::{Day, Diagram, Leg, Mark};
use briefing::layout::labels;
use briefing::model::{Briefing, Stop, Strings};
use leptos::prelude::*;

/// The drawing with past and future, the trip alone, and the trip in little room.
pub fn diagram(briefing: &'static Briefing) -> AnyView {
    view! {
        <div class="diagram wide" role="group" aria-label=briefing.catalogue.strings.diagram_name()>
            {wide(briefing)} {narrow(briefing)}
        </div>
    }
    .into_any()
}

/// The whole band of a leg, as a link to it: from, to, above, below.
fn band(stop: &'static Stop, [left, right, top, bottom]: [f64; 4], strings: &Strings) -> AnyView {
    let name = format!("{}, {}", stop.country, labels::full(stop.dated.when, strings));
    view! {
        <a href=format!("#{}", stop.id) data-block=stop.id.as_str() aria-label=name>
            <rect x=format!("{left:.0}") y=top width=format!("{:.0}", right - left) height=bottom - top />
        </a>
    }
    .into_any()
}

fn wide(briefing: &'static Briefing) -> AnyView {
    let diagram = Diagram::new(briefing);
    let strings = &briefing.catalogue.strings;
    let site = &briefing.site;
    let axis = diagram.axis;
    let bottom = axis + 62.0;
    let first = diagram.days.first().map_or(0.0, |day| day.x);
    let past_end = diagram.past.last().map_or(0.0, |mark| mark.x) + 24.0;
    let days = diagram.days.iter().map(|day| day_column(day, bottom, strings)).collect_view();
    let end = diagram.days_end;
    let trip = (first - 8.0, end - first + 16.0);
    let levels = diagram.legs.iter().map(|leg| view! { <path class="level" d=format!("M{first} {}H{end}", leg.y) /> });
    let levels = levels.collect_view();
    let stops = diagram.legs.iter().filter_map(|leg| Some(leg_words(leg, briefing.stops.get(leg.stop)?)));
    let stops = stops.collect_view();
    let gaps = diagram.past_gaps.iter().map(|(from, to)| {
        view! {
            <path class="paper" d=format!("M{} {axis}H{}", from + 6.0, to - 6.0) />
            <path class="dots" d=format!("M{} {axis}H{}", from + 8.0, to - 6.0) />
        }
    });
    let past = diagram.past.iter().map(|mark| past_mark(mark, axis)).collect_view();
    let future = future(&diagram.future, axis, briefing);
    let alone = diagram.legs.iter().filter_map(|leg| Some(leg_words(leg, briefing.stops.get(leg.stop)?)));
    let bands = || {
        let bands = diagram.legs.iter().filter_map(|leg| {
            let area = [leg.x - 10.0, leg.end, leg.y - 24.0, leg.y + 12.0];
            Some(band(briefing.stops.get(leg.stop)?, area, strings))
        });
        bands.collect_view()
    };
    let alone = view! {
        <svg class="alone" viewBox=format!("{} 0 {} 170", trip.0, trip.1)>
            <g aria-hidden="true">
                {diagram.days.iter().map(|day| day_column(day, bottom, strings)).collect_view()}
                <path class="day" d=format!("M{end} 20V{bottom}") />
                <path class="line" d=diagram.route.clone() />
                {alone.collect_view()}
            </g>
            {bands()}
        </svg>
    };
    view! {
        <svg class="full" viewBox="0 0 1296 170">
            <g aria-hidden="true">
                <text class="quiet" x="0" y="12">
                    {site.past.title.as_str()}
                </text>
                <path class="axis" d=format!("M0 {axis}H{past_end}") />
                {gaps.collect_view()}
                {past}
                {break_at(first - 26.0, bottom)}
                {break_at(end + 26.0, bottom)}
                <text class="quiet" x=end + 46.0 y="12">
                    {site.future.title.as_str()}
                </text>
                {future}
                {days}
                <path class="day" d=format!("M{end} 20V{bottom}") />
                {levels}
                <path class="line" d=diagram.route.clone() />
                {stops}
            </g>
            {bands()}
        </svg>
        {alone}
    }
    .into_any()
}

fn day_column(day: &Day, bottom: f64, strings: &Strings) -> AnyView {
    view! {
        <path class="day" d=format!("M{} 20V{bottom}", day.x) />
        <text class="date" x=day.middle y="12">
            {labels::short_day(day.date, strings)}
        </text>
    }
    .into_any()
}

/// Country and cities above the line; the label, if any, before its beginning.
fn leg_words(leg: &Leg, stop: &'static Stop) -> AnyView {
    let label = stop.label.as_deref().map(|label| {
        view! {
            <text class="quiet end" x=leg.x - 26.0 y=leg.y + 4.5>
                {label}
            </text>
        }
    });
    view! {
        <circle class="stop" cx=leg.x cy=leg.y r="8" />
        <text x=leg.x + 16.0 y=leg.y - 11.0>
            <tspan class="strong">{stop.country.as_str()}</tspan>
            <tspan dx="6">{stop.cities()}</tspan>
        </text>
        {label}
    }
    .into_any()
}

fn past_mark(mark: &Mark, axis: f64) -> AnyView {
    let y = if mark.above { axis - 13.0 } else { axis + 24.0 };
    view! {
        <circle class="node" cx=mark.x cy=axis r="5" />
        <text class="date strong" x=mark.x.max(16.0) y=y>
            {mark.label.clone()}
        </text>
    }
    .into_any()
}

/// What follows: the year above, the word below, alternating so that words do not touch.
fn future(marks: &[Mark], axis: f64, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let from = marks.first().map_or(0.0, |mark| mark.x);
    let to = marks.last().map_or(from, |mark| mark.x);
    let last = marks.len().saturating_sub(1);
    let drawn = marks.iter().enumerate().map(|(at, mark)| {
        let dated = briefing.events.get(mark.event).and_then(|event| event.dated.as_ref());
        let date = dated.map(|dated| labels::full(dated.when, strings));
        let (anchor, x) = if at == last && at > 0 { ("end", mark.x + 8.0) } else { ("start", mark.x - 8.0) };
        let y = axis + 24.0 + if at % 2 == 1 { 17.0 } else { 0.0 };
        view! {
            <circle class="node" cx=mark.x cy=axis r="5" />
            <text class=format!("strong {anchor}") x=x y=axis - 13.0>
                {date}
            </text>
            <text class=format!("quiet {anchor}") x=x y=y>
                {mark.label.clone()}
            </text>
        }
    });
    let drawn = drawn.collect_view();
    view! {
        <path class="axis ahead" d=format!("M{from} {axis}H{to}") />
        {drawn}
    }
    .into_any()
}

/// The double wave, upright.
fn break_at(x: f64, bottom: f64) -> AnyView {
    let wave = |x: f64| {
        let waves = ((bottom - 20.0) / 24.0).round().max(1.0);
        let step = (bottom - 20.0) / waves / 2.0;
        let mut path = format!("M{x} 20");
        let mut y = 20.0;
        while y < bottom - 0.1 {
            path.push_str(&format!(
                "c4 {:.1} 4 {:.1} 0 {step:.1}s-4 {:.1} 0 {step:.1}",
                step / 3.0,
                step * 2.0 / 3.0,
                step * 2.0 / 3.0
            ));
            y += step * 2.0;
        }
        path
    };
    view! { <path class="wave" d=format!("{}{}", wave(x - 3.5), wave(x + 3.5)) /> }.into_any()
}

/// The trip alone, on 350 units: countries at the left, days as numbers.
fn narrow(briefing: &'static Briefing) -> AnyView {
    let Some((first, last)) = briefing.trip_days() else {
        return ().into_any();
    };
    let count = i32::try_from(first.days_until(last) + 1).map_or(1.0, f64::from);
    let left = 84.0;
    let step = (350.0 - left - 2.0) / count;
    let x_of = |date| left + step * i32::try_from(first.days_until(date)).map_or(0.0, f64::from);
    let rows = briefing.stops.iter().enumerate().map(|(at, stop)| {
        let y = 44.0 + 38.0 * i32::try_from(at).map_or(0.0, f64::from);
        (stop, x_of(stop.dated.when.first_day()) + 8.0, x_of(stop.dated.when.last_day()) + step, y)
    });
    let rows: Vec<_> = rows.collect();
    let bottom = rows.last().map_or(44.0, |row| row.3) + 22.0;
    let mut route = String::new();
    for (at, (_, x, end, y)) in rows.iter().enumerate() {
        let end = rows.get(at + 1).map_or(end - 4.0, |next| next.1 - 10.0);
        let command = if at == 0 { 'M' } else { 'L' };
        route.push_str(&format!("{command}{x:.1} {y}H{:.1}", end.max(*x)));
    }
    let mut days = Vec::new();
    let mut day = first;
    while day <= last {
        let x = x_of(day);
        days.push(view! {
            <path class="day" d=format!("M{x:.1} 20V{bottom}") />
            <text class="date strong" x=x + step / 2.0 y="12">
                {day.day()}
            </text>
        });
        day = day.next();
    }
    let levels = rows.iter().map(|row| view! { <path class="level" d=format!("M{left} {}H348", row.3) /> });
    let stops = rows.iter().map(|(stop, x, _, y)| {
        view! {
            <text class="strong" x="0" y=y + 5.0>
                {stop.country.as_str()}
            </text>
            <circle class="stop" cx=*x cy=*y r="6" />
        }
    });
    let bands =
        rows.iter().map(|(stop, _, _, y)| band(stop, [0.0, 350.0, y - 17.0, y + 17.0], &briefing.catalogue.strings));
    let bands = bands.collect_view();
    let (days, levels, stops) = (days.into_iter().collect_view(), levels.collect_view(), stops.collect_view());
    view! {
        <svg class="small" viewBox=format!("0 0 350 {bottom}")>
            <g aria-hidden="true">
                {days} <path class="day" d=format!("M348 20V{bottom}") /> {levels} <path class="line" d=route /> {stops}
            </g>
            {bands}
        </svg>
    }
    .into_any()
}
