//! The slide of one commitment: what is promised, how firmly, and where that stands.

use super::super::pieces::PAGE;
use super::super::steps;
use super::foot;
use super::grid::{Cell, Table, table};
use super::items::{
    FOOT, INK, INK_2, INK_3, LEFT, LINE, PAPER, Paint, Place, RED_TEXT, Run, UNPAINTED, WIDTH, drawn, paragraph, shape,
    slide, title,
};
use super::measure::{Face, fit};
use crate::facet::position;
use crate::layout::labels;
use crate::model::{Briefing, Commitment, Difference, EraKind, Event, Pillar, Status, StatusWord};
use crate::table::parties;

/// The column of the claim, and that of the facts about it.
const TEXT_WIDTH: u32 = 744;
const FACTS: u32 = 864;
const FACTS_WIDTH: u32 = 360;
/// The column of the names of the facts.
const LABEL: u32 = 112;
/// The row of the status, above the others.
const STATUS: u32 = 88;
/// The side of the mark of a status.
const SIGN: u32 = 20;
/// What a cell has above and below its text.
const PADDING: u32 = 14;
/// The room in which it is said that sources differ.
const DIFFERS: u32 = 180;
/// The sizes of the facts.
const SIZES: [u32; 8] = [19, 18, 17, 16, 15, 14, 13, SMALLEST];
const SMALLEST: u32 = 12;
/// How many steps are told; the notes have all of them.
const STEPS: usize = 2;

pub(super) fn claim(place: usize, commitment: &Commitment, briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let pillar = catalogue.pillars.get(usize::from(commitment.pillar));
    let color = pillar.map_or(INK, color);
    let name = fit(pillar.map_or("", |pillar| &pillar.title), Face::Sans, WIDTH - DIFFERS, 26, &[18, 16, 14]);
    let head = fit(&commitment.title, Face::Bold, WIDTH, 118, &[46, 42, 38, 34, 30, 26, 22]);
    let top = 92 + head.height + 38;
    let room = (FOOT - 16).saturating_sub(top);
    let note = commitment
        .note
        .as_deref()
        .map(|note| fit(note, Face::Sans, TEXT_WIDTH, room / 3, &[20, 19, 18, 17, 16, 15, 14]));
    let left = room.saturating_sub(note.as_ref().map_or(0, |note| note.height + 28));
    let body = fit(&commitment.text, Face::Serif, TEXT_WIDTH, left, &[34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14]);
    let text =
        |at: Place, face: Face, size: u32, run: Run, name: &str| paragraph(at, face, size, &[run], name, briefing);
    let mut items = vec![
        shape("rect", Place(LEFT, 44, WIDTH, 4), Paint::filled(color), ""),
        text(
            Place(LEFT, 58, WIDTH - DIFFERS, 26),
            Face::Sans,
            name.size,
            Run::new(&name.text).bold().color(color),
            "Pillar",
        ),
        title(Place(LEFT, 92, WIDTH, head.height), &head, briefing),
        text(Place(LEFT, top, TEXT_WIDTH, body.height), Face::Serif, body.size, Run::new(&body.text), "Claim"),
    ];
    if let Some(note) = &note {
        let at = Place(LEFT, top + body.height + 24, TEXT_WIDTH, note.height);
        items.push(text(at, Face::Sans, note.size, Run::new(&note.text).color(INK_2), "Note"));
    }
    let status = catalogue.statuses.get(commitment.status.place());
    items.extend(status.map(|status| headed(status, top, briefing)));
    items.push(facts(place, commitment, top + STATUS, room.saturating_sub(STATUS), briefing));
    items.extend(sign(commitment.status, top + 14));
    items.extend(differs(commitment, briefing));
    items.extend(foot::marks(&commitment.cites, briefing));
    let at = format!("[{},{}]", commitment.pillar, commitment.status.place());
    let notes = notes(place, commitment, briefing);
    slide(&items, &foot::notes(&notes, Some(commitment.id.as_str())), &[("at", at)])
}

/// What sources say differently, where it bears on how the commitment is to be read.
fn differences<'b>(commitment: &'b Commitment, briefing: &'b Briefing) -> impl Iterator<Item = &'b Difference> {
    let touches = |of: &&Difference| of.important && of.touches.contains(&commitment.id);
    briefing.record.differences.iter().filter(touches)
}

/// Says that sources differ, and leads to where that is told.
fn differs(commitment: &Commitment, briefing: &Briefing) -> Option<String> {
    let first = differences(commitment, briefing).next()?;
    let words = format!("≠ {}", briefing.catalogue.strings.differs());
    let words = fit(&words, Face::Sans, DIFFERS, 26, &[18, 16, 14, 12]);
    let address = format!("{PAGE}{}", first.id);
    let run = Run::new(&words.text).bold().color(RED_TEXT).aligned("right").leads(&address, &first.title);
    let place = Place(LEFT + WIDTH - DIFFERS, 58, DIFFERS, 26);
    Some(paragraph(place, Face::Sans, words.size, &[run], "Differs", briefing))
}

/// The colour of a pillar on paper.
pub(super) fn color(pillar: &Pillar) -> &str {
    pillar.colors.as_ref().map_or(INK, |(light, _)| light.trim_start_matches('#'))
}

fn cell(runs: Vec<Run>, indent: u32) -> Cell {
    Cell { indent, ..Cell::ruled(runs, LINE) }
}

/// The status in words, above the facts.
fn headed(status: &StatusWord, top: u32, briefing: &Briefing) -> String {
    let width = FACTS_WIDTH - SIGN - 20;
    let word = fit(&status.label, Face::Bold, width, 38, &[28, 24, 20, 17, 14]);
    let meaning = fit(&status.meaning, Face::Sans, width, 44, &[17, 16, 15, 14, 13, 12]);
    let runs = vec![
        Run::new(&word.text).face(Face::Serif).bold().size(word.size).ends(),
        Run::new(&meaning.text).size(meaning.size).color(INK_2),
    ];
    let of = Table {
        place: Place(FACTS, top, FACTS_WIDTH, STATUS),
        columns: &[FACTS_WIDTH],
        heights: &[STATUS],
        rows: vec![vec![cell(runs, SIGN + 12)]],
        description: &status.label,
        headed: false,
    };
    table(&of, briefing)
}

/// What is known of a commitment beside its text and its status.
fn facts(place: usize, commitment: &Commitment, top: u32, room: u32, briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let kind = catalogue.kinds.get(usize::from(commitment.kind)).map_or("", |kind| &kind.label);
    let facet = position("kind").and_then(|at| catalogue.facet_labels.get(at)).map_or("", String::as_str);
    let mut facts = vec![
        (facet, kind.to_owned()),
        (strings.parties(), parties(commitment, catalogue)),
        (strings.date(), foot::date(commitment.dated.as_ref(), strings)),
    ];
    let next = steps(place, briefing).filter(|event| event.era == EraKind::Future).take(STEPS);
    facts.extend(next.map(|event| (briefing.site.sections.next.nav.as_str(), step(event, briefing))));
    facts.retain(|(_, value)| !value.is_empty());
    let each = (room / u32::try_from(facts.len()).unwrap_or(1).max(1)).saturating_sub(PADDING);
    let set = |value: &str, room: u32, size: u32| fit(value, Face::Sans, FACTS_WIDTH - LABEL - 8, room, &[size]);
    let all = |size: u32| facts.iter().map(|(_, value)| set(value, u32::MAX, size).height + PADDING).sum::<u32>();
    // All at one size; where even the smallest is too large, each gets the same room.
    let size = SIZES.into_iter().find(|size| all(*size) <= room);
    let (size, most) = size.map_or((SMALLEST, each), |size| (size, u32::MAX));
    let mut heights = Vec::new();
    let mut rows = Vec::new();
    for (label, value) in &facts {
        let value = set(value, most, size);
        let label = fit(label, Face::Sans, LABEL - 8, value.height.max(24), &[16, 15, 14, 13, 12, 11]);
        heights.push(value.height.max(label.height) + PADDING);
        rows.push(vec![
            cell(vec![Run::new(&label.text).size(label.size).leading(size).color(INK_3)], 0),
            cell(weighed(&value.text, size), 0),
        ]);
    }
    let of = Table {
        place: Place(FACTS, top, FACTS_WIDTH, heights.iter().sum()),
        columns: &[LABEL, FACTS_WIDTH - LABEL],
        heights: &heights,
        rows,
        description: &commitment.title,
        headed: false,
    };
    table(&of, briefing)
}

/// A fact, and what is only added to it in the lines below.
fn weighed(value: &str, size: u32) -> Vec<Run> {
    let run = |words: &str| Run::new(words).size(size);
    match value.split_once('\n') {
        Some((first, rest)) => vec![run(first).ends(), run(rest).color(INK_2)],
        None => vec![run(value)],
    }
}

/// A step with its date and how that binds.
fn step(event: &Event, briefing: &Briefing) -> String {
    let strings = &briefing.catalogue.strings;
    let when = event.dated.as_ref().map(|dated| labels::due(event.due, dated.when, strings));
    format!("{}\n{}", event.title, when.unwrap_or_else(|| strings.no_date().to_owned()))
}

/// The mark of a status: a square, filled from the bottom as far as it is firm. The word beside it says
/// the same.
fn sign(status: Status, top: u32) -> Vec<String> {
    let whole = Place(FACTS, top, SIGN, SIGN);
    let filled = match status {
        Status::InForce | Status::Signed => SIGN,
        Status::Established => 15,
        Status::Announced => 10,
        Status::Instructed => 6,
        Status::Planned | Status::Discussed => 0,
    };
    let outline = Paint { line: Some((INK, 112)), dashed: status == Status::Discussed, ..UNPAINTED };
    let mut items = vec![shape("rect", whole, outline, "")];
    if filled > 0 {
        let at = Place(FACTS, top + SIGN - filled, SIGN, filled);
        items.push(shape("rect", at, Paint::filled(INK), ""));
    }
    if status == Status::InForce {
        let tick = [(0, 5), (4, 9), (11, 0)];
        items.push(drawn(&tick, Place(FACTS + 4, top + 6, 11, 9), Paint { line: Some((PAPER, 200)), ..UNPAINTED }));
    }
    items
}

/// Everything in whole sentences: what a slide has no room for is here.
fn notes(place: usize, commitment: &Commitment, briefing: &Briefing) -> Vec<String> {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let status = catalogue.statuses.get(commitment.status.place());
    let status = status.map(|status| format!("{}: {}", status.label, status.meaning));
    let date = format!("{}: {}", strings.date(), foot::date(commitment.dated.as_ref(), strings));
    let steps = steps(place, briefing).map(|event| step(event, briefing).replace('\n', ": "));
    let differences = differences(commitment, briefing).map(|of| format!("≠ {}: {}", of.title, of.verdict));
    [commitment.title.clone(), commitment.text.clone()]
        .into_iter()
        .chain(commitment.note.clone())
        .chain(status)
        .chain([date])
        .chain(steps)
        .chain(differences)
        .chain([briefing.site.sections.sources.title.clone()])
        .chain(foot::cited(&commitment.cites, briefing))
        .collect()
}
