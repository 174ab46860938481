//! Rings on the Earth to outlines of the drawing: turned, cut at the horizon, made simple.

use briefing::layout::sphere::{Point, Sphere};
use briefing::model::Coordinates;

use super::topology::Ring;

/// How far a simplified line may be from the true one, in units of the drawing.
pub(super) const TOLERANCE: f64 = 0.6;

/// Smaller islets are left out, in square units.
const SMALLEST: f64 = 1.5;

/// No piece of a ring is longer, in degrees, so that the horizon cuts it where it should.
const PIECE: f64 = 1.0;

/// The outlines of what is seen of the rings, to be filled by the even-odd rule.
///
/// What is on the far half is moved to the horizon, straight out from the middle. That turns the
/// hidden part of a ring into a line along the horizon, on the same side of the land as before. The
/// point opposite to the middle has no way out: land around it would go all around the horizon and
/// fill what it should leave. Such land gets a hole at that point, which is drawn as the horizon.
pub(super) fn outlines(rings: &[Ring], sphere: &Sphere) -> Vec<Vec<Point>> {
    let seen = |ring: &&Ring| ring.iter().any(|position| sphere.seen(*position).is_some());
    let seen: Vec<&Ring> = rings.iter().filter(seen).collect();
    let antipode = sphere.antipode();
    let around = seen.iter().filter(|ring| encloses(ring, antipode)).count();
    let hole = (around % 2 == 1).then(|| horizon(antipode));
    let drawn = seen.into_iter().chain(hole.as_ref()).map(|ring| {
        let points: Vec<Point> = dense(ring).into_iter().map(|position| sphere.on_disc(position)).collect();
        closed(&points)
    });
    drawn.filter(|outline| outline.len() > 3 && area(outline) >= SMALLEST).collect()
}

/// A ring so near to the point opposite to the middle that it is drawn as the whole horizon.
fn horizon(antipode: Coordinates) -> Ring {
    let near = |degrees: i32| {
        let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
        Coordinates { longitude: antipode.longitude + 0.01 * cos, latitude: antipode.latitude + 0.01 * sin }
    };
    (0..=360).step_by(2).map(near).collect()
}

/// The ring with positions in between, so that no piece is long. Rings go on over 180°, so the
/// shorter way between two longitudes is the one that is meant.
fn dense(ring: &[Coordinates]) -> Ring {
    let mut dense = Ring::new();
    for (from, to) in ring.iter().zip(ring.iter().skip(1)) {
        let (width, height) = (east(from.longitude, to.longitude), to.latitude - from.latitude);
        let mut part = 0.0;
        let pieces = (width.abs().max(height.abs()) / PIECE).ceil().max(1.0);
        while part < pieces {
            let share = part / pieces;
            dense.push(Coordinates {
                longitude: from.longitude + width * share,
                latitude: from.latitude + height * share,
            });
            part += 1.0;
        }
    }
    dense.extend(ring.last());
    dense
}

/// How far east the second longitude is of the first, the shorter way around.
fn east(from: f64, to: f64) -> f64 {
    (to - from + 540.0).rem_euclid(360.0) - 180.0
}

/// Whether a ring goes around a position.
///
/// Each time it crosses the meridian between there and the South Pole the sides change; the pole is
/// inside a southern ring that goes all around the Earth.
fn encloses(ring: &[Coordinates], position: Coordinates) -> bool {
    let ring = dense(ring);
    let (mut changes, mut around, mut latitudes) = (0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
        around += east(a.longitude, b.longitude);
        latitudes += a.latitude;
        let (before, after) = (east(position.longitude, a.longitude), east(position.longitude, b.longitude));
        let crosses = (before < 0.0) != (after < 0.0) && (before - after).abs() < 180.0;
        if crosses && a.latitude + (b.latitude - a.latitude) * before / (before - after) < position.latitude {
            changes += 1;
        }
    }
    let with_pole = around.abs() > 180.0 && latitudes < 0.0;
    (changes % 2 == 1) != with_pole
}

/// A closed line made simple. Its two farthest points stay, since a line that ends where it begins
/// has no direction to be simplified along.
fn closed(points: &[Point]) -> Vec<Point> {
    let Some(first) = points.first() else { return Vec::new() };
    let far = |(_, a): &(usize, &Point), (_, b): &(usize, &Point)| a.distance(*first).total_cmp(&b.distance(*first));
    let middle = points.iter().enumerate().max_by(far).map_or(0, |(at, _)| at);
    let (before, after) = (points.get(..=middle).unwrap_or_default(), points.get(middle..).unwrap_or_default());
    let mut outline = simplified(before, TOLERANCE);
    outline.extend(simplified(after, TOLERANCE).into_iter().skip(1));
    outline.pop();
    outline
}

/// A line with as few of its points as stay within `tolerance` of it (Douglas and Peucker).
pub(super) fn simplified(points: &[Point], tolerance: f64) -> Vec<Point> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let inner = points.iter().enumerate().skip(1).take(points.len().saturating_sub(2));
    let farthest = inner.map(|(at, point)| (at, off(*point, *first, *last))).max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((at, distance)) if distance > tolerance => {
            let mut line = simplified(points.get(..=at).unwrap_or_default(), tolerance);
            line.extend(simplified(points.get(at..).unwrap_or_default(), tolerance).into_iter().skip(1));
            line
        }
        _ if points.len() > 1 => vec![*first, *last],
        _ => vec![*first],
    }
}

/// How far a point is off the straight line between two others.
fn off(point: Point, from: Point, to: Point) -> f64 {
    let (width, height) = (to.x - from.x, to.y - from.y);
    let length = width.hypot(height);
    if length < 1e-9 {
        return point.distance(from);
    }
    let share = (((point.x - from.x) * width + (point.y - from.y) * height) / (length * length)).clamp(0.0, 1.0);
    point.distance(Point { x: from.x + share * width, y: from.y + share * height })
}

fn area(outline: &[Point]) -> f64 {
    let pairs = outline.iter().zip(outline.iter().cycle().skip(1));
    pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use briefing::layout::sphere::{RADIUS, SIDE};

    fn square(from: f64, to: f64) -> Ring {
        [(from, from), (to, from), (to, to), (from, to), (from, from)]
            .map(|(longitude, latitude)| Coordinates { longitude, latitude })
            .to_vec()
    }

    fn at(longitude: f64, latitude: f64) -> Sphere {
        Sphere::new(Coordinates { longitude, latitude })
    }

    /// What the even-odd rule fills, for outlines that cross only at the horizon.
    fn filled(outlines: &[Vec<Point>]) -> f64 {
        let mut areas: Vec<f64> = outlines.iter().map(|outline| area(outline)).collect();
        areas.sort_by(f64::total_cmp);
        areas.into_iter().rev().enumerate().map(|(at, area)| if at % 2 == 0 { area } else { -area }).sum()
    }

    #[test]
    fn land_at_the_horizon_ends_there_and_hidden_land_is_left_out() {
        let land = [square(-20.0, 20.0)];
        let whole = outlines(&land, &at(0.0, 0.0));
        let half = outlines(&land, &at(90.0, 0.0));
        assert!(area(&half[0]) < area(&whole[0]) / 4.0 && area(&half[0]) > 100.0);
        let middle = Point { x: SIDE / 2.0, y: SIDE / 2.0 };
        assert!(half[0].iter().all(|point| point.distance(middle) <= RADIUS + 1e-6));
        assert!(half[0].iter().any(|point| (point.distance(middle) - RADIUS).abs() < 1e-6));
        assert!(outlines(&land, &at(150.0, 0.0)).is_empty());
        assert!(outlines(&land, &at(180.0, 0.0)).is_empty(), "exactly behind the middle");
        assert!(outlines(&[square(0.0, 0.1)], &at(0.0, 0.0)).is_empty(), "an islet");
    }

    #[test]
    fn land_that_goes_around_the_back_fills_its_rim_and_not_the_middle() {
        // Everything but a disc of 80° around the middle, which leaves a rim to be seen.
        let rim = |radius: f64| {
            (0..=360).step_by(5).map(f64::from).map(move |degrees| {
                let (sin, cos) = degrees.to_radians().sin_cos();
                Coordinates { longitude: 180.0 + radius * cos, latitude: radius * sin * 0.85 }
            })
        };
        let land: Vec<Ring> = vec![rim(100.0).collect()];
        let found = outlines(&land, &at(0.0, 0.0));
        assert_eq!(found.len(), 2, "the land and the hole behind");
        let disc = std::f64::consts::PI * RADIUS * RADIUS;
        let rest = filled(&found);
        assert!(rest > 0.0 && rest < disc / 10.0, "a thin rim, not {rest} of {disc}");
        // A lake around that point is a hole of its own.
        let lake = [land[0].clone(), rim(95.0).collect()];
        assert_eq!(outlines(&lake, &at(0.0, 0.0)).len(), 2);
    }

    #[test]
    fn inside_is_known_over_the_seam_and_around_a_pole() {
        let here = |longitude, latitude| Coordinates { longitude, latitude };
        let seam: Ring = square(-10.0, 10.0).iter().map(|p| here(east(180.0, p.longitude), p.latitude)).collect();
        assert!(encloses(&seam, here(-179.0, 0.0)) && encloses(&seam, here(175.0, 5.0)));
        assert!(!encloses(&seam, here(0.0, 0.0)) && !encloses(&seam, here(-179.0, 20.0)));
        let cap: Ring = (0..=36).map(|step| here(east(0.0, f64::from(step) * 10.0), -70.0)).collect();
        assert!(encloses(&cap, here(33.0, -80.0)) && !encloses(&cap, here(33.0, -60.0)));
    }

    #[test]
    fn a_line_keeps_its_corners_only() {
        let line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)].map(|(x, y)| Point { x, y });
        assert_eq!(simplified(&line, 0.5), [line[0], line[2], line[3], line[4]]);
        assert_eq!(simplified(&line[..1], 0.5), [line[0]]);
    }
}
