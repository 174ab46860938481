//! How firm each commitment is, by pillar: one mark for each.

use super::Scene;
use super::canvas::{Anchor, Canvas, Face, Type, number};
use super::frame;
use super::look::{INK, INK_2, LEFT, LINE, PAPER, SLIDE, WIDTH};
use super::measure::{lines, width};
use crate::model::{Briefing, Commitment, Pillar, Status, StatusWord, fill};

/// The first column, and what is empty at its right.
const HEAD: f64 = 452.0;
const FREE: f64 = 40.0;

/// The side of a mark with the room around it, the largest that fits being taken.
const STEPS: [f64; 7] = [36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0];

const NAME: Type = Type { size: 20.0, face: Face::Strong, fill: INK };
const MEANING: Type = Type { size: 17.0, face: Face::Plain, fill: INK_2 };
const COUNT: Type = Type { size: 34.0, face: Face::Serif, fill: INK_2 };

/// The height of a bar with the room below.
const BAR: f64 = 30.0;
const BETWEEN: f64 = 4.0;

pub(super) fn draw(scene: &Scene<'_>) -> String {
    let briefing = scene.briefing;
    let strings = &briefing.catalogue.strings;
    let title = strings.matrix_name();
    let commitments = &briefing.catalogue.commitments;
    let in_words = Status::LADDER.iter().zip(&briefing.catalogue.statuses).map(|(status, word)| {
        let count = commitments.iter().filter(|commitment| commitment.status == *status).count();
        format!("{}: {count}", word.label)
    });
    let in_words = in_words.collect::<Vec<_>>().join("; ");
    let mut canvas = Canvas::new(scene, SLIDE, title, &in_words);
    let bottom = frame::foot(&mut canvas, scene);
    let y = frame::title(&mut canvas, scene, title, WIDTH, 1);
    let intro = briefing.site.sections.commitments.intro.as_deref().map(|intro| briefing.counted(intro));
    let top = frame::intro(&mut canvas, y, intro.as_deref(), WIDTH) + 24.0;
    let table = Table::new(briefing);
    let heads = table.heads_height();
    let there_is = bottom - top;
    let fitting = STEPS.into_iter().find(|step| heads + table.height(*step) <= there_is);
    let step = fitting.or(STEPS.last().copied()).unwrap_or_default();
    let needs = heads + table.height(step);
    let rows = f64::from(u32::try_from(Status::LADDER.len()).unwrap_or(1));
    let spare = ((there_is - needs) / rows).clamp(0.0, 26.0);
    // What has no room even so becomes smaller as a whole.
    let scale = (there_is / needs).min(1.0);
    canvas.scaled(LEFT, top, scale, |canvas| {
        table.heads(canvas, top);
        table.rows(canvas, top + heads, step, spare);
    });
    canvas.finish()
}

/// The columns and what is in each row.
struct Table<'a> {
    briefing: &'a Briefing,
    columns: Vec<(usize, &'a Pillar)>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    status: Status,
    word: &'a StatusWord,
    count: usize,
    /// How many marks each column has.
    cells: Vec<usize>,
    /// What spans all pillars.
    bars: Vec<&'a Commitment>,
}

impl<'a> Table<'a> {
    fn new(briefing: &'a Briefing) -> Self {
        let catalogue = &briefing.catalogue;
        let columns: Vec<(usize, &Pillar)> =
            catalogue.pillars.iter().enumerate().filter(|(_, pillar)| pillar.number.is_some()).collect();
        let rows = Status::LADDER.into_iter().zip(&catalogue.statuses).map(|(status, word)| {
            let mine = || catalogue.commitments.iter().filter(move |commitment| commitment.status == status);
            let of = |pillar: usize| mine().filter(move |commitment| usize::from(commitment.pillar) == pillar);
            let spans = |commitment: &&Commitment| columns.iter().all(|(at, _)| usize::from(commitment.pillar) != *at);
            Row {
                status,
                word,
                count: mine().count(),
                cells: columns.iter().map(|(at, _)| of(*at).count()).collect(),
                bars: mine().filter(spans).collect(),
            }
        });
        let rows = rows.collect();
        Self { briefing, columns, rows }
    }

    fn column(&self) -> f64 {
        (WIDTH - HEAD) / count(self.columns.len()).max(1.0)
    }

    /// The names of the pillars in lines.
    fn names(&self) -> Vec<Vec<String>> {
        self.columns.iter().map(|(_, pillar)| lines(&pillar.short, self.column() - 24.0, NAME)).collect()
    }

    fn heads_height(&self) -> f64 {
        let most = self.names().iter().map(Vec::len).max().unwrap_or_default();
        52.0 + 25.0 * count(most) + 12.0
    }

    fn heads(&self, canvas: &mut Canvas, top: f64) {
        let total = self.briefing.catalogue.commitments.len().to_string();
        let all = fill(self.briefing.catalogue.strings.picture_all(), &[("count", &total)]);
        canvas.area([LEFT, top, HEAD - FREE / 2.0, 4.0], INK);
        canvas.lines(LEFT, top + 39.0, &lines(&all, HEAD - FREE, NAME), NAME, 26.0);
        let commitments = &self.briefing.catalogue.commitments;
        for (((at, pillar), names), place) in self.columns.iter().zip(self.names()).zip(0_u32..) {
            let x = LEFT + HEAD + self.column() * f64::from(place);
            let mine = commitments.iter().filter(|commitment| usize::from(commitment.pillar) == *at).count();
            canvas.area([x, top, self.column(), 4.0], color(pillar));
            shape(canvas, pillar, [x, top + 15.0, 32.0], true);
            canvas.anchored(x + self.column() - 16.0, top + 43.0, &mine.to_string(), COUNT, Anchor::End);
            canvas.lines(x, top + 74.0, &names, NAME, 25.0);
        }
    }

    /// How high the rows are with marks of a size.
    fn height(&self, step: f64) -> f64 {
        self.rows.iter().map(|row| self.row_height(row, step)).sum()
    }

    fn meaning(&self, row: &Row<'_>) -> Vec<String> {
        lines(&row.word.meaning, HEAD - FREE - 34.0, MEANING)
    }

    /// How many marks stand beside each other in a cell.
    fn beside(&self, step: f64) -> usize {
        let mut beside = 1;
        while step * count(beside + 1) <= self.column() - 8.0 {
            beside += 1;
        }
        beside
    }

    fn row_height(&self, row: &Row<'_>, step: f64) -> f64 {
        let head = 35.0 + 22.0 * count(self.meaning(row).len());
        let most = row.cells.iter().copied().max().unwrap_or_default();
        let marks = step * count(most.div_ceil(self.beside(step)));
        head.max(14.0 + marks + BAR * count(row.bars.len()))
    }

    fn rows(&self, canvas: &mut Canvas, top: f64, step: f64, spare: f64) {
        let mut y = top;
        for row in &self.rows {
            canvas.area([LEFT, y, WIDTH, 1.0], if y > top { LINE } else { INK });
            self.row(canvas, row, y + spare / 2.0, step);
            y += self.row_height(row, step) + spare;
        }
        canvas.area([LEFT, y, WIDTH, 1.0], INK);
    }

    fn row(&self, canvas: &mut Canvas, row: &Row<'_>, y: f64, step: f64) {
        let base = y + 26.0;
        square(canvas, row.status, [LEFT, base - 16.0, 18.0]);
        canvas.text(LEFT + 34.0, base, &row.word.label, NAME);
        canvas.anchored(LEFT + HEAD - FREE, base, &row.count.to_string(), NAME, Anchor::End);
        canvas.lines(LEFT + 34.0, base + 23.0, &self.meaning(row), MEANING, 22.0);
        let side = (step * 0.76).round();
        let beside = self.beside(step);
        let mut lines = 0;
        for (((_, pillar), marks), place) in self.columns.iter().zip(&row.cells).zip(0_u32..) {
            let left = LEFT + HEAD + self.column() * f64::from(place);
            for mark in 0..*marks {
                let (x, line) = (left + step * count(mark % beside), mark / beside);
                let room = (step - side) / 2.0;
                shape(canvas, pillar, [x, y + 7.0 + step * count(line) + room, side], false);
                lines = lines.max(line + 1);
            }
        }
        let mut y = y + 7.0 + step * count(lines) + if lines > 0 { 0.0 } else { 2.0 };
        for commitment in &row.bars {
            bar(canvas, self.briefing, commitment, y);
            y += BAR;
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn color(pillar: &Pillar) -> &str {
    pillar.colors.as_ref().map_or(INK, |(light, _)| light.as_str())
}

/// The sign of a pillar, with its inner line where it is large.
fn shape(canvas: &mut Canvas, pillar: &Pillar, [x, y, side]: [f64; 3], cut: bool) {
    let Some(shape) = &pillar.shape else { return };
    canvas.placed(x, y, side / 24.0, |canvas| {
        canvas.element("path", &[("fill", &color(pillar)), ("d", shape)]);
        if let Some(line) = pillar.cut.as_deref().filter(|_| cut) {
            canvas.line(line, PAPER, 1.7);
        }
    });
}

/// The square of a status, filled from the bottom by how firm it is.
fn square(canvas: &mut Canvas, status: Status, [x, y, side]: [f64; 3]) {
    let area = [x, y, side, side];
    if status == Status::Discussed {
        let inner = number(side - 2.0);
        let path = format!("M{} {}h{inner}v{inner}h-{inner}z", number(x + 1.0), number(y + 1.0));
        canvas.dashed(&path, INK, 2.0, "3.2 3.2");
        return;
    }
    canvas.outline(area, INK, 2.0);
    let full = side * f64::from(status.fill()) / 100.0;
    canvas.area([x, y + side - full, side, full], INK);
    if status == Status::InForce {
        canvas.placed(x, y, side / 100.0, |canvas| canvas.line("M25 52l19 19 34-39", PAPER, 11.0));
    }
}

/// What spans all pillars: full where it is firm.
fn bar(canvas: &mut Canvas, briefing: &Briefing, commitment: &Commitment, y: f64) {
    let firm = commitment.status >= Status::Announced;
    let (x, wide, high) = (LEFT + HEAD, WIDTH - HEAD, BAR - BETWEEN);
    if firm {
        canvas.area([x, y, wide, high], INK);
    } else {
        canvas.outline([x, y, wide, high], INK, 2.0);
    }
    let fill = if firm { PAPER } else { INK };
    let (name, note) = (Type { size: 18.0, face: Face::Strong, fill }, Type { size: 17.0, face: Face::Plain, fill });
    canvas.text(x + 12.0, y + 19.0, &commitment.title, name);
    let spans = briefing.catalogue.strings.matrix_spans();
    // The title says more; the words after it only where both have room.
    if 12.0 + width(&commitment.title, name) + 14.0 + width(spans, note) + 12.0 <= wide {
        canvas.anchored(x + wide - 12.0, y + 18.5, spans, note, Anchor::End);
    }
}
