//! Source marks: which paragraph of which text says so.

use briefing::model::{Briefing, Catalogue, Citation, Id, Source, Strings, Tier, Voice, fill};
use leptos::prelude::*;

/// The language of the sources.
pub const LANGUAGE: &str = "en";

/// The address of a paragraph on the page.
#[must_use]
pub fn anchor(source: &Source, paragraph: u16) -> String {
    format!("{}-{paragraph}", source.code)
}

/// The name of a mark for screen readers.
fn name(source: &Source, paragraph: u16, strings: &Strings) -> String {
    let tier = match source.tier {
        Tier::Primary => &strings.tier_primary(),
        Tier::Press => &strings.tier_press(),
    };
    let values = [
        ("code", source.code.as_str()),
        ("source", source.kind.as_str()),
        ("paragraph", &paragraph.to_string()),
        ("tier", tier),
    ];
    fill(strings.mark_name(), &values)
}

/// One mark, leading to its paragraph.
pub fn mark(cite: &'static Citation, catalogue: &'static Catalogue) -> Option<impl IntoView + use<>> {
    let source = catalogue.sources.get(usize::from(cite.source))?;
    let mark = view! {
        <a
            class="mark"
            class:press=source.tier == Tier::Press
            data-cite=cite.key(&catalogue.sources)
            href=format!("#{}", anchor(source, cite.paragraph))
            aria-label=name(source, cite.paragraph, &catalogue.strings)
        >
            {format!("{} \u{b6}{}", source.code, cite.paragraph)}
        </a>
    };
    Some(mark)
}

/// The marks of a claim, in order.
pub fn marks(cites: &'static [Citation], catalogue: &'static Catalogue) -> impl IntoView + use<> {
    let marks = cites.iter().map(|cite| mark(cite, catalogue)).collect_view();
    view! { <span class="marks">{marks}</span> }
}

/// The marks of an entry, and the way to where sources differ on it, if that bears on how it is to
/// be read.
pub fn proof(id: &Id, cites: &'static [Citation], briefing: &'static Briefing) -> impl IntoView + use<> {
    let marks = cites.iter().map(|cite| mark(cite, &briefing.catalogue)).collect_view();
    view! { <span class="marks">{marks} {differs(id, briefing)}</span> }
}

/// Leads to the first important difference that touches an entry.
pub fn differs(id: &Id, briefing: &'static Briefing) -> Option<impl IntoView + use<>> {
    let mut differences = briefing.record.differences.iter();
    let difference = differences.find(|point| point.important && point.touches.contains(id))?;
    let label = briefing.catalogue.strings.differs();
    Some(view! { <a class="differs" href=format!("#{}", difference.id)>{label}</a> })
}

/// Whose accounts a claim stands in: the joint text, one side's, or only the press.
#[must_use]
pub fn attestation<'s>(cites: &[Citation], sources: &[Source], strings: &'s Strings) -> &'s str {
    let voices = cites.iter().filter_map(|cite| sources.get(usize::from(cite.source)));
    match voices.map(|source| source.voice).min() {
        Some(Voice::Joint) => strings.voice_joint(),
        Some(Voice::Own) => strings.voice_own(),
        Some(Voice::Press) | None => strings.voice_press(),
    }
}

/// What the engine fills with what a mark stands for, beside the mark.
pub fn note() -> impl IntoView {
    view! { <div class="note" id="note" popover="manual"></div> }
}
