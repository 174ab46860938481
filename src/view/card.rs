//! A commitment as a card.

use super::{glyph, mark};
use briefing::layout::labels;
use briefing::model::{Basis, Briefing, Catalogue, Citation, Commitment, Role, Status, fill};
use briefing::table;
use leptos::prelude::*;

/// The card of a commitment, with its proof folded away or not.
pub fn card(commitment: &'static Commitment, unfolded: bool, briefing: &'static Briefing) -> impl IntoView + use<> {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
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
            <p class="meta">{meta(commitment, catalogue)}</p>
            <p class="voice">{mark::attestation(&commitment.cites, &catalogue.sources, &catalogue.strings)}</p>
            <details open=unfolded>
                <summary>{strings.wording()}</summary>
                {reasons(commitment, catalogue)}
            </details>
            <div class="foot">
                <p class="cites">{commitment.cites.iter().map(|cite| proof(cite, catalogue)).collect_view()}</p>
                <button
                    type="button"
                    class="needs-engine"
                    data-copy=""
                    aria-label=fill(strings.copy_entry(), &[("title", &commitment.title)])
                    inner_html=glyph::LINK
                ></button>
            </div>
        </article>
    }
}

/// Who and when.
fn meta(commitment: &'static Commitment, catalogue: &'static Catalogue) -> impl IntoView + use<> {
    let strings = &catalogue.strings;
    let date = match &commitment.dated {
        None => strings.no_date().to_owned(),
        Some(dated) => {
            let full = labels::full(dated.when, strings);
            dated.note.as_ref().map_or(full.clone(), |note| format!("{full}, {note}"))
        }
    };
    view! {
        <span>{table::parties(commitment, catalogue)}</span>
        <span class:undated=commitment.dated.is_none()>{date}</span>
    }
}

/// What its status means, the note, how a date was derived, and what is related.
pub fn reasons(commitment: &'static Commitment, catalogue: &'static Catalogue) -> Option<AnyView> {
    let strings = &catalogue.strings;
    let derived = commitment.dated.as_ref().filter(|dated| dated.basis == Basis::Derived);
    let reasoning = derived.and_then(|dated| dated.reasoning.as_deref());
    let status = Status::LADDER.iter().position(|status| *status == commitment.status);
    let word = status.and_then(|at| catalogue.statuses.get(at))?;
    let meaning = format!("{}: {}.", word.label, word.meaning);
    let note = commitment.note.as_deref().map(|note| view! { <p>{note}</p> });
    let reasoning = reasoning.map(|reasoning| {
        view! { <p>{format!("{} {reasoning}", strings.derived())}</p> }
    });
    let related = related(commitment, catalogue);
    let reasons = view! {
        <p>{meaning}</p>
        {note}
        {reasoning}
        {related}
    };
    Some(reasons.into_any())
}

/// A cited paragraph, and what it says and does for the claim, which is folded away with the rest.
fn proof(cite: &'static Citation, catalogue: &'static Catalogue) -> impl IntoView + use<> {
    view! {
        {mark::mark(cite, catalogue)}
        " "
        {said(cite, catalogue).map(|said| view! { <span>{said}</span> })}
    }
}

/// The word that a paragraph uses, and what it does for the claim.
pub fn said(cite: &'static Citation, catalogue: &'static Catalogue) -> Option<impl IntoView + use<>> {
    let strings = &catalogue.strings;
    let verb = cite.verb.as_deref().map(|verb| fill(strings.verb(), &[("verb", verb)]) + " ");
    // The words of a source stay in its language.
    let verb = verb.map(|verb| match catalogue.language.as_str() {
        mark::LANGUAGE => verb.into_any(),
        _ => view! { <span lang=mark::LANGUAGE>{verb}</span> }.into_any(),
    });
    let role = cite.role.map(|role| match role {
        Role::Status => strings.role_status(),
        Role::Content => strings.role_content(),
        Role::Weaker => strings.role_weaker(),
        Role::Stronger => strings.role_stronger(),
        Role::Press => strings.role_press(),
        Role::Names => strings.role_names(),
    });
    (verb.is_some() || role.is_some()).then(|| view! { {verb} {role} })
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
