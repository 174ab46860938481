//! The globe with the stops, and beside it what each leg brought.

use super::canvas::{Canvas, Face, Type};
use super::frame::{self, Marks};
use super::globe::{self, disc_number};
use super::look::{INK, INK_2, INK_3, LEFT, LINE, RED, RED_T, SLIDE, WIDTH};
use super::measure::{largest, lines, width};
use super::{Scene, route_title, trip_in_words};
use crate::layout::labels;
use crate::model::{Briefing, Stop};

/// The side of the square that the globe has, and its top.
const SIDE: f64 = 850.0;
const TOP: f64 = 44.0;

/// The sizes of the text of a leg; when the smallest has no room, the text is left out.
const SIZES: [f64; 5] = [24.0, 22.0, 20.0, 18.0, 17.0];

/// The height of a row of cities.
const ROW: f64 = 36.0;

/// The dates stand in a column of their own.
const DATES: f64 = 176.0;

pub(super) fn draw(scene: &Scene<'_>) -> String {
    let briefing = scene.briefing;
    let title = route_title(briefing);
    let mut canvas = Canvas::new(scene, SLIDE, &title, &trip_in_words(briefing));
    let bottom = frame::foot(&mut canvas, scene);
    let room = match &briefing.site.globe {
        Some(map) => {
            let left = LEFT + WIDTH - SIDE + 6.0;
            let style = Type { size: 16.0, face: Face::Plain, fill: INK_3 };
            let caption = lines(&map.caption, SIDE - 40.0, style);
            let up = 21.0 * f64::from(u32::try_from(caption.len()).unwrap_or_default());
            let side = SIDE.min(bottom + 12.0 - up - 10.0 - TOP);
            globe::draw(&mut canvas, scene, map, [left + SIDE - side, TOP, side], 23.0);
            canvas.lines(left + 40.0, bottom + 12.0 - up + 21.0, &caption, style, 21.0);
            left - LEFT - 50.0
        }
        None => WIDTH,
    };
    let y = frame::title(&mut canvas, scene, &title, room, 2);
    let y = frame::intro(&mut canvas, y, briefing.site.sections.route.intro.as_deref(), room) + 24.0;
    let there_is = bottom - y;
    let needs = |size: f64| legs(briefing).map(|(stop, _)| height(stop, briefing, size, room)).sum();
    let size = largest(&SIZES, there_is, needs);
    let size = if needs(size) <= there_is { size } else { 0.0 };
    let count = f64::from(u32::try_from(briefing.stops.len()).unwrap_or(1)).max(1.0);
    // What is left over is shared, but a list does not fall apart.
    let spare = ((there_is - needs(size)) / count).clamp(0.0, 18.0);
    let mut y = y;
    for (stop, number) in legs(briefing) {
        canvas.area([LEFT, y, room, 1.0], LINE);
        leg(&mut canvas, briefing, stop, number, [y + spare / 2.0, size, room]);
        y += height(stop, briefing, size, room) + spare;
    }
    canvas.finish()
}

/// The legs with the number of their first city.
fn legs(briefing: &Briefing) -> impl Iterator<Item = (&Stop, usize)> {
    briefing.stops.iter().scan(1, |number, stop| {
        let first = *number;
        *number += stop.places.len();
        Some((stop, first))
    })
}

const COUNTRY: Type = Type { size: 34.0, face: Face::Title, fill: INK };
const CITY: Type = Type { size: 22.0, face: Face::Strong, fill: INK };
const DATE: Type = Type { size: 22.0, face: Face::Strong, fill: RED_T };

fn text_style(size: f64) -> Type {
    Type { size, face: Face::Plain, fill: INK_2 }
}

fn leading(size: f64) -> f64 {
    (size * 1.36).round()
}

/// The height of a leg: its head, its text, its marks, and room around them.
fn height(stop: &Stop, briefing: &Briefing, size: f64, room: f64) -> f64 {
    let text = f64::from(u32::try_from(body(stop, size, room).len()).unwrap_or_default()) * leading(size);
    let marks = Marks::new(&stop.cites, &briefing.catalogue.sources, room - DATES).height();
    58.0 + ROW * cities(stop, room).1 + text + marks + 30.0
}

/// Where each city stands beside the country and below it, and how many rows there are below.
fn cities(stop: &Stop, room: f64) -> (Vec<(f64, f64)>, f64) {
    let (mut x, mut row) = (width(&stop.country, COUNTRY) + 26.0, 0.0);
    let mut places = Vec::new();
    for city in &stop.places {
        let wide = 36.0 + width(&city.name, CITY);
        if x + wide > room - DATES && x > 0.0 {
            (x, row) = (0.0, row + 1.0);
        }
        places.push((x, row));
        x += wide + 18.0;
    }
    (places, row)
}

/// The text of a leg in lines; none in no size.
fn body(stop: &Stop, size: f64, room: f64) -> Vec<String> {
    if size > 0.0 { lines(&stop.text, room - DATES, text_style(size)) } else { Vec::new() }
}

fn leg(canvas: &mut Canvas, briefing: &Briefing, stop: &Stop, first: usize, [y, size, room]: [f64; 3]) {
    let base = y + 46.0;
    let date = labels::span(stop.dated.when, &briefing.catalogue.strings);
    let date = lines(&date, DATES - 20.0, DATE);
    canvas.lines(LEFT, base, &date, DATE, 28.0);
    let left = LEFT + DATES;
    canvas.text(left, base, &stop.country, COUNTRY);
    let (cities, rows) = cities(stop, room);
    for ((at, city), (x, row)) in stop.places.iter().enumerate().zip(cities) {
        let (x, y) = (left + x, base + ROW * row);
        canvas.circle((x + 13.0, y - 8.0, 13.0), RED, "none", 0.0);
        disc_number(canvas, (x + 13.0, y - 8.0), first + at, 17.0);
        canvas.text(x + 34.0, y, &city.name, CITY);
    }
    let base = base + ROW * rows;
    let y = canvas.lines(left, base + leading(size) + 6.0, &body(stop, size, room), text_style(size), leading(size));
    let marks = Marks::new(&stop.cites, &briefing.catalogue.sources, room - DATES);
    marks.draw(canvas, left, y - leading(size) + 12.0);
}
