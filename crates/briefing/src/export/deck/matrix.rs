//! The slide that counts what was chosen: pillars across, statuses down.

use super::claim::color;
use super::foot;
use super::grid::{Cell, Table, table};
use super::items::{FOOT, INK, INK_2, LEFT, LINE, Place, Run, WIDTH, slide, title};
use super::measure::{Face, fit};
use crate::model::{Briefing, Pillar, StatusWord};

const FIRST: u32 = 286;
const TOP: u32 = 140;

pub(super) fn matrix(briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let head = fit(strings.matrix_name(), Face::Bold, WIDTH, 64, &[44, 38, 34, 30, 26, 22]);
    // What has a number comes first, as on the page; what spans all pillars stands at the end.
    let of = catalogue.pillars.iter().enumerate();
    let mut pillars: Vec<(usize, &Pillar)> =
        of.filter(|(at, _)| catalogue.commitments.iter().any(|claim| usize::from(claim.pillar) == *at)).collect();
    pillars.sort_by_key(|(at, pillar)| (pillar.number.is_none(), *at));
    let count = u32::try_from(pillars.len()).unwrap_or(1).max(1);
    let width = (WIDTH - FIRST) / count;
    let columns: Vec<u32> = std::iter::once(FIRST).chain(pillars.iter().map(|_| width)).collect();
    let corner = Cell {
        runs: vec![
            Run::new("").counted(None, None).face(Face::Serif).bold().size(26).ends(),
            Run::new(strings.facts_commitments()).size(15).color(INK_2),
        ],
        above: Some((INK.to_owned(), 225)),
        below: Some((INK.to_owned(), 100)),
        indent: 0,
        columns: 1,
    };
    let mut first = vec![corner];
    first.extend(pillars.iter().map(|(at, pillar)| top(*at, pillar, width)));
    let mut rows = vec![first];
    rows.extend(catalogue.statuses.iter().enumerate().map(|(at, status)| row(at, status, &pillars)));
    let high = 96;
    let each = (FOOT - 12 - TOP - high) / u32::try_from(catalogue.statuses.len()).unwrap_or(1).max(1);
    let heights: Vec<u32> = std::iter::once(high).chain(catalogue.statuses.iter().map(|_| each)).collect();
    let of = Table {
        place: Place(LEFT, TOP, columns.iter().sum(), heights.iter().sum()),
        columns: &columns,
        heights: &heights,
        rows,
        description: strings.matrix_name(),
        headed: true,
    };
    let items = [title(Place(LEFT, 64, WIDTH, head.height), &head, briefing), table(&of, briefing)];
    let meanings = catalogue.statuses.iter().map(|status| format!("{}: {}", status.label, status.meaning));
    let cites: Vec<_> = catalogue.pillars.iter().flat_map(|pillar| pillar.cites.clone()).collect();
    let notes: Vec<String> = meanings.chain(foot::cited(&cites, briefing)).collect();
    slide(&items, &foot::notes(&notes, Some("roadmap")), &[])
}

fn top(at: usize, pillar: &Pillar, width: u32) -> Cell {
    let name = fit(&pillar.short, Face::Sans, width.saturating_sub(22), 52, &[14, 13, 12, 11, 10]);
    Cell {
        runs: vec![
            Run::new("").counted(Some(at), None).face(Face::Serif).bold().size(26).ends(),
            Run::new(&name.text).bold().size(name.size),
        ],
        above: Some((color(pillar).to_owned(), 300)),
        below: Some((INK.to_owned(), 100)),
        indent: 0,
        columns: 1,
    }
}

fn row(at: usize, status: &StatusWord, pillars: &[(usize, &Pillar)]) -> Vec<Cell> {
    let room = FIRST - 24;
    let word = fit(&status.label, Face::Sans, room / 2, 24, &[17, 15, 13, 11]);
    let meaning = fit(&status.meaning, Face::Sans, room, 20, &[14, 13, 12, 11, 10, 9]);
    let head = vec![
        Run::new(&format!("{}  ", word.text)).bold().size(word.size),
        Run::new("").counted(None, Some(at)).size(word.size).color(INK_2).ends(),
        Run::new(&meaning.text).size(meaning.size).color(INK_2),
    ];
    let cells = pillars.iter().map(|(pillar, of)| {
        let run = Run::new("").counted(Some(*pillar), Some(at)).face(Face::Serif).bold().size(24).color(color(of));
        Cell::ruled(vec![run], LINE)
    });
    std::iter::once(Cell::ruled(head, LINE)).chain(cells).collect()
}
