//! The timeline and the trip diagram of the small content tree.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that panics is a test that fails")]

use briefing::layout::diagram::Diagram;
use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::load::compile_dir;
use briefing::model::Briefing;
use briefing::model::date::When;
use std::path::Path;

fn briefing() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
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
    assert_eq!(names(&timeline.future), ["return"]);
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
