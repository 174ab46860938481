//! The first slide, and the only one when nothing was chosen.

use super::super::pieces::VIEW;
use super::foot;
use super::items::{INK, INK_2, LEFT, Paint, Place, Run, WIDTH, paragraph, shape, slide, title};
use super::measure::{Face, fit};
use crate::layout::labels;
use crate::model::{Briefing, fill};

/// What is briefed on, and which part of it this is.
pub(super) fn opening(briefing: &Briefing) -> String {
    let site = &briefing.site;
    drawn(&site.kicker, &site.title, &site.description, &[], briefing)
}

/// Says what was chosen, and that there is nothing.
pub(super) fn nothing(briefing: &Briefing) -> String {
    let strings = &briefing.catalogue.strings;
    let alone = [("alone", "true".to_owned())];
    drawn(&briefing.site.title, strings.empty_title(), strings.empty_text(), &alone, briefing)
}

fn drawn(above: &str, head: &str, below: &str, more: &[(&'static str, String)], briefing: &Briefing) -> String {
    let site = &briefing.site;
    let strings = &briefing.catalogue.strings;
    let above = fit(above, Face::Sans, WIDTH, 30, &[20, 18, 16, 14]);
    let head = fit(head, Face::Bold, WIDTH, 200, &[68, 60, 52, 46, 40, 34, 28]);
    let below = fit(below, Face::Serif, 900, 180, &[26, 24, 22, 20, 18, 16]);
    let top = 150 + head.height + 28;
    let as_of = format!("{}: {}", strings.as_of(), labels::day(site.as_of, strings));
    let items = [
        shape("rect", Place(LEFT, 84, WIDTH, 3), Paint::filled(INK), ""),
        paragraph(
            Place(LEFT, 104, WIDTH, 30),
            Face::Sans,
            above.size,
            &[Run::new(&above.text).color(INK_2)],
            "Subject",
            briefing,
        ),
        title(Place(LEFT, 146, WIDTH, head.height), &head, briefing),
        paragraph(
            Place(LEFT, top, 900, below.height),
            Face::Serif,
            below.size,
            &[Run::new(&below.text).color(INK_2)],
            "Summary",
            briefing,
        ),
        paragraph(
            Place(LEFT, 582, WIDTH, 60),
            Face::Sans,
            18,
            &[Run::new("").chosen().bold().leads(&VIEW.to_string(), &site.short_title)],
            "Selection",
            briefing,
        ),
    ];
    let about = fill(
        strings.footer_about_text(),
        &[("sources", &briefing.catalogue.sources.len().to_string()), ("date", &labels::day(site.as_of, strings))],
    );
    slide(&items, &foot::notes(&[site.title.clone(), as_of, about, site.description.clone()], None), more)
}
