//! The commitments with their filters, which page and embeds share, and what is said of the answer.

use crate::links::Links;
use briefing::explorer::Explorer;
use briefing::facet::FACETS;
use briefing::model::{Briefing, Status};
use briefing_app::store::{Data, Store};
use briefing_app::view::{explorer as view, glyph, results};
use leptos::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Takes a character apart, as the browser does.
fn decompose(character: char, out: &mut String) {
    out.extend(std::iter::once(character).nfkd());
}

/// What the explorer is drawn from: the index, and the signs as HTML.
pub(crate) fn data(briefing: &'static Briefing) -> &'static Data {
    let catalogue = &briefing.catalogue;
    let glyphs = FACETS.iter().map(|facet| match facet.id {
        "pillar" => catalogue.pillars.iter().map(glyph::pillar).collect(),
        "status" => Status::LADDER.into_iter().map(glyph::status).collect(),
        "source" => catalogue.sources.iter().map(glyph::source).collect(),
        _ => Vec::new(),
    });
    Box::leak(Box::new(Data { explorer: Explorer::new(briefing, decompose), glyphs: glyphs.collect(), decompose }))
}

/// What is said of the answer, as HTML. It is drawn on its own: what the engine wakes must be alone in
/// its element.
pub(crate) fn answer(data: &'static Data) -> String {
    Owner::new().with(|| results::answer(Store::new(data, |_, _| {})).to_html())
}

/// The explorer as HTML. `root` is the way to the root of the site.
pub(crate) fn explorer(briefing: &'static Briefing, data: &'static Data, links: &Links<'_>, root: &str) -> String {
    let answer = answer(data);
    let offer = links.offer.below(root);
    Owner::new().with(|| view::explorer(briefing, data, answer, offer).to_html())
}
