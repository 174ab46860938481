//! The globe with the trip on it, as beside the timeline of the page.

use super::Scene;
use super::canvas::{Anchor, Canvas, Face, Type, number};
use super::look::{HORIZON, INK, INK_2, INK_3, ON_RED, RED, SEA};
use super::measure::lines;
use crate::layout::globe::{Drawing, Placed};
use crate::layout::placing::Side;
use crate::layout::sphere::{RADIUS, SIDE};
use crate::model::Globe;

/// What the page shows of the land, which is dark green in its picture.
const LAND: &str = " opacity=\"0.15\"";

/// Draws it with its upper left corner at a place. `text` is the size of the names; circles follow it.
pub(super) fn draw(canvas: &mut Canvas, scene: &Scene<'_>, globe: &Globe, [x, y, side]: [f64; 3], text: f64) {
    let drawing = Drawing::new(scene.briefing, globe);
    let scale = side / SIDE;
    // On the page, names are set in 15 pixels.
    let unit = text / 15.0;
    let (middle_x, middle_y, radius) = (x + side / 2.0, y + side / 2.0, RADIUS * scale);
    let at = |units: f64, from: f64| from + units * scale;
    canvas.circle((middle_x, middle_y, radius), SEA, "none", 0.0);
    if let Some(land) = scene.land {
        let (cx, cy, r) = (number(middle_x), number(middle_y), number(radius));
        canvas.raw(&format!("<clipPath id=\"ball\"><circle cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\"/></clipPath>"));
        canvas.raw("<g clip-path=\"url(#ball)\">");
        canvas.drawing(land, [x, y, side], LAND);
        canvas.raw("</g>");
    }
    canvas.circle((middle_x, middle_y, radius), "none", HORIZON, 1.5);
    canvas.placed(x, y, scale, |canvas| {
        for (color, width) in [(SEA, 8.0), (RED, 4.0)] {
            for way in &drawing.ways {
                canvas.line(&way.path, color, width * unit / scale * 0.9);
            }
        }
    });
    for (place, point) in &drawing.names {
        let Some(name) = globe.names.get(*place) else { continue };
        let (face, fill) = if name.sea { (Face::Serif, INK_3) } else { (Face::Strong, INK) };
        let (x, y, style) = (at(point.x, x), at(point.y, y), Type { size: text, face, fill });
        if name.sea {
            // In one line where that stays on the ball.
            let half =
                ((radius * radius - (y - middle_y).powi(2)).max(0.0).sqrt() - (x - middle_x).abs() - text).max(text);
            let broken = lines(&name.name, 2.0 * half, style);
            let mut y = y - text * 0.6 * f64::from(u32::try_from(broken.len()).unwrap_or(1).saturating_sub(1));
            for line in broken {
                canvas.anchored(x, y, &line, style, Anchor::Middle);
                y += text * 1.2;
            }
        } else {
            canvas.haloed(x, y, &name.name, style, Anchor::Middle, SEA);
        }
    }
    for (point, angle) in drawing.ways.iter().filter_map(|way| way.arrow) {
        canvas.raw(&format!(
            "<path fill=\"{RED}\" stroke=\"{SEA}\" stroke-width=\"2\" paint-order=\"stroke\" d=\"M7 0-5 6V-6z\" \
             transform=\"translate({} {}) rotate({angle:.0}) scale({:.3})\"/>",
            number(at(point.x, x)),
            number(at(point.y, y)),
            unit * 0.85,
        ));
    }
    for city in &drawing.stops {
        let (x, y) = (at(city.at.x, x) + city.nudge.x * unit, at(city.at.y, y) + city.nudge.y * unit);
        stop(canvas, city, (x, y), unit);
    }
}

/// A numbered circle with its name.
fn stop(canvas: &mut Canvas, city: &Placed, (x, y): (f64, f64), unit: f64) {
    canvas.circle((x, y, 10.5 * unit), RED, SEA, 2.0 * unit);
    disc_number(canvas, (x, y), city.number, 12.0 * unit);
    let two = city.days.is_some();
    let (dx, dy, anchor) = match city.side {
        Side::Right => (17.0, if two { -3.0 } else { 5.0 }, Anchor::Start),
        Side::Left => (-17.0, if two { -3.0 } else { 5.0 }, Anchor::End),
        Side::Below => (0.0, 28.0, Anchor::Middle),
        Side::Above => (0.0, if two { -34.0 } else { -17.0 }, Anchor::Middle),
    };
    let (x, y) = (x + dx * unit, y + dy * unit);
    let name = Type { size: 15.0 * unit, face: Face::Strong, fill: INK };
    canvas.haloed(x, y, &city.name, name, anchor, SEA);
    if let Some(days) = &city.days {
        let style = Type { size: 14.0 * unit, face: Face::Plain, fill: INK_2 };
        canvas.haloed(x, y + 18.0 * unit, days, style, anchor, SEA);
    }
}

/// The number in a circle, in its middle.
pub(super) fn disc_number(canvas: &mut Canvas, (x, y): (f64, f64), number: usize, size: f64) {
    let style = Type { size, face: Face::Strong, fill: ON_RED };
    canvas.anchored(x, y + size * 0.345, &number.to_string(), style, Anchor::Middle);
}
