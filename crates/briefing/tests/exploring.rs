//! Filters, search and links over the example.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that panics is a test that fails")]

use briefing::explorer::Explorer;
use briefing::facet::FACETS;
use briefing::load::compile_dir;
use briefing::model::{Briefing, Commitment};
use briefing::query::Index;
use briefing::route::{self, Ignored};
use briefing::search;
use briefing::state::{Filters, Sort, ViewState};
use briefing::table;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

fn decompose(character: char, out: &mut String) {
    out.extend(std::iter::once(character).nfkd());
}

fn valleys() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys");
    let briefings = compile_dir(&folder).map_err(|report| report.render(false)).expect("a good tree");
    briefings.into_iter().next().expect("one language")
}

fn choose(index: &Index, choices: &[(&str, &str)]) -> Filters {
    let mut filters = Filters::default();
    for (facet, value) in choices {
        let facet = index.facet_position(facet).expect("a known facet");
        filters.set(facet, index.value_position(facet, value).expect("a known value"), true);
    }
    filters
}

fn shown(choices: &[(&str, &str)], query: &str) -> Vec<String> {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let selection = index.select(&choose(&index, choices), &search::words(query, decompose));
    let places = selection.groups.iter().flat_map(|group| group.shown.clone());
    places.map(|place| briefing.catalogue.commitments[place].id.to_string()).collect()
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    assert_eq!(shown(&[], ""), ["charter-itself", "water-treaty", "bridge-plan"]);
    assert_eq!(shown(&[("pillar", "water")], ""), ["water-treaty"]);
    assert_eq!(shown(&[("pillar", "water"), ("pillar", "wood")], ""), ["water-treaty", "bridge-plan"]);
    assert_eq!(shown(&[("kind", "treaty"), ("partner", "brook")], ""), ["charter-itself"]);
    assert!(shown(&[("pillar", "wood"), ("status", "signed")], "").is_empty());
}

#[test]
fn all_words_must_stand_somewhere_in_any_order() {
    assert_eq!(shown(&[], "WATER cafe"), ["water-treaty"]);
    assert_eq!(shown(&[], "water"), ["water-treaty", "bridge-plan"]);
    assert_eq!(shown(&[("pillar", "wood")], "water"), ["bridge-plan"]);
    assert_eq!(shown(&[], "crane"), ["charter-itself", "water-treaty"], "parties are searched without accents");
    assert_eq!(shown(&[], "bridge-plan"), ["bridge-plan"], "names are searched");
    assert!(shown(&[], "water xyz").is_empty());
}

#[test]
fn a_count_is_what_its_value_alone_would_show() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let others = [("kind", "treaty")];
    let counted = index.select(&choose(&index, &others), &[]);
    for (facet, known) in FACETS.iter().enumerate().filter(|(_, facet)| facet.id != "kind") {
        for (value, count) in counted.counts[facet].iter().enumerate() {
            let mut filters = choose(&index, &others);
            filters.set(facet, value, true);
            assert_eq!(index.select(&filters, &[]).shown, *count, "{} {value}", known.id);
        }
    }
    let kind = index.facet_position("kind").expect("a known facet");
    assert_eq!(counted.counts[kind], [2, 1], "its own choice does not narrow a facet's counts");
}

#[test]
fn a_link_restores_the_view_it_was_written_from() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let view = ViewState {
        filters: choose(&index, &[("pillar", "water"), ("pillar", "wood"), ("source", "gz")]),
        search: "a&b=c #é 協力 +%".into(),
        table: true,
        sort: Some(Sort { column: 4, descending: true }),
        foreign: vec!["utm_source=mail".into(), "flag".into()],
    };
    let query = route::print(&view, &index);
    assert!(query.starts_with("?pillar=water,wood&source=gz&q=a%26b"), "{query}");
    assert!(query.contains("&view=table&sort=-date&"), "{query}");
    let parsed = route::parse(&query, &index);
    assert_eq!(parsed.view, view);
    assert!(parsed.ignored.is_empty());
    assert_eq!(route::print(&ViewState::default(), &index), "");
}

#[test]
fn a_form_sent_without_the_engine_is_understood() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let parsed = route::parse("?pillar=water&pillar=wood&q=two+bridges", &index);
    assert_eq!(parsed.view.filters, choose(&index, &[("pillar", "water"), ("pillar", "wood")]));
    assert_eq!(parsed.view.search, "two bridges");
}

#[test]
fn what_a_link_cannot_mean_is_named_and_the_rest_is_used() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let parsed = route::parse("?pillar=fire,water&status=%E0%A4&kind=%zz&q=%", &index);
    assert_eq!(parsed.view.filters, choose(&index, &[("pillar", "water")]));
    let pillar = index.facet_position("pillar").expect("a known facet");
    assert_eq!(parsed.ignored, [Ignored::Value { facet: pillar, value: "fire".into() }, Ignored::Broken]);
}

#[test]
fn a_layout_or_column_that_does_not_exist_is_named() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let parsed = route::parse("?view=graph&sort=-colour", &index);
    assert_eq!(parsed.view, ViewState::default());
    let setting = |name, value: &str| Ignored::Setting { name, value: value.into() };
    assert_eq!(parsed.ignored, [setting("view", "graph"), setting("sort", "-colour")]);
}

#[test]
fn each_column_orders_all_commitments_and_undated_ones_come_last() {
    let briefing = valleys();
    let orders = table::orders(&briefing, decompose);
    let commitments = &briefing.catalogue.commitments;
    assert_eq!(orders.len(), table::COLUMNS.len());
    for order in orders.iter().flatten() {
        let mut places = order.clone();
        places.sort_unstable();
        assert!(places.iter().map(|place| usize::from(*place)).eq(0..commitments.len()));
    }
    let of = |column: &str, reverse: bool| {
        let column = table::COLUMNS.iter().position(|name| *name == column).expect("a known column");
        orders[column][usize::from(reverse)].iter().map(|place| &commitments[usize::from(*place)]).collect::<Vec<_>>()
    };
    assert!(of("title", false).is_sorted_by_key(|commitment| commitment.title.to_lowercase()));
    assert!(of("status", false).is_sorted_by_key(|commitment| std::cmp::Reverse(commitment.status)));
    assert!(of("title", true).is_sorted_by(|a, b| a.title.to_lowercase() >= b.title.to_lowercase()));
    for reverse in [false, true] {
        let day = |commitment: &&Commitment| commitment.dated.as_ref().map(|dated| dated.when.first_day());
        let mut dates: Vec<_> = of("date", reverse).iter().map(day).collect();
        let dated = dates.iter().take_while(|date| date.is_some()).count();
        assert!(dated > 0 && dates[dated..].iter().all(Option::is_none), "{dates:?}");
        dates.truncate(dated);
        assert!(dates.is_sorted_by(|a, b| if reverse { a >= b } else { a <= b }), "{dates:?}");
    }
}

#[test]
fn a_link_of_a_hundred_kilobytes_is_cut_down() {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let values: String = (0..20_000).map(|n| format!("v{n},")).collect();
    let parsed = route::parse(&format!("?pillar={values}water&q={}&x={values}", "é".repeat(50_000)), &index);
    assert_eq!(parsed.view.filters, choose(&index, &[("pillar", "water")]));
    assert_eq!(parsed.view.search.chars().count(), 200);
    assert!(parsed.ignored.len() <= 5);
    assert!(parsed.view.foreign.is_empty());
}

#[test]
fn the_data_file_survives_the_journey_and_a_cut_one_is_refused() {
    let briefing = valleys();
    let explorer = Explorer::new(&briefing, decompose);
    let bytes = explorer.to_bytes().expect("enough memory");
    assert_eq!(Explorer::from_bytes(&bytes), Ok(explorer));
    assert!(Explorer::from_bytes(&bytes[..bytes.len() / 2]).is_err());
    assert!(Explorer::from_bytes(b"<!doctype html>").is_err());
}

fn found(choices: &[(&str, &str)], query: &str) -> Vec<String> {
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let selection = index.select(&choose(&index, choices), &search::words(query, decompose));
    selection
        .others
        .iter()
        .map(|place| format!("{}: {}", index.others[*place].section, index.others[*place].id))
        .collect()
}

#[test]
fn a_search_finds_all_kinds_of_things() {
    assert!(found(&[], "").is_empty(), "nothing is looked for");
    assert_eq!(found(&[], "WATER"), ["Views: quiet-water"]);
    assert_eq!(found(&[], "miller bridges"), ["Said: miller-on-bridges"]);
    assert_eq!(found(&[], "third"), ["Differ: day-of-signing"], "versions are searched");
    assert!(found(&[("pillar", "wood")], "").is_empty(), "a filter of cards finds nothing elsewhere");
}

#[test]
fn a_paragraph_finds_everything_that_cites_it() {
    assert_eq!(shown(&[("cites", "AA:4")], ""), ["water-treaty"]);
    assert_eq!(found(&[("cites", "AA:4")], ""), ["Route: signing", "Next: treaty-renewal", "Differ: day-of-signing"]);
    assert_eq!(found(&[("cites", "AA:4"), ("cites", "AA:2")], "third"), ["Differ: day-of-signing"]);
    let briefing = valleys();
    let index = Index::new(&briefing, decompose);
    let view = ViewState { filters: choose(&index, &[("cites", "GZ:2")]), ..ViewState::default() };
    assert_eq!(route::print(&view, &index), "?cites=GZ:2");
}
