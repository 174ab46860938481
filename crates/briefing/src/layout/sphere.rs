//! The Earth as a ball seen from far away: which points are seen, and where.

use crate::model::Coordinates;

/// The side of the square drawing, and the radius of the ball in its middle. Everything that is
/// placed on the globe is in these units, from the upper left corner.
pub const SIDE: f64 = 746.0;
/// See [`SIDE`].
pub const RADIUS: f64 = 371.0;

/// A point of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Across.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far another point is.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A direction from the middle of the Earth: to the east of it, to the north, to Greenwich.
type Direction = [f64; 3];

fn direction(position: Coordinates) -> Direction {
    let (longitude, latitude) = (position.longitude.to_radians(), position.latitude.to_radians());
    [latitude.cos() * longitude.sin(), latitude.sin(), latitude.cos() * longitude.cos()]
}

fn position([x, y, z]: Direction) -> Coordinates {
    Coordinates { longitude: x.atan2(z).to_degrees(), latitude: y.atan2(x.hypot(z)).to_degrees() }
}

/// The ball, turned so that one position is in the middle (orthographic projection).
#[derive(Clone, Copy, Debug)]
pub struct Sphere {
    centre: Coordinates,
}

impl Sphere {
    /// The ball with `centre` in the middle.
    #[must_use]
    pub const fn new(centre: Coordinates) -> Self {
        Self { centre }
    }

    /// Right, up and towards the reader, in radii.
    fn turned(&self, position: Coordinates) -> Direction {
        let [x, y, z] = direction(Coordinates { longitude: position.longitude - self.centre.longitude, ..position });
        let (sin, cos) = self.centre.latitude.to_radians().sin_cos();
        [x, y * cos - z * sin, y * sin + z * cos]
    }

    /// Where a position is drawn; `None` on the far half.
    #[must_use]
    pub fn seen(&self, position: Coordinates) -> Option<Point> {
        (self.turned(position)[2] >= 0.0).then(|| self.on_disc(position))
    }

    /// Where a position is drawn, those of the far half at the horizon, straight out from the middle.
    #[must_use]
    pub fn on_disc(&self, position: Coordinates) -> Point {
        let [x, y, z] = self.turned(position);
        // Exactly behind the middle there is no way out; nothing is drawn there.
        let stretch = if z < 0.0 { x.hypot(y).max(f64::EPSILON).recip() } else { 1.0 };
        Point { x: SIDE / 2.0 + RADIUS * stretch * x, y: SIDE / 2.0 - RADIUS * stretch * y }
    }

    /// The position opposite to the middle.
    #[must_use]
    pub fn antipode(&self) -> Coordinates {
        let [x, y, z] = direction(self.centre);
        position([-x, -y, -z])
    }
}

/// The shortest way on the ball, as `steps` + 1 positions with both ends.
#[must_use]
pub fn great_circle(from: Coordinates, to: Coordinates, steps: u32) -> Vec<Coordinates> {
    let (a, b) = (direction(from), direction(to));
    let dot: f64 = a.iter().zip(&b).map(|(a, b)| a * b).sum();
    let angle = dot.clamp(-1.0, 1.0).acos();
    if angle < 1e-6 {
        return vec![from, to];
    }
    let at = |step: u32| {
        let part = f64::from(step) / f64::from(steps.max(1));
        let (wa, wb) = (((1.0 - part) * angle).sin(), (part * angle).sin());
        let [ax, ay, az] = a;
        let [bx, by, bz] = b;
        position([ax * wa + bx * wb, ay * wa + by * wb, az * wa + bz * wb])
    };
    (0..=steps.max(1)).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::{Point, RADIUS, SIDE, Sphere, great_circle};
    use crate::model::Coordinates;

    const fn position(longitude: f64, latitude: f64) -> Coordinates {
        Coordinates { longitude, latitude }
    }

    fn near(a: Point, x: f64, y: f64) -> bool {
        a.distance(Point { x, y }) < 1e-6
    }

    #[test]
    fn the_centre_is_in_the_middle_and_north_is_up() {
        let centre = position(138.0, 12.0);
        let sphere = Sphere::new(centre);
        let middle = sphere.on_disc(centre);
        assert!(near(middle, SIDE / 2.0, SIDE / 2.0));
        assert!(sphere.on_disc(position(138.0, 30.0)).y < middle.y);
        assert!(sphere.on_disc(position(150.0, 12.0)).x > middle.x);
        // A quarter of the Earth away is the horizon.
        assert!(near(sphere.on_disc(position(138.0, -78.0)), SIDE / 2.0, SIDE / 2.0 + RADIUS));
    }

    #[test]
    fn the_far_half_is_not_seen_and_lies_on_the_horizon() {
        let sphere = Sphere::new(position(138.0, 12.0));
        let hidden = position(-60.0, 10.0);
        assert_eq!(sphere.seen(hidden), None);
        let middle = Point { x: SIDE / 2.0, y: SIDE / 2.0 };
        assert!((sphere.on_disc(hidden).distance(middle) - RADIUS).abs() < 1e-6);
        assert!(sphere.seen(position(100.0, -20.0)).is_some());
        let antipode = sphere.antipode();
        assert!((antipode.longitude + 42.0).abs() < 1e-6 && (antipode.latitude + 12.0).abs() < 1e-6);
    }

    #[test]
    fn the_shortest_way_has_both_ends_and_bends_to_the_pole() {
        let way = great_circle(position(0.0, 50.0), position(90.0, 50.0), 8);
        assert_eq!(way.len(), 9);
        let ends = [way[0], way[8]];
        for (end, longitude) in ends.into_iter().zip([0.0, 90.0]) {
            assert!((end.longitude - longitude).abs() < 1e-6 && (end.latitude - 50.0).abs() < 1e-6);
        }
        assert!((way[4].longitude - 45.0).abs() < 1e-6 && way[4].latitude > 55.0);
        let here = position(10.0, 10.0);
        assert_eq!(great_circle(here, here, 8), [here, here]);
    }
}
