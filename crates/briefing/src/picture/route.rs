//! The globe with the stops, and beside it the legs of the trip.

use super::canvas::{Canvas, Face, Type};
use super::frame::{self, Marks};
use super::globe::{self, disc_number};
use super::look::{INK, INK_3, LEFT, LINE, RED, RED_T, SLIDE, WIDTH};
use super::measure::{balanced, largest, lines, width};
use super::{Scene, route_title, trip_dates, trip_in_words};
use crate::layout::labels;
use crate::model::{Briefing, Stop};

/// The side of the square that the globe has, and its top.
const SIDE: f64 = 850.0;
const TOP: f64 = 44.0;

/// The dates of a leg stand in a column of their own.
const DATES: f64 = 190.0;

/// The height of a row of cities.
const ROW: f64 = 42.0;

pub(super) fn draw(scene: &Scene<'_>) -> String {
    let briefing = scene.briefing;
    let title = route_title(briefing);
    let mut canvas = Canvas::new(scene, SLIDE, &title, &trip_in_words(briefing));
    let bottom = frame::foot(&mut canvas, scene);
    let room = match &briefing.site.globe {
        Some(map) => {
            let left = LEFT + WIDTH - SIDE + 2.0;
            let style = Type { size: 16.0, face: Face::Plain, fill: INK_3 };
            let caption = balanced(&map.caption, SIDE - 80.0, style);
            let up = 21.0 * f64::from(u32::try_from(caption.len()).unwrap_or_default());
            let side = SIDE.min(bottom + 2.0 - up - TOP);
            globe::draw(&mut canvas, scene, map, [left + SIDE - side, TOP, side], 23.0);
            canvas.lines(left + 60.0, bottom + 10.0 - up + 21.0, &caption, style, 21.0);
            left - LEFT - 60.0
        }
        None => WIDTH,
    };
    let y = frame::title(&mut canvas, scene, &title, room, 2);
    let top = frame::intro(&mut canvas, y, trip_dates(briefing).as_deref(), room) + 34.0;
    let legs = Legs { briefing, room };
    let there_is = bottom - top;
    // In rows as high as there is room for, but a list does not fall apart.
    let spare = largest(&[44.0, 36.0, 28.0, 20.0, 12.0, 4.0], there_is, |spare| legs.height(spare));
    let scale = (there_is / legs.height(spare)).min(1.0);
    canvas.scaled(LEFT, top, scale, |canvas| legs.draw(canvas, top, spare));
    canvas.finish()
}

const COUNTRY: Type = Type { size: 42.0, face: Face::Title, fill: INK };
const CITY: Type = Type { size: 26.0, face: Face::Strong, fill: INK };
const DATE: Type = Type { size: 24.0, face: Face::Strong, fill: RED_T };

struct Legs<'a> {
    briefing: &'a Briefing,
    room: f64,
}

impl Legs<'_> {
    fn marks(&self, stop: &Stop) -> Marks<'_> {
        Marks::new(&stop.cites, &self.briefing.catalogue.sources, self.room - DATES)
    }

    fn countries(&self, stop: &Stop) -> Vec<String> {
        lines(&stop.country, self.room - DATES, COUNTRY)
    }

    /// Where each city stands, and how many rows there are.
    fn cities(&self, stop: &Stop) -> (Vec<(f64, f64)>, f64) {
        let (mut x, mut row) = (0.0, 1.0);
        let mut places = Vec::new();
        for city in &stop.places {
            let wide = 42.0 + width(&city.name, CITY);
            if x > 0.0 && x + wide > self.room - DATES {
                (x, row) = (0.0, row + 1.0);
            }
            places.push((x, row));
            x += wide + 22.0;
        }
        (places, row)
    }

    fn height_of(&self, stop: &Stop) -> f64 {
        let countries = f64::from(u32::try_from(self.countries(stop).len()).unwrap_or_default());
        48.0 * countries + ROW * self.cities(stop).1 + 18.0 + self.marks(stop).height() + 16.0
    }

    fn height(&self, spare: f64) -> f64 {
        self.briefing.stops.iter().map(|stop| self.height_of(stop) + spare).sum()
    }

    fn draw(&self, canvas: &mut Canvas, top: f64, spare: f64) {
        let (mut y, mut number) = (top, 1);
        for stop in &self.briefing.stops {
            canvas.area([LEFT, y, self.room, 1.0], LINE);
            self.leg(canvas, stop, number, y + spare / 2.0);
            number += stop.places.len();
            y += self.height_of(stop) + spare;
        }
    }

    fn leg(&self, canvas: &mut Canvas, stop: &Stop, first: usize, y: f64) {
        let (left, base) = (LEFT + DATES, y + 44.0);
        let date = labels::span(stop.dated.when, &self.briefing.catalogue.strings);
        canvas.lines(LEFT, base, &lines(&date, DATES - 16.0, DATE), DATE, 30.0);
        let base = canvas.lines(left, base, &self.countries(stop), COUNTRY, 48.0) - 48.0 + 4.0;
        let (cities, rows) = self.cities(stop);
        for ((at, city), (x, row)) in stop.places.iter().enumerate().zip(cities) {
            let (x, y) = (left + x, base + ROW * row);
            canvas.circle((x + 15.0, y - 9.0, 15.0), RED, "none", 0.0);
            disc_number(canvas, (x + 15.0, y - 9.0), first + at, 19.0);
            canvas.text(x + 40.0, y, &city.name, CITY);
        }
        self.marks(stop).draw(canvas, left, base + ROW * rows + 18.0);
    }
}
