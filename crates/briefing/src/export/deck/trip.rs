//! The slides of the trip: a row for each leg, and days across.

use super::super::pieces::PAGE;
use super::foot;
use super::items::{
    FOOT, INK_2, INK_3, LEFT, LINE, PAPER, Paint, Place, RED, RED_TEXT, Run, WIDTH, paragraph, shape, slide, title,
};
use super::measure::{Face, fit};
use crate::layout::labels;
use crate::model::{Briefing, PlainDate, Stop, When};

/// How many legs a slide has.
const ROWS: usize = 4;
const TOP: u32 = 176;
/// The columns: dates, words, and the days.
const DATES: u32 = 150;
const WORDS: u32 = LEFT + DATES;
const WORDS_WIDTH: u32 = 500;
const DAYS: u32 = 740;
const DAYS_WIDTH: u32 = 484;
/// The least room for the name of a day.
const DAY: u32 = 58;

/// Where days stand.
struct Axis {
    first: PlainDate,
    count: u32,
}

impl Axis {
    fn of(first: PlainDate, last: PlainDate) -> Self {
        Self { first, count: u32::try_from(first.days_until(last)).unwrap_or(0).saturating_add(1) }
    }

    /// The beginning of a day.
    fn at(&self, day: PlainDate) -> u32 {
        self.edge(u32::try_from(self.first.days_until(day)).unwrap_or(0))
    }

    /// The beginning of the day with this number.
    fn edge(&self, number: u32) -> u32 {
        let along = u64::from(DAYS_WIDTH) * u64::from(number.min(self.count)) / u64::from(self.count.max(1));
        DAYS + u32::try_from(along).unwrap_or(0)
    }
}

pub(super) fn trip(briefing: &Briefing) -> Vec<String> {
    let Some((first, last)) = briefing.trip_days() else { return Vec::new() };
    let axis = Axis::of(first, last);
    let numbered: Vec<(usize, &Stop)> = (1..).zip(&briefing.stops).collect();
    numbered.chunks(ROWS).map(|stops| page(stops, &axis, briefing)).collect()
}

fn page(stops: &[(usize, &Stop)], axis: &Axis, briefing: &Briefing) -> String {
    let era = &briefing.site.trip.title;
    let head = fit(era, Face::Serif, WIDTH, 64, &[44, 38, 32, 26]);
    let each = (FOOT - 10 - TOP) / u32::try_from(stops.len()).unwrap_or(1).max(1);
    let mut items = vec![title(Place(LEFT, 64, WIDTH, head.height), &head, briefing)];
    items.extend(days(axis, TOP + each * u32::try_from(stops.len()).unwrap_or(0), briefing));
    // The way from one leg to the next, under what stands on it.
    for (number, pair) in stops.windows(2).enumerate() {
        let [(_, from), (_, to)] = pair else { continue };
        let at = axis.at(to.dated.when.first_day()).min(end(from, axis));
        let from = middle(TOP, each, number);
        items.push(shape("rect", Place(at, from, 2, each), Paint::filled(RED), ""));
    }
    let mut top = TOP;
    for (number, stop) in stops {
        items.extend(row(*number, stop, top, each, axis, briefing));
        top += each;
    }
    let cites: Vec<_> = stops.iter().flat_map(|(_, stop)| stop.cites.clone()).collect();
    items.extend(foot::marks(&cites, briefing));
    let strings = &briefing.catalogue.strings;
    let mut notes = vec![era.clone()];
    for (_, stop) in stops {
        notes.push(format!("{}: {}", stop.title, foot::date(Some(&stop.dated), strings).replace('\n', ". ")));
        notes.push(stop.text.clone());
        notes.extend(foot::cited(&stop.cites, briefing));
    }
    slide(&items, &foot::notes(&notes, Some("route")), &[])
}

/// Where the days of a leg end.
fn end(stop: &Stop, axis: &Axis) -> u32 {
    axis.at(stop.dated.when.last_day().next())
}

const fn middle(top: u32, each: u32, number: usize) -> u32 {
    #[allow(clippy::cast_possible_truncation, reason = "a slide has few rows")]
    let number = number as u32;
    top + each * number + 34
}

/// The names of the days, each with a line down to `bottom`.
fn days(axis: &Axis, bottom: u32, briefing: &Briefing) -> Vec<String> {
    let strings = &briefing.catalogue.strings;
    let every = (DAY * axis.count).div_ceil(DAYS_WIDTH).max(1);
    let mut items = Vec::new();
    let mut day = axis.first;
    for number in 0..axis.count {
        if number % every == 0 {
            let at = axis.edge(number);
            items.push(shape("rect", Place(at, TOP - 6, 1, bottom - TOP + 6), Paint::filled(LINE), ""));
            let width = axis.edge(number + every).saturating_sub(at).max(20);
            let name = fit(&labels::span(When::Range(day, day), strings), Face::Sans, width, 44, &[14, 13, 12, 11]);
            let place = Place(at, TOP - 28, width.max(DAY), 20);
            let run = Run::new(&name.text).color(INK_3);
            items.push(paragraph(place, Face::Sans, name.size, &[run], "Day", briefing));
        }
        day = day.next();
    }
    items
}

fn row(number: usize, stop: &Stop, top: u32, each: u32, axis: &Axis, briefing: &Briefing) -> Vec<String> {
    let strings = &briefing.catalogue.strings;
    let when = stop.dated.when;
    let date = fit(&labels::span(when, strings), Face::Sans, DATES - 12, 50, &[18, 16, 14, 12]);
    let head = fit(&stop.title, Face::Serif, WORDS_WIDTH, 60, &[24, 22, 20, 18, 16]);
    let room = each.saturating_sub(head.height + 28);
    let body = fit(&stop.text, Face::Sans, WORDS_WIDTH, room, &[18, 17, 16, 15, 14, 13, 12, 11]);
    let cities = fit(&stop.cities(), Face::Sans, DAYS_WIDTH / 2, 22, &[15, 14, 13, 12]);
    let (from, to) = (axis.at(when.first_day()), end(stop, axis));
    let line = middle(top, each, 0);
    let described = format!("{}, {}", stop.title, labels::full(when, strings));
    let words = |place: Place, face: Face, size: u32, run: Run, name: &str| {
        paragraph(place, face, size, &[run], name, briefing)
    };
    // Names stand where they do not leave the slide.
    let named = if from > DAYS + DAYS_WIDTH / 2 { DAYS + DAYS_WIDTH / 2 } else { from };
    let mut items = vec![
        shape("rect", Place(LEFT, top, WIDTH, 1), Paint::filled(LINE), ""),
        words(
            Place(LEFT, top + 14, DATES - 12, date.height),
            Face::Sans,
            date.size,
            Run::new(&date.text).bold().color(RED_TEXT),
            "Date",
        ),
        words(
            Place(WORDS, top + 10, WORDS_WIDTH, head.height),
            Face::Serif,
            head.size,
            Run::new(&head.text).bold().leads(&format!("{PAGE}{}", stop.id), &stop.title),
            "Leg",
        ),
        words(
            Place(WORDS, top + 14 + head.height, WORDS_WIDTH, body.height),
            Face::Sans,
            body.size,
            Run::new(&body.text),
            "Text",
        ),
        shape("rect", Place(from, line - 3, to.saturating_sub(from).max(4), 6), Paint::filled(RED), &described),
    ];
    let first = when.first_day();
    for day in 1..u32::try_from(first.days_until(when.last_day())).unwrap_or(0).saturating_add(1) {
        let at = axis.edge(u32::try_from(axis.first.days_until(first)).unwrap_or(0) + day);
        items.push(shape("rect", Place(at.saturating_sub(1), line - 3, 2, 6), Paint::filled(PAPER), ""));
    }
    items.push(shape("ellipse", Place(from.saturating_sub(11), line - 11, 22, 22), Paint::filled(RED), ""));
    let place = Place(from.saturating_sub(11), line - 9, 22, 18);
    let run = Run::new(&number.to_string()).bold().color("FFFFFF").centred();
    items.push(words(place, Face::Sans, 14, run, "Number"));
    let place = Place(named + 14, line + 12, DAYS_WIDTH / 2, 22);
    items.push(words(place, Face::Sans, cities.size, Run::new(&cities.text).color(INK_2), "Places"));
    items
}
