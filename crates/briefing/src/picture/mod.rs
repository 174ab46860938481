//! Still pictures of the briefing as SVG, for decks and for link previews.
//!
//! Each is complete in itself: title, date of the content, sources and, if it is known, the address
//! stand inside it, and so does its look, since no stylesheet goes with it. What it shows is the whole
//! briefing. Its words stay words, so that they can be found, changed in a deck and read aloud; the
//! room for them is reckoned for fonts that are wider than ours ([`measure`]), because nobody knows
//! which ones a reader has.

mod canvas;
mod frame;
mod globe;
mod look;
mod matrix;
mod measure;
mod route;
mod social;
mod timeline;

use crate::layout::labels;
use crate::model::date::When;
use crate::model::{Briefing, fill};
pub use look::{COLORS, Families};

/// What the pictures of a briefing are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The land of the globe as SVG, if there is one.
    pub land: Option<&'a str>,
    /// The sign of the briefing as SVG.
    pub icon: &'a str,
    /// Where the briefing is found, if that is known.
    pub address: Option<&'a str>,
}

/// A picture that can be drawn of any briefing which has what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Picture {
    /// Its name, which is also that of its files.
    pub name: &'static str,
    /// Its width and height.
    pub size: (u32, u32),
    /// What it is called on the page.
    pub title: fn(&Briefing) -> String,
    /// Whether the briefing has what it shows.
    has: fn(&Briefing) -> bool,
    /// Draws it.
    draw: fn(&Scene<'_>) -> String,
}

/// Those that are offered on the page, in its order.
pub const PICTURES: [Picture; 3] = [
    Picture {
        name: "timeline",
        size: look::SLIDE,
        title: |briefing| briefing.catalogue.strings.diagram_name().to_owned(),
        has: |briefing| !briefing.stops.is_empty(),
        draw: timeline::draw,
    },
    Picture {
        name: "route",
        size: look::SLIDE,
        title: route_title,
        has: |briefing| !briefing.stops.is_empty(),
        draw: route::draw,
    },
    Picture {
        name: "matrix",
        size: look::SLIDE,
        title: |briefing| briefing.catalogue.strings.matrix_name().to_owned(),
        has: |briefing| !briefing.catalogue.commitments.is_empty(),
        draw: matrix::draw,
    },
];

/// The picture of links to the briefing.
pub const SOCIAL: Picture = Picture {
    name: "social",
    size: look::CARD,
    title: |briefing| briefing.site.title.clone(),
    has: |_| true,
    draw: social::draw,
};

impl Picture {
    /// Whether the briefing has what it shows.
    #[must_use]
    pub fn shows(&self, briefing: &Briefing) -> bool {
        (self.has)(briefing)
    }

    /// It as SVG text.
    #[must_use]
    pub fn svg(&self, scene: &Scene<'_>) -> String {
        (self.draw)(scene)
    }
}

/// The sign of a briefing on paper, of which everything but the middle may be cut off.
#[must_use]
pub fn on_paper(icon: &str) -> String {
    let sign = icon.replacen("<svg ", "<svg x=\"24\" y=\"24\" width=\"52\" height=\"52\" ", 1);
    let paper = look::PAPER;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\
         <path fill=\"{paper}\" d=\"M0 0h100v100H0z\"/>{sign}</svg>"
    )
}

/// "The route: India, Australia, Japan".
fn route_title(briefing: &Briefing) -> String {
    let countries: Vec<&str> = briefing.stops.iter().map(|stop| stop.country.as_str()).collect();
    let values = [("title", briefing.site.sections.route.title.as_str()), ("places", &countries.join(", "))];
    fill(briefing.catalogue.strings.embed_route(), &values)
}

/// "28 February – 7 March 2026".
fn trip_dates(briefing: &Briefing) -> Option<String> {
    let (first, last) = briefing.trip_days()?;
    let when = if first == last { When::Day(first) } else { When::Range(first, last) };
    Some(labels::full(when, &briefing.catalogue.strings))
}

/// The trip in words, for screen readers.
#[must_use]
pub fn trip_in_words(briefing: &Briefing) -> String {
    let strings = &briefing.catalogue.strings;
    let legs = briefing.stops.iter().map(|stop| {
        let title = &stop.title;
        format!("{title} ({})", labels::full(stop.dated.when, strings))
    });
    legs.collect::<Vec<_>>().join("; ")
}
