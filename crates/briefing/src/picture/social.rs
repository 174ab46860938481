//! The picture of a link to the briefing: what it is, and where it went.

use super::Scene;
use super::canvas::{Anchor, Canvas, Face, Type};
use super::globe;
use super::look::{CARD, INK, INK_2, LINE, RED_T};
use super::measure::{balanced, largest, lines, title_height};
use super::{trip_dates, trip_in_words};
use crate::layout::labels;

const LEFT: f64 = 64.0;
const RIGHT: f64 = 1136.0;

pub(super) fn draw(scene: &Scene<'_>) -> String {
    let briefing = scene.briefing;
    let (site, strings) = (&briefing.site, &briefing.catalogue.strings);
    let mut canvas = Canvas::new(scene, CARD, &site.title, &trip_in_words(briefing));
    let room = match &site.globe {
        Some(map) => {
            globe::draw(&mut canvas, scene, map, [636.0, 32.0, 500.0], 17.0);
            540.0
        }
        None => RIGHT - LEFT,
    };
    let kicker = Type { size: 23.0, face: Face::Strong, fill: RED_T };
    let y = canvas.lines(LEFT, 84.0, &lines(&site.kicker, room, kicker), kicker, 30.0) - 30.0;
    let style = |size| Type { size, face: Face::Title, fill: INK };
    let height = |size| title_height(&site.title, room, style(size), size * 1.1);
    let size = largest(&[76.0, 70.0, 64.0, 58.0, 52.0, 46.0, 40.0, 34.0], 300.0, height);
    let title = balanced(&site.title, room, style(size));
    let y = canvas.lines(LEFT, y + size + 16.0, &title, style(size), size * 1.1) - size * 1.1;
    if let Some(when) = trip_dates(briefing) {
        let dates = Type { size: 27.0, face: Face::Strong, fill: INK };
        canvas.text(LEFT, y + 58.0, &when, dates);
        let countries: Vec<&str> = briefing.stops.iter().map(|stop| stop.country.as_str()).collect();
        let places = Type { size: 27.0, face: Face::Plain, fill: INK_2 };
        canvas.lines(LEFT, y + 96.0, &lines(&countries.join(", "), room, places), places, 36.0);
    }
    canvas.area([LEFT, 552.0, RIGHT - LEFT, 1.0], LINE);
    canvas.drawing(scene.icon, [LEFT - 2.0, 572.0, 30.0], "");
    let name = Type { size: 22.0, face: Face::Strong, fill: INK };
    canvas.text(LEFT + 42.0, 594.0, &site.short_title, name);
    let as_of = format!("{} {}", strings.as_of(), labels::day(site.as_of, strings));
    let note = Type { size: 22.0, face: Face::Plain, fill: INK_2 };
    canvas.anchored(RIGHT, 594.0, &as_of, note, Anchor::End);
    canvas.finish()
}
