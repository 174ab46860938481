//! Tables on a slide.

use super::super::json::{list, object, text};
use super::items::{INK, Place, Run, direction, font, inches};
use super::measure::Face;
use crate::model::Briefing;

/// A cell of a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub runs: Vec<Run>,
    /// The lines above and below it: a colour, and a thickness in hundredths of a point.
    pub above: Option<(String, u32)>,
    pub below: Option<(String, u32)>,
    /// In pixels, before its text.
    pub indent: u32,
    /// Over how many columns it reaches.
    pub columns: u32,
}

impl Cell {
    /// A cell with a thin line of a colour below it.
    pub(super) fn ruled(runs: Vec<Run>, color: &str) -> Self {
        Self { runs, above: None, below: Some((color.to_owned(), 75)), indent: 0, columns: 1 }
    }
}

/// A table with its columns in pixels and the least height of its rows.
pub(super) struct Table<'a> {
    pub place: Place,
    pub columns: &'a [u32],
    pub heights: &'a [u32],
    pub rows: Vec<Vec<Cell>>,
    pub description: &'a str,
    /// Its first row names the columns.
    pub headed: bool,
}

pub(super) fn table(table: &Table<'_>, briefing: &Briefing) -> String {
    let mut members = table.place.members().to_vec();
    let pixels = |of: &[u32]| list(of.iter().map(|pixels| inches(*pixels)));
    members.extend([
        ("colW", pixels(table.columns)),
        ("rowH", pixels(table.heights)),
        // By the name the script knows which of them has a head.
        ("name", text(if table.headed { "Table" } else { "Facts" })),
        ("alt", text(table.description)),
    ]);
    let rows = table.rows.iter().map(|row| list(row.iter().map(|cell| written(cell, briefing))));
    format!("[\"table\",{},{}]", list(rows), object(&members))
}

fn written(cell: &Cell, briefing: &Briefing) -> String {
    let line = |line: Option<&(String, u32)>| match line {
        Some((color, width)) => {
            object(&[("pt", format!("{}", f64::from(*width) / 100.0)), ("color", text(color)), ("type", text("solid"))])
        }
        None => object(&[("type", text("none"))]),
    };
    let none = || line(None);
    let borders = [line(cell.above.as_ref()), none(), line(cell.below.as_ref()), none()];
    let margins = [6, 8, 6, cell.indent].map(inches);
    let mut members = vec![
        ("valign", text("top")),
        ("margin", list(margins.into_iter())),
        ("border", list(borders.into_iter())),
        ("fontFace", text(font(Face::Sans))),
        ("color", text(INK)),
        ("lang", text(&briefing.catalogue.language)),
    ];
    if cell.columns > 1 {
        members.push(("colspan", cell.columns.to_string()));
    }
    members.extend(direction(&cell.runs));
    object(&[("text", list(cell.runs.iter().map(Run::json))), ("options", object(&members))])
}
