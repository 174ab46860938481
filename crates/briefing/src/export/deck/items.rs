//! What stands on a slide, as the library in the browser takes it: boxes of text, shapes and tables.
//!
//! Places are given in pixels of a slide that is 1280 × 720 and written in inches; sizes of text are
//! written in points.

use super::super::json::{list, object, text};
use super::measure::{Face, Fitted, LEADING, is_leftward};
use crate::model::Briefing;

/// The colours of the light page, which paper and projectors have.
pub(super) const PAPER: &str = "FBFCFB";
pub(super) const INK: &str = "12181C";
pub(super) const INK_2: &str = "445059";
pub(super) const INK_3: &str = "5C6870";
pub(super) const RED: &str = "C4161C";
pub(super) const RED_TEXT: &str = "B01218";
pub(super) const LINE: &str = "CFD7D5";
pub(super) const MARK: &str = "E4EAE8";

/// Where what stands on a slide begins and ends.
pub(super) const LEFT: u32 = 56;
pub(super) const WIDTH: u32 = 1168;
/// Above this line stands what a slide says, and below it where that is from.
pub(super) const FOOT: u32 = 660;

/// A place on a slide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(pub u32, pub u32, pub u32, pub u32);

/// Pixels in inches.
pub(super) fn inches(pixels: u32) -> String {
    format!("{:.3}", f64::from(pixels) / 96.0)
}

/// Pixels in points.
pub(super) fn points(pixels: u32) -> String {
    format!("{}", f64::from(pixels) * 0.75)
}

impl Place {
    pub(super) fn members(self) -> [(&'static str, String); 4] {
        [("x", inches(self.0)), ("y", inches(self.1)), ("w", inches(self.2)), ("h", inches(self.3))]
    }
}

/// Words that are set alike.
#[derive(Clone, Debug)]
pub(super) struct Run {
    text: String,
    leftward: bool,
    members: Vec<(&'static str, String)>,
}

impl Run {
    pub(super) fn new(words: &str) -> Self {
        Self { text: text(words), leftward: is_leftward(words), members: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.members.push((name, value));
        self
    }

    pub(super) fn size(self, pixels: u32) -> Self {
        self.with("fontSize", points(pixels)).leading(pixels)
    }

    /// Its lines are as high as those of text of this size.
    pub(super) fn leading(mut self, pixels: u32) -> Self {
        self.members.retain(|(name, _)| *name != "lineSpacing");
        self.with("lineSpacing", points(pixels * LEADING / 100))
    }

    pub(super) fn face(self, face: Face) -> Self {
        let name = font(face);
        self.with("fontFace", text(name))
    }

    pub(super) fn bold(self) -> Self {
        self.with("bold", "true".to_owned())
    }

    pub(super) fn color(self, color: &str) -> Self {
        self.with("color", text(color))
    }

    pub(super) fn marked(self, color: &str) -> Self {
        self.with("highlight", text(color))
    }

    pub(super) fn aligned(self, side: &str) -> Self {
        self.with("align", text(side))
    }

    /// The paragraph ends after it.
    pub(super) fn ends(self) -> Self {
        self.with("breakLine", "true".to_owned())
    }

    /// Leads to an address that has the marks of the pieces in it.
    pub(super) fn leads(self, address: &str, tip: &str) -> Self {
        self.with("hyperlink", object(&[("url", format!("\"{address}\"")), ("tooltip", text(tip))]))
    }

    /// The number of the commitments in a column and a row of the matrix, which only the browser knows.
    pub(super) fn counted(mut self, pillar: Option<usize>, status: Option<usize>) -> Self {
        let place = |place: Option<usize>| place.map_or_else(|| "null".to_owned(), |place| place.to_string());
        self.text = "\"\"".to_owned();
        self.with("count", format!("[{},{}]", place(pillar), place(status)))
    }

    /// What the reader chose, which only the browser knows.
    pub(super) fn chosen(mut self) -> Self {
        self.text = "\"\"".to_owned();
        self.with("chosen", "true".to_owned())
    }

    pub(super) fn json(&self) -> String {
        object(&[("text", self.text.clone()), ("options", object(&self.members))])
    }
}

/// The name of a font that comes with other people's programs.
pub(super) const fn font(face: Face) -> &'static str {
    match face {
        Face::Serif | Face::Bold => "Georgia",
        Face::Sans => "Arial",
    }
}

/// The fonts for scripts that those do not have: East Asian ones, and those written from right to left.
pub(super) const OTHER_SCRIPTS: [(&str, &str, &str); 2] =
    [("Georgia", "Yu Mincho", "Times New Roman"), ("Arial", "Yu Gothic", "Arial")];

/// A box of text in which all runs that say nothing else are set alike.
pub(super) fn paragraph(place: Place, face: Face, size: u32, runs: &[Run], name: &str, briefing: &Briefing) -> String {
    boxed(place, face, size, runs, &[("name", text(name))], briefing)
}

/// The title of a slide, by which it is known in outlines and to screen readers.
pub(super) fn title(place: Place, fitted: &Fitted, briefing: &Briefing) -> String {
    let more = [("name", text("Title")), ("title", "true".to_owned()), ("bold", "true".to_owned())];
    boxed(place, Face::Serif, fitted.size, &[Run::new(&fitted.text)], &more, briefing)
}

/// White words in a red circle.
pub(super) fn badge(words: &str, place: Place, briefing: &Briefing) -> String {
    let fill = ("fill", object(&[("color", text(RED))]));
    let more = [("name", text("Number")), ("shape", text("ellipse")), fill, ("valign", text("middle"))];
    boxed(place, Face::Sans, 13, &[Run::new(words).bold().color("FFFFFF").aligned("center")], &more, briefing)
}

fn boxed(
    place: Place,
    face: Face,
    size: u32,
    runs: &[Run],
    more: &[(&'static str, String)],
    briefing: &Briefing,
) -> String {
    let mut members = place.members().to_vec();
    members.extend([
        ("margin", "0".to_owned()),
        ("fontFace", text(font(face))),
        ("fontSize", points(size)),
        ("lineSpacing", points(size * LEADING / 100)),
        ("color", text(INK)),
        ("lang", text(&briefing.catalogue.language)),
    ]);
    if !more.iter().any(|(name, _)| *name == "valign") {
        members.push(("valign", text("top")));
    }
    members.extend(direction(runs));
    members.extend_from_slice(more);
    format!("[\"text\",{},{}]", list(runs.iter().map(Run::json)), object(&members))
}

/// How runs are set that are written from right to left.
pub(super) fn direction(runs: &[Run]) -> Vec<(&'static str, String)> {
    if runs.first().is_some_and(|run| run.leftward) {
        vec![("rtlMode", "true".to_owned()), ("align", text("right"))]
    } else {
        Vec::new()
    }
}

/// How a shape is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint<'a> {
    /// What it is filled with.
    pub fill: Option<&'a str>,
    /// The colour of its outline, and how thick that is in hundredths of a point.
    pub line: Option<(&'a str, u32)>,
    /// The outline is dashed.
    pub dashed: bool,
}

/// Neither filled nor outlined.
pub(super) const UNPAINTED: Paint<'static> = Paint { fill: None, line: None, dashed: false };

impl<'a> Paint<'a> {
    /// Filled, without an outline.
    pub(super) const fn filled(color: &'a str) -> Self {
        Self { fill: Some(color), line: None, dashed: false }
    }
}

/// A shape. Without a description it is ornament, and passed over by screen readers.
pub(super) fn shape(kind: &str, place: Place, paint: Paint<'_>, description: &str) -> String {
    outlined(kind, place, paint, description, &[])
}

fn outlined(kind: &str, place: Place, paint: Paint<'_>, description: &str, more: &[(&'static str, String)]) -> String {
    let mut members = place.members().to_vec();
    members.extend(paint.fill.map(|color| ("fill", object(&[("color", text(color))]))));
    members.extend(paint.line.map(|(color, width)| {
        let dash = if paint.dashed { "sysDash" } else { "solid" };
        let width = format!("{}", f64::from(width) / 100.0);
        ("line", object(&[("color", text(color)), ("width", width), ("dashType", text(dash))]))
    }));
    members.extend([("name", text(kind)), ("alt", text(description))]);
    members.extend_from_slice(more);
    format!("[\"shape\",{},{}]", text(kind), object(&members))
}

/// Lines from point to point, in pixels from the corner of the place. They are ornament.
pub(super) fn drawn(points: &[(u32, u32)], place: Place, paint: Paint<'_>) -> String {
    let points = points.iter().map(|(x, y)| object(&[("x", inches(*x)), ("y", inches(*y))]));
    outlined("custGeom", place, paint, "", &[("points", list(points))])
}

/// A slide. `more` is what the browser has to know of it beside what it shows.
pub(super) fn slide(items: &[String], notes: &str, more: &[(&'static str, String)]) -> String {
    let mut members = vec![("items", list(items.iter().cloned())), ("notes", notes.to_owned())];
    members.extend_from_slice(more);
    object(&members)
}
