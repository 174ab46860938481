//! The last slides: the sources, as a table.

use super::super::pieces::PAGE;
use super::foot::{self, tier};
use super::grid::{Cell, Table, table};
use super::items::{INK, INK_2, INK_3, LEFT, LINE, MARK, Place, Run, WIDTH, slide, title};
use super::measure::{Face, fit};
use crate::facet::position;
use crate::layout::labels;
use crate::model::{Briefing, Source, Tier};

const COLUMNS: [u32; 4] = [92, 556, 320, 200];
const SIZES: [u32; 7] = [19, 18, 17, 16, 15, 14, 12];
/// How many sources a slide has, and how high the row of one can be.
const ROWS: usize = 7;
const TALLEST: u32 = 58;

pub(super) fn sources(briefing: &Briefing) -> Vec<String> {
    let all = &briefing.catalogue.sources;
    all.chunks(ROWS).map(|sources| page(sources, briefing)).collect()
}

fn page(sources: &[Source], briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let section = &briefing.site.sections.sources.title;
    let head = fit(section, Face::Bold, WIDTH, 64, &[44, 36, 30, 24]);
    let facet = |id: &str| position(id).and_then(|at| catalogue.facet_labels.get(at)).map_or("", String::as_str);
    let named = |name: &str, columns: u32| {
        let name = fit(name, Face::Sans, 180, 24, &[16, 15, 14, 12]);
        Cell { columns, ..Cell::ruled(vec![Run::new(&name.text).size(name.size).color(INK_3)], INK) }
    };
    // What names a source is its code and its title together.
    let mut rows = vec![vec![named(facet("source"), 2), named(facet("kind"), 1), named(strings.date(), 1)]];
    let mut heights = vec![36];
    for source in sources {
        let date = source.dated.as_ref().map(|dated| labels::full(dated.when, strings));
        let kind = format!("{}, {}", source.kind, tier(source, strings));
        let texts = [source.title.as_str(), &kind, date.as_deref().unwrap_or(strings.no_date())];
        let mut height = 0;
        let mut cells = vec![code(source)];
        for (words, width) in texts.into_iter().zip(COLUMNS.into_iter().skip(1)) {
            let words = fit(words, Face::Sans, width.saturating_sub(16), TALLEST, &SIZES);
            height = height.max(words.height);
            let run = Run::new(&words.text).size(words.size).color(if cells.len() > 1 { INK_2 } else { INK });
            cells.push(Cell::ruled(vec![run], LINE));
        }
        heights.push(height + 16);
        rows.push(cells);
    }
    let of = Table {
        place: Place(LEFT, 148, WIDTH, heights.iter().sum()),
        columns: &COLUMNS,
        heights: &heights,
        rows,
        description: section,
        headed: true,
    };
    let items = [title(Place(LEFT, 64, WIDTH, head.height), &head, briefing), table(&of, briefing)];
    let intro = briefing.site.sections.sources.intro.clone();
    let notes: Vec<String> = intro.into_iter().chain(sources.iter().map(|of| known(of, briefing))).collect();
    slide(&items, &foot::notes(&notes, Some("sources")), &[])
}

/// The code by which the marks name a source.
fn code(source: &Source) -> Cell {
    let code = fit(&source.code, Face::Sans, 76, 24, &[17, 14, 12]);
    let run = Run::new(&code.text).size(code.size).bold().color(INK).leads(&format!("{PAGE}sources"), &source.title);
    Cell::ruled(vec![if source.tier == Tier::Primary { run.marked(MARK) } else { run }], LINE)
}

fn known(source: &Source, briefing: &Briefing) -> String {
    let text = source.text.as_deref().map(|text| format!(" {text}"));
    let strings = &briefing.catalogue.strings;
    format!("{}: {}, {}.{}", source.code, source.title, tier(source, strings), text.unwrap_or_default())
}
