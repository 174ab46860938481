//! Circles that do not touch and names that cover nothing, for the smallest drawing of the globe.

use super::sphere::{Point, SIDE};

/// The side of the smallest drawing, in pixels.
const SMALLEST: f64 = 360.0;

/// How far the middles of two circles are apart at least: two fingers hit different ones.
const APART: f64 = 24.0;

/// The radius of a circle with its halo.
const CIRCLE: f64 = 12.0;

/// The height of a line of words, and the width of a common character.
const LINE: f64 = 18.0;
const CHARACTER: f64 = 8.0;
/// The width of a Chinese or Japanese character.
const WIDE: f64 = 15.0;

/// Where a name stands, seen from its circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Begins right of it.
    Right,
    /// Ends left of it.
    Left,
    /// In the middle below it.
    Below,
    /// In the middle above it.
    Above,
}

/// In the order of preference.
const SIDES: [Side; 4] = [Side::Right, Side::Left, Side::Below, Side::Above];

const ORIGIN: Point = Point { x: 0.0, y: 0.0 };

fn pixels(units: f64) -> f64 {
    units * SMALLEST / SIDE
}

/// How far each circle is moved, in pixels, so that none touches another.
///
/// A pair that is too near is pushed apart along the line between the two, both by the same way.
/// Moving one can bring it near a third, so this is done until nothing moves any more.
#[must_use]
pub fn nudges(points: &[Point]) -> Vec<Point> {
    let mut moved = vec![ORIGIN; points.len()];
    for _ in 0..32 {
        let mut still = true;
        for a in 0..points.len() {
            for b in a + 1..points.len() {
                let (Some(at), Some(to)) = (middle(points, &moved, a), middle(points, &moved, b)) else { continue };
                let distance = at.distance(to);
                if distance >= APART - 0.01 {
                    continue;
                }
                still = false;
                let push = (APART - distance) / 2.0;
                // Two at the same place part sideways.
                let (x, y) = if distance < 1e-6 {
                    (push, 0.0)
                } else {
                    ((to.x - at.x) / distance * push, (to.y - at.y) / distance * push)
                };
                for (index, sign) in [(a, -1.0), (b, 1.0)] {
                    if let Some(point) = moved.get_mut(index) {
                        *point = Point { x: point.x + sign * x, y: point.y + sign * y };
                    }
                }
            }
        }
        if still {
            break;
        }
    }
    moved
}

fn middle(points: &[Point], moved: &[Point], at: usize) -> Option<Point> {
    let (point, moved) = (points.get(at)?, moved.get(at)?);
    Some(Point { x: pixels(point.x) + moved.x, y: pixels(point.y) + moved.y })
}

/// A box: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Area([f64; 4]);

impl Area {
    fn around(point: Point, by: f64) -> Self {
        Self([point.x - by, point.y - by, point.x + by, point.y + by])
    }

    /// What a name of two lines covers.
    fn of(side: Side, circle: Point, width: f64) -> Self {
        let Point { x, y } = circle;
        let beside = CIRCLE + 2.0;
        match side {
            Side::Right => Self([x + beside, y - LINE, x + beside + width, y + LINE]),
            Side::Left => Self([x - beside - width, y - LINE, x - beside, y + LINE]),
            Side::Below => Self([x - width / 2.0, y + CIRCLE, x + width / 2.0, y + CIRCLE + 2.0 * LINE]),
            Side::Above => Self([x - width / 2.0, y - CIRCLE - 2.0 * LINE, x + width / 2.0, y - CIRCLE]),
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        let (Self([left, top, right, bottom]), Self([l, t, r, b])) = (self, other);
        left < r && l < right && top < b && t < bottom
    }

    fn holds(&self, point: Point) -> bool {
        self.overlaps(&Self::around(point, 0.01))
    }
}

fn width(text: &str) -> f64 {
    text.chars().map(|character| if character >= '\u{2e80}' { WIDE } else { CHARACTER }).sum()
}

/// The side of each name: where it covers least. `words` are a circle, how far it is moved, its name
/// and the line below; `lines` are points of the ways between them.
#[must_use]
pub fn sides(words: &[(Point, Point, &str, &str)], lines: &[Point]) -> Vec<Side> {
    let circles: Vec<Point> =
        words.iter().map(|(at, nudge, ..)| Point { x: pixels(at.x) + nudge.x, y: pixels(at.y) + nudge.y }).collect();
    let lines: Vec<Point> = lines.iter().map(|point| Point { x: pixels(point.x), y: pixels(point.y) }).collect();
    let middle = Point { x: SMALLEST / 2.0, y: SMALLEST / 2.0 };
    let mut taken: Vec<Area> = Vec::new();
    let mut sides = Vec::new();
    for (at, (circle, (_, _, name, below))) in circles.iter().zip(words).enumerate() {
        // The line below goes to a name at the side, where there is one.
        let width = |side: Side| match side {
            Side::Right | Side::Left => width(name).max(width(below)),
            Side::Below | Side::Above => width(name),
        };
        let cost = |side: &Side| {
            let area = Area::of(*side, *circle, width(*side));
            let Area([left, top, right, bottom]) = area;
            let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
            let out = corners.into_iter().map(|(x, y)| Point { x, y }.distance(middle) - middle.x);
            let outside = out.fold(0.0, f64::max).round() as usize;
            let others = circles.iter().enumerate().filter(|(other, _)| *other != at);
            let hidden = others.filter(|(_, circle)| area.overlaps(&Area::around(**circle, CIRCLE))).count();
            let covered = taken.iter().filter(|other| area.overlaps(other)).count();
            let crossed = lines.iter().filter(|point| area.holds(**point)).count();
            1000 * (hidden + covered) + 20 * crossed + outside
        };
        let side = SIDES.into_iter().min_by_key(cost).unwrap_or(Side::Right);
        taken.push(Area::of(side, *circle, width(side)));
        sides.push(side);
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::{APART, Side, nudges, pixels, sides};
    use crate::layout::sphere::Point;

    const fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn circles_that_would_touch_part_and_others_stay() {
        let points = [point(300.0, 300.0), point(310.0, 304.0), point(600.0, 300.0), point(310.0, 304.0)];
        let moved = nudges(&points);
        assert_eq!(moved, nudges(&points), "the same every time");
        assert_eq!(moved[2], point(0.0, 0.0));
        let middle = |at: usize| point(pixels(points[at].x) + moved[at].x, pixels(points[at].y) + moved[at].y);
        for (a, b) in [(0, 1), (0, 3), (1, 3)] {
            assert!(middle(a).distance(middle(b)) > APART - 0.1, "{a} and {b} touch: {moved:?}");
        }
        assert!(moved[0].x < 0.0 && moved[0].y < 0.0, "away from its neighbour: {moved:?}");
    }

    #[test]
    fn a_name_covers_no_circle_no_name_and_no_line() {
        let still = point(0.0, 0.0);
        let alone = |at: Point, lines: &[Point]| sides(&[(at, still, "Somewhere", "1–2 May")], lines)[0];
        assert_eq!(alone(point(300.0, 300.0), &[]), Side::Right);
        assert_eq!(alone(point(700.0, 300.0), &[]), Side::Left, "the horizon");
        assert_eq!(alone(point(300.0, 300.0), &[point(400.0, 300.0)]), Side::Left, "a line at its right");
        let both = [point(400.0, 310.0), point(200.0, 310.0)];
        assert_eq!(alone(point(300.0, 300.0), &both), Side::Below);
        let pair = [(point(300.0, 300.0), still, "One", "1 May"), (point(360.0, 300.0), still, "Other", "")];
        assert_eq!(sides(&pair, &[]), [Side::Left, Side::Right], "a circle at its right");
    }
}
