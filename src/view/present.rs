//! The presentation: the briefing as slides of 16 to 9, one claim on each.
//!
//! All of it is on the page and can be read and printed without scripts. The engine takes out the
//! commitments that are not chosen, as it does with cards; `public/present.js` shows one slide at a time.

mod claim;
mod overview;

use super::places::{ANSWER, EXPLORER, LISTING};
use super::{bar, glyph, mark};
use briefing::layout::labels;
use briefing::model::{Briefing, Citation, fill};
use leptos::prelude::*;

/// How many source marks have room at the foot of a slide; its notes have all of them.
const MARKS: usize = 7;

/// All slides, and the ways through them. `full` is the way to the page of the whole briefing. The
/// answer comes as HTML, because what the engine wakes must be alone in its element.
pub fn present(briefing: &'static Briefing, answer: String, land: Option<&str>, full: &str) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let answer = view! { <div id=ANSWER inner_html=answer></div> }.into_any();
    let bands = briefing.catalogue.pillars.iter().enumerate();
    let bands = bands.filter_map(|(at, pillar)| claim::band(at, pillar, briefing)).collect_view();
    view! {
        <main>
            <h1 class="unseen">{briefing.site.short_title.as_str()}</h1>
            <form id=EXPLORER autocomplete="off">
                {overview::title(briefing, full)}
                {overview::trip(briefing, land)}
                {overview::figures(briefing)}
                {overview::roadmap(briefing, answer, full)}
                <div id=LISTING>{bands}</div>
                {overview::next(briefing)}
                {overview::sources(briefing)}
            </form>
        </main>
        <p class="said failed" id="engine-failed" role="status" data-text=strings.engine_failed()></p>
        <p class="said" id="slide-note" role="status"></p>
        <p class="unseen" id="slide-said" role="status"></p>
        {ways(briefing, full)}
    }
    .into_any()
}

/// A slide with its notes, which stand below it. Its parts come as views.
struct Slide {
    id: &'static str,
    heading: AnyView,
    body: AnyView,
    /// What it rests on.
    cites: Vec<&'static Citation>,
    notes: Option<AnyView>,
}

impl Slide {
    fn draw(self, briefing: &'static Briefing) -> AnyView {
        let title = format!("{}-title", self.id);
        view! {
            <section class="slide" id=self.id aria-labelledby=title data-title="">
                <div class=format!("frame frame-{}", self.id)>
                    {self.heading} <div class="body">{self.body}</div> {foot(self.cites, briefing)}
                </div>
                {self.notes.map(|content| notes(content, briefing))}
            </section>
        }
        .into_any()
    }
}

/// What is said to a slide, folded until the reader wants it.
fn notes(content: AnyView, briefing: &'static Briefing) -> AnyView {
    let label = briefing.catalogue.strings.slide_notes();
    view! {
        <details class="notes">
            <summary>{label}</summary>
            {content}
        </details>
    }
    .into_any()
}

/// The foot of a slide: whose it is and how old, its sources, its number. The stylesheet counts.
fn foot(cites: Vec<&'static Citation>, briefing: &'static Briefing) -> AnyView {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let date = labels::day(briefing.site.as_of, strings);
    let values = [("site", briefing.site.short_title.as_str()), ("date", date.as_str())];
    let marks: Vec<_> = cites.into_iter().take(MARKS).map(|cite| mark::mark(cite, catalogue)).collect();
    let sources = (!marks.is_empty()).then(|| {
        view! {
            <p class="proof">
                <span>{strings.facts_sources()}</span>
                <span class="marks">{marks}</span>
            </p>
        }
    });
    view! {
        <footer>
            <p class="whose">{bar::emblem()} {fill(strings.slide_foot(), &values)}</p>
            {sources}
            <p class="number"></p>
        </footer>
    }
    .into_any()
}

/// The first citations of several claims in turn, each paragraph once: the weightiest of each claim
/// stand before the second ones.
fn weightiest(claims: &[&'static [Citation]]) -> Vec<&'static Citation> {
    let longest = claims.iter().map(|cites| cites.len()).max().unwrap_or_default();
    let mut chosen: Vec<&'static Citation> = Vec::new();
    for at in 0..longest {
        for cite in claims.iter().filter_map(|cites| cites.get(at)) {
            if !chosen.iter().any(|known| (known.source, known.paragraph) == (cite.source, cite.paragraph)) {
                chosen.push(cite);
            }
        }
    }
    chosen.truncate(MARKS);
    chosen.sort_by_key(|cite| (cite.source, cite.paragraph));
    chosen
}

/// The buttons, which a script shows and serves, with what it says.
fn ways(briefing: &'static Briefing, full: &str) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let button = |what: &'static str, label: &'static str, sign: &'static str| {
        view! { <button type="button" data-do=what aria-label=label title=label inner_html=sign></button> }
    };
    view! {
        <nav
            class="ways"
            id="ways"
            aria-label=strings.slides()
            data-slide=strings.slide_of()
            data-missing=strings.slide_missing()
            data-out=strings.entry_hidden()
            data-black=strings.slide_black()
        >
            <span class="progress" aria-hidden="true"></span>
            {button("previous", strings.slide_previous(), glyph::LEFT)}
            <b class="place" aria-hidden="true"></b>
            {button("next", strings.slide_next(), glyph::RIGHT)}
            {button("notes", strings.slide_notes(), glyph::LINES)}
            {button("full", strings.slide_full(), glyph::APART)}
            <a href=full.to_owned() aria-label=strings.slide_leave() title=strings.slide_leave() inner_html=glyph::CROSS></a>
        </nav>
    }
    .into_any()
}
