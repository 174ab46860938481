//! A commitment as a card.

use super::{glyph, mark};
use briefing::layout::labels;
use briefing::model::{Basis, Briefing, Catalogue, Citation, Commitment, Status};
use leptos::prelude::*;

/// The card of a commitment.
pub fn card(commitment: &'static Commitment, briefing: &'static Briefing) -> impl IntoView + use<> {
    let catalogue = &briefing.catalogue;
    let id = commitment.id.as_str();
    let status = Status::LADDER.iter().position(|status| *status == commitment.status);
    let status = status.and_then(|at| catalogue.statuses.get(at)).map_or("", |word| word.label.as_str());
    let kind = catalogue.kinds.get(usize::from(commitment.kind));
    let theme = commitment.theme.and_then(|at| catalogue.themes.get(usize::from(at)));
    view! {
        <article
            id=id
            data-commitment=""
            data-status=commitment.status.id()
            data-kind=kind.map(|kind| kind.id.as_str())
            data-theme=theme.map(|theme| theme.id.as_str())
        >
            <p class="top">
                <i inner_html=glyph::status(commitment.status)></i>
                <b>{status}</b>
                " "
                <span>{kind.map(|kind| kind.label.as_str())}</span>
                {mark::differs(&commitment.id, briefing)}
            </p>
            <h4>
                <a href=format!("#{id}")>{commitment.title.as_str()}</a>
            </h4>
            <p class="text">{commitment.text.as_str()}</p>
            <p class="meta">
                <span>{parties(commitment, catalogue)}</span>
                {date(commitment, catalogue)}
            </p>
            <p class="voice">{mark::attestation(&commitment.cites, &catalogue.sources, &catalogue.strings)}</p>
            {wording(commitment, catalogue)}
            <div class="foot">{mark::marks(&commitment.cites, catalogue)}</div>
        </article>
    }
}

/// Who; and that there is no date, where there is none. The two-page brief leaves this part out.
fn parties(commitment: &Commitment, catalogue: &Catalogue) -> String {
    let parties = commitment.parties.iter().filter_map(|party| catalogue.parties.get(usize::from(*party)));
    let parties: Vec<&str> = parties.map(|party| party.label.as_str()).collect();
    let undated = if commitment.dated.is_none() { catalogue.strings.no_date() } else { "" };
    format!("{} · {undated}", parties.join(", "))
}

fn date(commitment: &Commitment, catalogue: &Catalogue) -> Option<String> {
    let dated = commitment.dated.as_ref()?;
    let full = labels::full(dated.when, &catalogue.strings);
    Some(dated.note.as_ref().map_or(full.clone(), |note| format!("{full}, {note}")))
}

/// Why it has this status: the note, the word each source uses, and how a date was derived.
fn wording(commitment: &'static Commitment, catalogue: &'static Catalogue) -> Option<impl IntoView + use<>> {
    let strings = &catalogue.strings;
    let verbs: Vec<_> = commitment.cites.iter().filter_map(|cite| verb(cite, catalogue)).collect();
    let derived = commitment.dated.as_ref().filter(|dated| dated.basis == Basis::Derived);
    let reasoning = derived.and_then(|dated| dated.reasoning.as_deref());
    let status = Status::LADDER.iter().position(|status| *status == commitment.status);
    let word = status.and_then(|at| catalogue.statuses.get(at))?;
    let meaning = format!("{}: {}.", word.label, word.meaning);
    let note = commitment.note.as_deref().map(|note| view! { <p>{note}</p> });
    let verbs = (!verbs.is_empty()).then(|| view! { <ul>{verbs}</ul> });
    let reasoning = reasoning.map(|reasoning| {
        view! { <p>{format!("{} {reasoning}", strings.derived())}</p> }
    });
    let related = related(commitment, catalogue);
    let details = view! {
        <details>
            <summary>{strings.wording()}</summary>
            <p>{meaning}</p>
            {note}
            {verbs}
            {reasoning}
            {related}
        </details>
    };
    Some(details)
}

fn verb(cite: &'static Citation, catalogue: &'static Catalogue) -> Option<impl IntoView + use<>> {
    let source = catalogue.sources.get(usize::from(cite.source))?;
    let verb = cite.verb.as_deref()?;
    let said = briefing::model::fill(catalogue.strings.verb(), &[("verb", verb)]);
    // The words of a source stay in its language.
    let item = view! {
        <li>
            {format!("{} ¶{} ", source.code, cite.paragraph)} <span lang="en">{said}</span>
        </li>
    };
    Some(item)
}

fn related(commitment: &'static Commitment, catalogue: &'static Catalogue) -> Option<impl IntoView + use<>> {
    if commitment.related.is_empty() {
        return None;
    }
    let others = commitment.related.iter().filter_map(|at| catalogue.commitments.get(usize::try_from(*at).ok()?));
    let links = others.map(|other| view! { <a href=format!("#{}", other.id)>{other.title.as_str()}</a> });
    let links = links.collect_view();
    Some(view! { <p class="related">{catalogue.strings.related()} " " {links}</p> })
}
