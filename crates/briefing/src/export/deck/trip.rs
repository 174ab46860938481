//! The slides of the trip: a row for each leg, and days across.

use super::foot;
use super::items::{
    FOOT, INK_2, INK_3, LEFT, LINE, PAPER, Paint, Place, RED, RED_TEXT, Run, WIDTH, badge, paragraph, shape, slide,
    title,
};
use super::measure::{Face, Fitted, fit};
use crate::layout::labels;
use crate::model::{Briefing, PlainDate, Stop};

/// How many legs a slide has.
const ROWS: usize = 4;
const TOP: u32 = 170;
/// The columns: dates, words, and the days.
const DATES: u32 = 146;
const WORDS: u32 = LEFT + DATES;
const WORDS_WIDTH: u32 = 532;
const DAYS: u32 = 784;
const DAYS_WIDTH: u32 = 440;
const SIZES: [u32; 8] = [19, 18, 17, 16, 15, 14, 13, 12];
/// On how many days at most each has a notch of its own.
const NOTCHED: u32 = 40;
/// The least room for the name of a day.
const DAY: u32 = 48;

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
    let head = fit(era, Face::Bold, WIDTH, 64, &[44, 38, 32, 26]);
    let each = (FOOT - 10 - TOP) / u32::try_from(stops.len()).unwrap_or(1).max(1);
    let mut items = vec![title(Place(LEFT, 64, WIDTH, head.height), &head, briefing)];
    items.extend(days(axis, TOP + each * u32::try_from(stops.len()).unwrap_or(0), briefing));
    // The way from one leg to the next, under what stands on it.
    for (number, pair) in (0..).zip(stops.windows(2)) {
        let [(_, from), (_, to)] = pair else { continue };
        let at = axis.at(to.dated.when.first_day()).min(end(from, axis));
        let from = middle(TOP, each, number);
        items.push(shape("rect", Place(at, from, 2, each), Paint::filled(RED), ""));
    }
    let size = stops.iter().map(|(_, stop)| fitted(stop, each, &SIZES).1.size).min().unwrap_or(SIZES[0]);
    let mut top = TOP;
    for (number, stop) in stops {
        items.extend(words(stop, top, each, size, briefing));
        items.extend(band(*number, stop, middle(top, each, 0), axis, briefing));
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

/// Where the band of a row stands.
const fn middle(top: u32, each: u32, number: u32) -> u32 {
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
            let name = fit(&labels::edge(day, strings), Face::Sans, width, 44, &[14, 13, 12, 11]);
            let place = Place(at, TOP - 28, width.max(DAY), 20);
            let run = Run::new(&name.text).color(INK_3);
            items.push(paragraph(place, Face::Sans, name.size, &[run], "Day", briefing));
        }
        day = day.next();
    }
    items
}

/// The words of a leg: when, where, and what it brought, all set at the same size.
fn words(stop: &Stop, top: u32, each: u32, size: u32, briefing: &Briefing) -> Vec<String> {
    let when = stop.dated.when;
    let date = fit(&labels::span(when, &briefing.catalogue.strings), Face::Sans, DATES - 12, 50, &[18, 16, 14, 12]);
    let (head, body) = fitted(stop, each, &[size]);
    let date_run = [Run::new(&date.text).bold().color(RED_TEXT)];
    let head_run = [Run::new(&head.text).bold()];
    let place = |top: u32, height: u32| Place(WORDS, top, WORDS_WIDTH, height);
    let at = top + 12 + head.height;
    vec![
        shape("rect", Place(LEFT, top, WIDTH, 1), Paint::filled(LINE), ""),
        paragraph(Place(LEFT, top + 13, DATES - 12, date.height), Face::Sans, date.size, &date_run, "Date", briefing),
        paragraph(place(top + 8, head.height), Face::Serif, head.size, &head_run, "Leg", briefing),
        paragraph(place(at, body.height), Face::Sans, body.size, &[Run::new(&body.text)], "Text", briefing),
    ]
}

/// The title and the text of a leg in a row of this height.
fn fitted(stop: &Stop, each: u32, sizes: &[u32]) -> (Fitted, Fitted) {
    let head = fit(&stop.title, Face::Bold, WORDS_WIDTH, 60, &[24, 22, 20, 18, 16]);
    let room = each.saturating_sub(head.height + 18);
    let body = fit(&stop.text, Face::Sans, WORDS_WIDTH, room, sizes);
    (head, body)
}

/// The days of a leg as a band with a notch between days, its number, and the places it led to.
fn band(number: usize, stop: &Stop, line: u32, axis: &Axis, briefing: &Briefing) -> Vec<String> {
    let when = stop.dated.when;
    let first = when.first_day();
    let (from, to) = (axis.at(first), end(stop, axis));
    let described = format!("{}, {}", stop.title, labels::full(when, &briefing.catalogue.strings));
    let place = Place(from, line - 3, to.saturating_sub(from).max(4), 6);
    let mut items = vec![shape("rect", place, Paint::filled(RED), &described)];
    let mut day = first.next();
    while axis.count <= NOTCHED && day <= when.last_day() {
        items.push(shape("rect", Place(axis.at(day) - 1, line - 3, 2, 6), Paint::filled(PAPER), ""));
        day = day.next();
    }
    items.push(badge(&number.to_string(), Place(from - 11, line - 11, 22, 22), briefing));
    // Under the band, or before its beginning where it begins too late for words under it.
    let after = DAYS + DAYS_WIDTH - from;
    let late = after < DAYS_WIDTH / 3;
    let width = if late { from - DAYS - 16 } else { after - 14 };
    let names = fit(&stop.cities(), Face::Sans, width, 42, &[16, 15, 14, 13, 12]);
    let place = Place(if late { DAYS } else { from + 14 }, line + 12, width, names.height);
    let run = Run::new(&names.text).color(INK_2);
    let run = if late { run.aligned("right") } else { run };
    items.push(paragraph(place, Face::Sans, names.size, &[run], "Places", briefing));
    items
}
