//! The timeline and the trip diagram of the example.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that panics is a test that fails")]

use briefing::layout::agenda::Agenda;
use briefing::layout::axis::WIDTH;
use briefing::layout::deadlines::Deadlines;
use briefing::layout::diagram::Diagram;
use briefing::layout::globe::Drawing;
use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::load::compile_dir;
use briefing::model::date::When;
use briefing::model::{Briefing, Coordinates, Globe, PlainDate};
use std::path::Path;

fn briefing() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys");
    let briefings = compile_dir(&folder).map_err(|report| report.render(false)).expect("a good tree");
    briefings.into_iter().next().expect("one language")
}

fn name(briefing: &Briefing, item: &Item) -> String {
    match item {
        Item::Event(at) => briefing.events[*at].id.to_string(),
        Item::Gap(years) => format!("{years} years"),
        Item::Leg { stop, number, days, events } => {
            let events: Vec<_> = events.iter().map(|at| briefing.events[*at].id.as_str()).collect();
            format!("{number} {} {} days {}", briefing.stops[*stop].id, days.len(), events.join(" "))
        }
    }
}

#[test]
fn each_part_is_in_order_and_a_long_silence_is_said() {
    let briefing = briefing();
    let timeline = Timeline::new(&briefing);
    let names = |items: &[Item]| -> Vec<String> { items.iter().map(|item| name(&briefing, item)).collect() };
    assert_eq!(names(&timeline.past), ["first-meeting", "40 years", "second-meeting"]);
    assert_eq!(names(&timeline.trip), ["1 brook 2 days ", "3 crane 2 days signing"]);
    assert_eq!(names(&timeline.future), ["bridge-opening", "return"]);
}

#[test]
fn a_leg_begins_at_its_first_day_and_the_trip_is_one_line() {
    let briefing = briefing();
    let diagram = Diagram::new(&briefing);
    assert_eq!(diagram.days.len(), 3);
    assert_eq!(diagram.legs.len(), 2);
    let second = &diagram.legs[1];
    assert!(second.x > diagram.days[1].x && second.x < diagram.days[1].middle);
    assert_eq!(diagram.route.matches('M').count(), 1);
    assert!(diagram.past.iter().all(|mark| mark.x < diagram.days[0].x));
    assert!(diagram.future.is_empty(), "what has no date is not drawn on a scale");
}

#[test]
fn dates_are_said_as_precisely_as_they_are_known() {
    let strings = briefing().catalogue.strings;
    for (date, said) in [
        ("1976", "1976"),
        ("2025-07", "July 2025"),
        ("2026-03-06", "6 March 2026"),
        ("2026-03-03/2026-03-06", "3–6 March 2026"),
        ("2026-02-28/2026-03-02", "28 February – 2 March 2026"),
    ] {
        assert_eq!(labels::full(When::parse(date).expect("a date"), &strings), said);
    }
}

#[test]
fn next_steps_stand_with_dates_first_and_what_nobody_promised_last() {
    let briefing = briefing();
    let agenda = Agenda::new(&briefing);
    let names: Vec<_> = agenda.rows.iter().map(|row| briefing.events[row.event].id.as_str()).collect();
    assert_eq!(names, ["bridge-opening", "return", "treaty-renewal"]);
    let commitments = &briefing.catalogue.commitments;
    let about: Vec<_> = agenda.rows.iter().map(|row| commitments[row.commitment].id.as_str()).collect();
    assert_eq!(about, ["bridge-plan", "bridge-plan", "water-treaty"]);
    assert_eq!(agenda.origin.iso(), "2031-05-03", "the day of the joint text");
    let spans: Vec<_> = agenda.rows.iter().map(|row| row.span.map(|span| (span.from, span.to))).collect();
    // Until a deadline there is time from the first day on, and the axis ends with the last date.
    assert_eq!(spans, [Some((agenda.origin_place, WIDTH)), None, None]);
}

#[test]
fn a_reader_is_told_how_dates_stand_on_their_day() {
    let briefing = briefing();
    let strings = &briefing.catalogue.strings;
    let deadlines = Deadlines::new(&briefing);
    let told = |year, month, day| deadlines.told(PlainDate::new(year, month, day).expect("a day"), strings);
    let at = |year, month, day| {
        let told = told(year, month, day).expect("a day after the content");
        (told.line, told.words, told.place.is_some())
    };
    let device = "the date on your device.";
    // The content is of 4 May 2031, and the bridge is due by the end of 2032.
    assert_eq!(at(2031, 5, 4), (format!("Set against 4 May 2031, {device}"), vec!["still ahead"], true));
    let (line, words, _) = at(2032, 12, 31);
    assert_eq!(line, format!("Set against 31 December 2032, {device} The content is 19 months old."));
    assert_eq!(words, ["due this month"]);
    assert_eq!(at(2032, 2, 29).1, ["due this year"]);
    let (line, words, drawn) = at(2033, 5, 4);
    assert_eq!(line, format!("Set against 4 May 2033, {device} The content is more than 2 years old."));
    assert_eq!((words, drawn), (vec!["date passed, outcome unknown"], false));
    for never in [told(2031, 5, 3), told(1970, 1, 1), told(9999, 12, 31)] {
        assert_eq!(never, None, "a device with this day does not know it");
    }
}

#[test]
fn the_trip_is_drawn_on_the_globe_from_stop_to_stop() {
    let mut briefing = briefing();
    let globe = briefing.site.globe.clone().expect("a globe");
    let drawing = Drawing::new(&briefing, &globe);
    assert_eq!(drawing, Drawing::new(&briefing, &globe), "the same every time");
    let numbers: Vec<_> = drawing.stops.iter().map(|city| (city.number, city.name.as_str())).collect();
    assert_eq!(numbers, [(1, "Upper"), (2, "Lower")], "what has no position is not on the globe");
    assert_eq!(drawing.count, 3);
    let dated: Vec<_> = drawing.stops.iter().filter_map(|city| city.days.as_deref()).collect();
    assert_eq!(dated, ["1–2 May"], "the days are the leg's and said once");
    assert!(drawing.stops[0].nudge.x < 0.0 && drawing.stops[1].nudge.x > 0.0, "neighbours part");
    assert_eq!(drawing.names.len(), 1, "what is on the far half is not named");
    assert_eq!(drawing.ways.len(), 1);
    assert_eq!(drawing.ways[0].arrow, None, "a short way needs no arrow");

    briefing.stops[1].places[0].position = Some(Coordinates { longitude: 60.0, latitude: -10.0 });
    let drawing = Drawing::new(&briefing, &globe);
    let way = &drawing.ways[1];
    assert_eq!(way.stop, 1, "a way belongs to the leg it leads to");
    let (from, to) = (drawing.stops[1].at, drawing.stops[2].at);
    let start = format!("M{} {}l", (from.x * 10.0).round() / 10.0, (from.y * 10.0).round() / 10.0);
    assert!(way.path.starts_with(&start), "{} does not begin at {start}", way.path);
    let (sum_x, sum_y) = relative(&way.path);
    assert!((from.x + sum_x - to.x).abs() < 0.2 && (from.y + sum_y - to.y).abs() < 0.2, "it ends elsewhere");
    let (_, angle) = way.arrow.expect("an arrow on a long way");
    assert!(angle > 0.0 && angle < 90.0, "it points right and down: {angle}");

    let turned = Globe { centre: Coordinates { longitude: -170.0, latitude: -45.0 }, ..globe };
    assert!(Drawing::new(&briefing, &turned).stops.is_empty(), "the far half shows no stops");
}

/// The sum of the relative steps of a path.
fn relative(path: &str) -> (f64, f64) {
    let (_, steps) = path.split_once('l').expect("relative steps");
    let steps: Vec<f64> =
        steps.replace('-', " -").split_whitespace().map(|step| step.parse().expect("a number")).collect();
    steps.chunks(2).fold((0.0, 0.0), |(x, y), step| (x + step[0], y + step[1]))
}
