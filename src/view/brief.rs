//! What stands on paper only, and the choice of what is printed.
//!
//! The two-page brief is the page itself with most of it left out by the stylesheet. Only what the
//! page does not have, or has too far down, is written here.

use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::model::{Briefing, Citation, Event, Id, fill};
use leptos::prelude::*;

/// The important differences that page one has room for; the others are on the page.
const DIFFERENCES: usize = 4;

/// The line under the title that names the chosen filters; the engine fills it before printing.
pub fn choices() -> AnyView {
    view! { <p class="on-paper wide" id="print-choices"></p> }.into_any()
}

/// Dates to come, the differences that bear most on the commitments, and what the codes mean.
pub fn brief(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let ahead = Timeline::new(briefing).future.into_iter().filter_map(|item| match item {
        Item::Event(at) => briefing.events.get(at),
        _ => None,
    });
    let ahead = ahead.map(|event| date(event, briefing)).collect_view();
    let touches = |id: &Id| briefing.catalogue.commitments.iter().any(|commitment| commitment.id == *id);
    let differences = briefing.record.differences.iter();
    let differences = differences.filter(|point| point.important && point.touches.iter().any(touches));
    let differences = differences.take(DIFFERENCES).map(|point| {
        view! { <li><b>{point.title.as_str()}</b>" "{point.verdict.as_str()}</li> }
    });
    let sources = briefing.catalogue.sources.iter().map(|source| format!("{} {}", source.code, source.kind));
    let codes = fill(strings.print_codes(), &[("sources", &sources.collect::<Vec<_>>().join(" · "))]);
    view! {
        <section class="brief on-paper wide" aria-labelledby="brief-title">
            <h2 id="brief-title">{strings.brief_title()}</h2>
            <ul>{ahead}</ul>
            <ul class="open">{differences.collect_view()}</ul>
            <p class="codes">{codes}</p>
        </section>
    }
    .into_any()
}

fn date(event: &'static Event, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let dated = event.dated.as_ref();
    let date = dated.map_or_else(|| strings.no_date().to_owned(), |dated| labels::full(dated.when, strings));
    let note = dated.and_then(|dated| dated.note.as_deref()).map(|note| format!(" ({note})"));
    view! { <li><b>{date}</b>" "{event.title.as_str()}{note}" "<small>{marks(&event.cites, briefing)}</small></li> }
        .into_any()
}

/// Source marks as plain words: nothing on paper can be followed.
fn marks(cites: &[Citation], briefing: &Briefing) -> String {
    let sources = &briefing.catalogue.sources;
    let marks = cites.iter().filter_map(|cite| {
        let source = sources.get(usize::from(cite.source))?;
        Some(format!("{}\u{a0}¶{}", source.code, cite.paragraph))
    });
    marks.collect::<Vec<_>>().join(" ")
}

/// The choice between the brief and everything. The stylesheet reads it, so that it works without
/// the engine; printing itself is in the browser's menu, and a button where the engine runs.
pub fn panel(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    view! {
        <div class="printing wide">
            <fieldset>
                <legend>{strings.print_legend()}</legend>
                <label>
                    <input type="radio" name="print" checked />
                    {strings.print_brief()}
                </label>
                <label>
                    <input type="radio" name="print" id="print-full" />
                    {strings.print_full()}
                </label>
                <button type="button" id="print-now" class="outlined">
                    {strings.print_button()}
                </button>
            </fieldset>
            <p class="caption">{strings.print_note()}</p>
        </div>
    }
    .into_any()
}

/// The address at the foot of each printed page; the engine brings it in line with the view.
pub fn address(url: Option<&str>) -> AnyView {
    view! { <p class="on-paper" id="print-address">{url.map(ToOwned::to_owned)}</p> }.into_any()
}
