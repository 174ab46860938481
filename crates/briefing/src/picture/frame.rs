//! What stands in every slide: the title above, and below it the sources, the date of the content and
//! the address.

use super::Scene;
use super::canvas::{Anchor, Canvas, Face, Type};
use super::look::{INK, INK_2, LEFT, LINE, LINE_2, PAPER_3, RED_T, WIDTH};
use super::measure::{balanced, largest, lines, title_height, width};
use crate::layout::labels;
use crate::model::{Briefing, Citation, Source, Tier, fill};

const KICKER: Type = Type { size: 24.0, face: Face::Strong, fill: RED_T };
const NAME: Type = Type { size: 20.0, face: Face::Strong, fill: INK };
const NOTE: Type = Type { size: 20.0, face: Face::Plain, fill: INK_2 };

/// The height of a source mark, and the room inside of it at the left and right.
pub(super) const MARK: f64 = 26.0;
const INSET: f64 = 8.0;
/// Between two marks.
const GAP: f64 = 9.0;

/// Between the sources at the end of a slide, and between their rows.
const APART: f64 = 34.0;
const ROW: f64 = 38.0;
/// The base line of the last line.
const LAST: f64 = 1044.0;

/// A title as large as has room in `most` lines; answers where what follows may begin.
pub(super) fn title(canvas: &mut Canvas, scene: &Scene<'_>, title: &str, room: f64, most: usize) -> f64 {
    let kicker = lines(&scene.briefing.site.title, room, KICKER);
    let y = canvas.lines(LEFT, 82.0, &kicker, KICKER, 32.0) - 32.0;
    let style = |size| Type { size, face: Face::Title, fill: INK };
    let count = |size| title_height(title, room, style(size), 1.0);
    let most = f64::from(u32::try_from(most).unwrap_or(1));
    let size = largest(&[64.0, 56.0, 48.0, 40.0], most, count);
    let broken = balanced(title, room, style(size));
    let y = y + size + 12.0;
    canvas.lines(LEFT, y, &broken, style(size), size * 1.12) - size * 1.12 + 22.0
}

/// What leads into a picture; answers where what follows may begin.
pub(super) fn intro(canvas: &mut Canvas, y: f64, text: Option<&str>, room: f64) -> f64 {
    let Some(text) = text else { return y };
    let style = Type { size: 26.0, face: Face::Serif, fill: INK_2 };
    canvas.lines(LEFT, y + 30.0, &lines(text, room, style), style, 36.0) - 36.0 + 14.0
}

/// The end of a slide; answers how far down what is above it may reach.
pub(super) fn foot(canvas: &mut Canvas, scene: &Scene<'_>) -> f64 {
    let briefing = scene.briefing;
    let strings = &briefing.catalogue.strings;
    let date = labels::day(briefing.site.as_of, strings);
    let note = fill(strings.embed_note(), &[("date", &date)]);
    let address = scene.address.map(plain).unwrap_or_default();
    let name = &briefing.site.short_title;
    let begin = LEFT + 40.0 + width(name, NAME) + 28.0;
    // A long address has a line of its own.
    let beside = begin + width(&note, NOTE) + APART + width(address, NOTE) <= LEFT + WIDTH;
    let mut y = LAST;
    if !address.is_empty() && !beside {
        canvas.text(LEFT + 40.0, y, address, NOTE);
        y -= 30.0;
    }
    canvas.drawing(scene.icon, [LEFT - 2.0, y - 22.0, 28.0], "");
    canvas.text(LEFT + 40.0, y, name, NAME);
    let broken = lines(&note, LEFT + WIDTH - begin, NOTE);
    let up = 27.0 * f64::from(u32::try_from(broken.len().saturating_sub(1)).unwrap_or_default());
    canvas.lines(begin, y - up, &broken, NOTE, 27.0);
    if beside {
        canvas.anchored(LEFT + WIDTH, y, address, NOTE, Anchor::End);
    }
    let rows = source_rows(briefing);
    let mut y = y - up - 2.0 - ROW * f64::from(u32::try_from(rows.len()).unwrap_or_default());
    let top = y - 36.0;
    for row in rows {
        let mut x = LEFT;
        for (word, style) in row {
            if let Word::Code(source) = word {
                x = mark(canvas, x, y, &source.code, None, source.tier);
            } else if let Word::Plain(text) = word {
                canvas.text(x, y, text, style);
                x += width(text, style);
            }
            x += if matches!(word, Word::Code(_)) { 10.0 } else { APART };
        }
        y += ROW;
    }
    canvas.area([LEFT, top, WIDTH, 1.0], LINE);
    top - 22.0
}

#[derive(Clone, Copy)]
enum Word<'a> {
    Plain(&'a str),
    Code(&'a Source),
}

/// The sources, each by its code and what it is, in as many rows as they need.
fn source_rows(briefing: &Briefing) -> Vec<Vec<(Word<'_>, Type)>> {
    let heading = briefing.catalogue.strings.facts_sources();
    let mut rows = vec![vec![(Word::Plain(heading), NAME)]];
    let mut x = width(heading, NAME) + APART;
    for source in &briefing.catalogue.sources {
        let needed = mark_width(&source.code, None) + 10.0 + width(&source.kind, NOTE) + APART;
        if x + needed - APART > WIDTH {
            rows.push(Vec::new());
            x = 0.0;
        }
        x += needed;
        if let Some(row) = rows.last_mut() {
            row.extend([(Word::Code(source), NOTE), (Word::Plain(&source.kind), NOTE)]);
        }
    }
    rows
}

/// An address as people write it.
fn plain(address: &str) -> &str {
    let address = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    address.trim_end_matches('/')
}

const CODE: Type = Type { size: 17.0, face: Face::Strong, fill: INK };
const PARAGRAPH: Type = Type { size: 17.0, face: Face::Plain, fill: INK_2 };

fn mark_width(code: &str, paragraph: Option<&str>) -> f64 {
    let paragraph = paragraph.map_or(0.0, |paragraph| width(paragraph, PARAGRAPH));
    (width(code, CODE) + paragraph + 2.0 * INSET).round()
}

/// A source mark whose words stand on the base line `y`; answers where it ends.
fn mark(canvas: &mut Canvas, x: f64, y: f64, code: &str, paragraph: Option<&str>, tier: Tier) -> f64 {
    let wide = mark_width(code, paragraph);
    let area = [x, y - 19.0, wide, MARK];
    match tier {
        Tier::Primary => canvas.area(area, PAPER_3),
        Tier::Press => canvas.outline(area, LINE_2, 1.0),
    }
    let runs: Vec<(&str, Type)> =
        [(code, CODE)].into_iter().chain(paragraph.map(|paragraph| (paragraph, PARAGRAPH))).collect();
    canvas.runs(x + wide / 2.0, y, &runs, Anchor::Middle, None);
    x + wide
}

/// The marks of a claim as code and paragraph, in rows that are no wider than `room`.
pub(super) struct Marks<'a> {
    rows: Vec<Vec<(&'a Source, String)>>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(cites: &[Citation], sources: &'a [Source], room: f64) -> Self {
        let (mut rows, mut x) = (vec![Vec::new()], 0.0);
        for cite in cites {
            let Some(source) = sources.get(usize::from(cite.source)) else { continue };
            let paragraph = format!("\u{a0}¶{}", cite.paragraph);
            let wide = mark_width(&source.code, Some(&paragraph));
            if x > 0.0 && x + wide > room {
                rows.push(Vec::new());
                x = 0.0;
            }
            x += wide + GAP;
            if let Some(row) = rows.last_mut() {
                row.push((source, paragraph));
            }
        }
        Self { rows }
    }

    /// How high all of it is.
    pub(super) fn height(&self) -> f64 {
        (MARK + GAP) * f64::from(u32::try_from(self.rows.len()).unwrap_or_default()) - GAP
    }

    /// Draws it below `y`.
    pub(super) fn draw(&self, canvas: &mut Canvas, x: f64, y: f64) {
        let mut y = y + 19.0;
        for row in &self.rows {
            let mut x = x;
            for (source, paragraph) in row {
                x = mark(canvas, x, y, &source.code, Some(paragraph), source.tier) + GAP;
            }
            y += MARK + GAP;
        }
    }
}
