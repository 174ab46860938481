//! The stops on the globe, the ways between them, and where each name stands.
//!
//! Places are in the units of the drawing ([`sphere::SIDE`]), so that they follow its size. Circles
//! and words keep their size in pixels; what depends on it is decided for the smallest drawing, and
//! then holds for the larger ones, where everything is farther apart.

use super::placing::{self, Side};
use super::sphere::{Point, Sphere, great_circle};
use super::{labels, sphere};
use crate::model::{Briefing, Coordinates, Globe, Stop};

/// How many straight pieces a way is drawn with.
const PIECES: u32 = 24;

/// A way that is at least so long, in the units of the drawing, gets an arrowhead.
const LONG: f64 = 120.0;

/// A city on the globe.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The leg it belongs to, as a place in [`Briefing::stops`].
    pub stop: usize,
    /// Its number among all cities of the trip, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Where it is, in the units of the drawing.
    pub at: Point,
    /// How far it is moved away from a neighbour that it would touch, in pixels.
    pub nudge: Point,
    /// On which side its name stands.
    pub side: Side,
    /// The days of its leg, said once for each leg: no text gives a day for a city.
    pub days: Option<String>,
}

/// The way from one city to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The leg that it leads to or lies in, as a place in [`Briefing::stops`].
    pub stop: usize,
    /// The line, as SVG path data.
    pub path: String,
    /// An arrowhead in the middle of a long one: where, and which way it points, in degrees
    /// clockwise from the right.
    pub arrow: Option<(Point, f64)>,
}

/// Everything that lies on the globe.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The cities in order; what is on the far half or has no position is left out.
    pub stops: Vec<Placed>,
    /// The ways between them, in order.
    pub ways: Vec<Way>,
    /// Names of seas and lands that can be seen: place in [`Globe::names`], and their middle.
    pub names: Vec<(usize, Point)>,
    /// How many cities the trip has, those that are not drawn included.
    pub count: usize,
}

impl Drawing {
    /// Places the trip of a briefing on its globe.
    #[must_use]
    pub fn new(briefing: &Briefing, globe: &Globe) -> Self {
        let sphere = Sphere::new(globe.centre);
        let (mut stops, mut positions) = (Vec::new(), Vec::new());
        let mut number = 0;
        for (at, stop) in briefing.stops.iter().enumerate() {
            for city in &stop.places {
                number += 1;
                if let Some((position, point)) = city.position.and_then(|p| Some((p, sphere.seen(p)?))) {
                    positions.push(position);
                    stops.push(placed(at, number, city.name.clone(), point));
                }
            }
        }
        let days: Vec<String> = briefing.stops.iter().map(|stop| days(stop, briefing)).collect();
        let pairs = positions.iter().zip(positions.iter().skip(1)).zip(stops.iter().skip(1));
        let drawn: Vec<_> = pairs.map(|((from, to), city)| (city.stop, line(&sphere, *from, *to))).collect();
        let ways: Vec<Way> = drawn.iter().map(|(stop, points)| way(*stop, points)).collect();
        let lines: Vec<Point> = drawn.into_iter().flat_map(|(_, points)| points).collect();
        let points: Vec<Point> = stops.iter().map(|city| city.at).collect();
        for (city, nudge) in stops.iter_mut().zip(placing::nudges(&points)) {
            city.nudge = nudge;
        }
        let words: Vec<(Point, Point, &str, &str)> = stops
            .iter()
            .map(|city| (city.at, city.nudge, city.name.as_str(), days.get(city.stop).map_or("", String::as_str)))
            .collect();
        let sides = placing::sides(&words, &lines);
        for (city, side) in stops.iter_mut().zip(sides) {
            city.side = side;
        }
        for (stop, days) in days.into_iter().enumerate() {
            let beside = |city: &&mut Placed| city.stop == stop && matches!(city.side, Side::Right | Side::Left);
            let chosen = match stops.iter().position(|city| city.stop == stop && city.side == Side::Right) {
                Some(at) => stops.get_mut(at),
                None => stops.iter_mut().find(beside),
            };
            if let Some(city) = chosen {
                city.days = Some(days);
            } else if let Some(city) = stops.iter_mut().find(|city| city.stop == stop) {
                city.days = Some(days);
            }
        }
        let names = globe.names.iter().enumerate();
        let names = names.filter_map(|(at, name)| Some((at, sphere.seen(name.position)?))).collect();
        Self { stops, ways, names, count: number }
    }
}

const fn placed(stop: usize, number: usize, name: String, at: Point) -> Placed {
    Placed { stop, number, name, at, nudge: Point { x: 0.0, y: 0.0 }, side: Side::Right, days: None }
}

fn days(stop: &Stop, briefing: &Briefing) -> String {
    labels::span(stop.dated.when, &briefing.catalogue.strings)
}

/// The seen part of the shortest way; it may begin or end at the horizon.
fn line(sphere: &Sphere, from: Coordinates, to: Coordinates) -> Vec<Point> {
    great_circle(from, to, PIECES).into_iter().filter_map(|position| sphere.seen(position)).collect()
}

fn way(stop: usize, points: &[Point]) -> Way {
    let length: f64 = points.iter().zip(points.iter().skip(1)).map(|(a, b)| a.distance(*b)).sum();
    let middle = points.len() / 2;
    let around = points.get(middle.saturating_sub(1)).zip(points.get(middle)).zip(points.get(middle + 1));
    let arrow = around.filter(|_| length >= LONG).map(|((before, at), after)| {
        let angle = (after.y - before.y).atan2(after.x - before.x).to_degrees();
        (*at, angle)
    });
    Way { stop, path: path(points), arrow }
}

/// Points as SVG path data: the first absolute, the others relative, in tenths of a unit.
#[must_use]
pub fn path(points: &[Point]) -> String {
    let tenths = |value: f64| (value * 10.0).round();
    let mut path = String::new();
    let mut last = None;
    for point in points {
        let (x, y) = (tenths(point.x), tenths(point.y));
        match last {
            None => path.push_str(&format!("M{} {}l", x / 10.0, y / 10.0)),
            Some((lx, ly)) if (lx, ly) == (x, y) => continue,
            Some((lx, ly)) => {
                for step in [(x - lx) / 10.0, (y - ly) / 10.0] {
                    // A sign separates as well as a space does.
                    if step >= 0.0 && !path.ends_with('l') {
                        path.push(' ');
                    }
                    path.push_str(&short(step));
                }
            }
        }
        last = Some((x, y));
    }
    path
}

/// A number with one decimal at most, and without what can be left out.
fn short(number: f64) -> String {
    let text = format!("{:.1}", number + 0.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match text.strip_prefix("-0.") {
        Some(rest) => format!("-.{rest}"),
        None => text.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(text).to_owned(),
    }
}

/// A length of the drawing as a share of its side, for what is placed in percent.
#[must_use]
pub fn percent(units: f64) -> String {
    format!("{}%", short(units / sphere::SIDE * 100.0))
}
