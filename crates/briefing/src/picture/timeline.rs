//! The trip as a train diagram with what was before and what follows, and below it what stands behind
//! each of its marks.

use super::canvas::{Anchor, Canvas, Face, Type, number};
use super::frame::{self, Marks};
use super::look::{INK, INK_2, LEFT, LINE, LINE_2, PAPER, RED, RED_T, SLIDE, WIDTH};
use super::measure::{largest, lines, width};
use super::{Scene, trip_in_words};
use crate::layout::diagram::{Diagram, Mark};
use crate::layout::labels;
use crate::model::{Briefing, EraKind, Event, Stop};

/// The width of the drawing in its own units.
const UNITS: f64 = 1296.0;

const DAY: Type = Type { size: 18.0, face: Face::Plain, fill: INK };
const YEAR: Type = Type { size: 18.0, face: Face::Strong, fill: INK };
const QUIET: Type = Type { size: 18.0, face: Face::Plain, fill: INK_2 };
const ERA: Type = Type { size: 18.0, face: Face::Strong, fill: INK };
const SCALE: Type = Type { size: 16.0, face: Face::Plain, fill: INK_2 };
const COUNTRY: Type = Type { size: 22.0, face: Face::Strong, fill: INK };
const CITIES: Type = Type { size: 22.0, face: Face::Plain, fill: INK };

/// The sizes of the words below; when the smallest has no room, they are left out.
const SIZES: [f64; 4] = [20.0, 18.0, 17.0, 16.0];

/// The height of the diagram with its dates.
const HEIGHT: f64 = 286.0;

fn across(units: f64) -> f64 {
    LEFT + units * WIDTH / UNITS
}

pub(super) fn draw(scene: &Scene<'_>) -> String {
    let briefing = scene.briefing;
    let site = &briefing.site;
    let title = briefing.catalogue.strings.diagram_name();
    let mut canvas = Canvas::new(scene, SLIDE, title, &trip_in_words(briefing));
    let bottom = frame::foot(&mut canvas, scene);
    let y = frame::title(&mut canvas, scene, title, WIDTH, 1);
    let y = frame::intro(&mut canvas, y, site.sections.route.intro.as_deref(), WIDTH) + 52.0;
    let diagram = Diagram::new(briefing);
    Drawing { diagram: &diagram, briefing, top: y }.draw(&mut canvas);
    words(&mut canvas, briefing, &diagram, [y + HEIGHT + 40.0, bottom]);
    canvas.finish()
}

/// The diagram with the base line of its dates.
struct Drawing<'a> {
    diagram: &'a Diagram,
    briefing: &'a Briefing,
    top: f64,
}

impl Drawing<'_> {
    /// How far down something is.
    fn down(&self, units: f64) -> f64 {
        let last = self.diagram.legs.last().map_or(0.0, |leg| leg.y);
        let deepest = (self.diagram.axis + 40.0).max(last + 22.0);
        self.top + 14.0 + (units - 20.0) * (HEIGHT - 14.0) / (deepest - 20.0)
    }

    fn draw(&self, canvas: &mut Canvas) {
        let Self { diagram, top, .. } = self;
        let (from, to) = (top + 14.0, top + HEIGHT);
        let first = diagram.days.first().map_or(0.0, |day| day.x);
        self.past(canvas);
        for x in [first - 26.0, diagram.days_end + 26.0] {
            wave(canvas, across(x), from, to);
        }
        self.future(canvas);
        for day in &diagram.days {
            canvas.line(&format!("M{} {}V{}", number(across(day.x)), number(from), number(to)), LINE, 1.0);
            let date = labels::short_day(day.date, &self.briefing.catalogue.strings);
            canvas.anchored(across(day.middle), *top, &date, DAY, Anchor::Middle);
        }
        let end = number(across(diagram.days_end));
        canvas.line(&format!("M{end} {}V{}", number(from), number(to)), LINE, 1.0);
        let mut route = String::new();
        for (at, leg) in diagram.legs.iter().enumerate() {
            let y = number(self.down(leg.y));
            canvas.dashed(&format!("M{} {y}H{end}", number(across(first))), LINE, 1.0, "2 3");
            let command = if at == 0 { 'M' } else { 'L' };
            route.push_str(&format!("{command}{} {y}H{}", number(across(leg.x)), number(across(leg.turn))));
        }
        canvas.element(
            "path",
            &[("fill", &"none"), ("stroke", &RED), ("stroke-width", &8), ("stroke-linejoin", &"round"), ("d", &route)],
        );
        for leg in &diagram.legs {
            let Some(stop) = self.briefing.stops.get(leg.stop) else { continue };
            let (x, y) = (across(leg.x), self.down(leg.y));
            canvas.circle((x, y, 11.0), PAPER, RED, 5.0);
            let cities = format!("\u{a0}\u{a0}{}", stop.cities());
            canvas.runs(x + 22.0, y - 16.0, &[(&stop.country, COUNTRY), (&cities, CITIES)], Anchor::Start, Some(PAPER));
            if let Some(label) = &stop.label {
                self.label(canvas, label, x, y);
            }
        }
    }

    /// A few words before a leg begins; they must not reach into what stands left of the trip.
    fn label(&self, canvas: &mut Canvas, label: &str, x: f64, y: f64) {
        let right = x - 36.0;
        let room = right - across(self.diagram.days.first().map_or(0.0, |day| day.x));
        if width(label, QUIET) <= room {
            canvas.haloed(right, y + 6.0, label, QUIET, Anchor::End, PAPER);
        }
    }

    fn past(&self, canvas: &mut Canvas) {
        let Self { diagram, briefing, top } = self;
        let Some(last) = diagram.past.last() else { return };
        let y = self.down(diagram.axis);
        let level = number(y);
        let era = &briefing.site.past;
        canvas.text(LEFT, *top, &era.title, ERA);
        canvas.text(LEFT, top + 25.0, &era.scale, SCALE);
        canvas.line(&format!("M{} {level}H{}", number(LEFT), number(across(last.x + 24.0))), LINE_2, 2.5);
        for (from, to) in &diagram.past_gaps {
            let (from, to) = (across(*from) + 10.0, across(*to) - 10.0);
            canvas.line(&format!("M{} {level}H{}", number(from), number(to)), PAPER, 5.0);
            canvas.dashed(&format!("M{} {level}H{}", number(from + 2.0), number(to)), LINE_2, 2.5, "2.5 6");
        }
        for mark in &diagram.past {
            let x = across(mark.x);
            canvas.circle((x, y, 7.0), PAPER, INK_2, 2.5);
            let base = if mark.above { y - 19.0 } else { y + 33.0 };
            let x = x.max(LEFT + width(&mark.label, YEAR) / 2.0 - 2.0);
            canvas.anchored(x, base, &mark.label, YEAR, Anchor::Middle);
        }
    }

    fn future(&self, canvas: &mut Canvas) {
        let Self { diagram, briefing, top } = self;
        let (Some(first), Some(last)) = (diagram.future.first(), diagram.future.last()) else { return };
        let y = self.down(diagram.axis);
        let era = &briefing.site.future;
        let left = across(first.x) - 10.0;
        canvas.text(left, *top, &era.title, ERA);
        canvas.text(left, top + 25.0, &era.scale, SCALE);
        let path = format!("M{} {y:.1}H{}", number(across(first.x)), number(across(last.x)));
        canvas.dashed(&path, LINE_2, 2.5, "8 7");
        let count = diagram.future.len();
        let mut base = y + 33.0;
        for (at, mark) in diagram.future.iter().enumerate() {
            let (anchor, x) = if at + 1 == count && at > 0 {
                (Anchor::End, across(mark.x) + 10.0)
            } else {
                (Anchor::Start, across(mark.x) - 10.0)
            };
            canvas.circle((across(mark.x), y, 7.0), PAPER, INK_2, 2.5);
            let year = briefing.events.get(mark.event).and_then(|event| event.dated.as_ref());
            let year = year.map(|dated| labels::full(dated.when, &briefing.catalogue.strings)).unwrap_or_default();
            canvas.anchored(x, y - 19.0, &year, YEAR, anchor);
            let room = if anchor == Anchor::End { x - left } else { LEFT + WIDTH - x };
            for line in lines(&mark.label, room, QUIET) {
                canvas.anchored(x, base, &line, QUIET, anchor);
                base += 24.0;
            }
        }
    }
}

/// The double wave, upright: a change of scale.
fn wave(canvas: &mut Canvas, x: f64, from: f64, to: f64) {
    let count = ((to - from) / 32.0).round().max(1.0);
    let step = (to - from) / count / 2.0;
    let mut path = String::new();
    for side in [-5.0, 5.0] {
        path.push_str(&format!("M{} {}", number(x + side), number(from)));
        let (third, two) = (step / 3.0, step * 2.0 / 3.0);
        let mut y = from;
        while y < to - 0.1 {
            path.push_str(&format!("c5.5 {third:.1} 5.5 {two:.1} 0 {step:.1}s-5.5 {two:.1} 0 {step:.1}"));
            y += step * 2.0;
        }
    }
    canvas.line(&path, INK_2, 1.7);
}

/// A column of words: its left side, its width, and what is in it.
struct Column<'a> {
    left: f64,
    room: f64,
    content: Content<'a>,
}

enum Content<'a> {
    /// A date and what happened, one below the other.
    Events(Vec<(String, &'a Event)>),
    /// What a leg brought.
    Leg(&'a Stop),
}

/// Below the diagram, under each of its parts, what its marks stand for.
fn words(canvas: &mut Canvas, briefing: &Briefing, diagram: &Diagram, [top, bottom]: [f64; 2]) {
    let columns = columns(briefing, diagram);
    let highest = |size: f64| columns.iter().map(|column| column.draw(None, briefing, size, 0.0)).fold(0.0, f64::max);
    let size = largest(&SIZES, bottom - top, highest);
    if highest(size) > bottom - top {
        return;
    }
    for column in &columns {
        canvas.area([column.left, top, column.room, 1.0], LINE);
        column.draw(Some(canvas), briefing, size, top);
    }
}

fn columns<'a>(briefing: &'a Briefing, diagram: &Diagram) -> Vec<Column<'a>> {
    let strings = &briefing.catalogue.strings;
    let year = |mark: &Mark| Some((mark.label.clone(), briefing.events.get(mark.event)?));
    let past: Vec<_> = diagram.past.iter().filter_map(year).collect();
    let coming = briefing.events.iter().filter(|event| event.era == EraKind::Future);
    let coming = coming.filter_map(|event| Some((labels::full(event.dated.as_ref()?.when, strings), event)));
    let begin = across(diagram.days.first().map_or(0.0, |day| day.x));
    let end = across(diagram.days_end);
    let count = f64::from(u32::try_from(briefing.stops.len()).unwrap_or(1)).max(1.0);
    let gap = 30.0;
    let room = (end - begin - gap * (count - 1.0)) / count;
    let legs = briefing.stops.iter().zip(0_u32..).map(|(stop, at)| Column {
        left: begin + (room + gap) * f64::from(at),
        room,
        content: Content::Leg(stop),
    });
    let follows = end + (begin - LEFT - across(252.0) + LEFT);
    let follows = diagram.future.first().map_or(follows, |mark| across(mark.x) - 10.0);
    let past = Column { left: LEFT, room: across(252.0) - LEFT, content: Content::Events(past) };
    let future = Column { left: follows, room: LEFT + WIDTH - follows, content: Content::Events(coming.collect()) };
    let filled = |column: &Column<'_>| !matches!(&column.content, Content::Events(events) if events.is_empty());
    [past].into_iter().chain(legs).chain([future]).filter(filled).collect()
}

impl Column<'_> {
    /// Draws it below `top`, or only reckons; answers its height.
    fn draw(&self, mut canvas: Option<&mut Canvas>, briefing: &Briefing, size: f64, top: f64) -> f64 {
        let leading = (size * 1.34).round();
        let plain = Type { size, face: Face::Plain, fill: INK_2 };
        let strong = Type { size, face: Face::Strong, fill: INK };
        let mut y = top + 14.0;
        match &self.content {
            Content::Events(events) => {
                let dates = events.iter().map(|(date, _)| width(date, strong)).fold(0.0, f64::max) + 16.0;
                for (date, event) in events {
                    let broken = lines(&event.title, self.room - dates, plain);
                    if let Some(canvas) = canvas.as_deref_mut() {
                        canvas.text(self.left, y + size, date, strong);
                        canvas.lines(self.left + dates, y + size, &broken, plain, leading);
                    }
                    y += leading * f64::from(u32::try_from(broken.len()).unwrap_or_default()) + 7.0;
                }
            }
            Content::Leg(stop) => {
                let date = labels::span(stop.dated.when, &briefing.catalogue.strings);
                let head = Type { fill: RED_T, ..strong };
                let name = Type { size: 28.0, face: Face::Title, fill: INK };
                let names = lines(&stop.country, self.room, name);
                let broken = lines(&stop.text, self.room, plain);
                let marks = Marks::new(&stop.cites, &briefing.catalogue.sources, self.room);
                let rows = |lines: &[String]| f64::from(u32::try_from(lines.len()).unwrap_or_default());
                let text_at = y + size + 36.0 + 34.0 * (rows(&names) - 1.0) + leading + 8.0;
                let marks_at = text_at + leading * (rows(&broken) - 1.0) + 16.0;
                if let Some(canvas) = canvas {
                    canvas.text(self.left, y + size, &date, head);
                    canvas.lines(self.left, y + size + 36.0, &names, name, 34.0);
                    canvas.lines(self.left, text_at, &broken, plain, leading);
                    marks.draw(canvas, self.left, marks_at);
                }
                y = marks_at + marks.height();
            }
        }
        y - top
    }
}
