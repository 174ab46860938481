//! A commitment as a slide: its heading is the claim.

use super::super::{card, glyph, mark};
use super::{foot, notes};
use briefing::layout::labels;
use briefing::model::{Briefing, Catalogue, Commitment, Pillar, Status, fill};
use briefing::table;
use leptos::prelude::*;

/// The commitments of a pillar; nothing when it has none. The engine finds in it what it moves: the
/// list, and the count.
pub(super) fn band(at: usize, pillar: &'static Pillar, briefing: &'static Briefing) -> Option<AnyView> {
    let mine = briefing.catalogue.commitments.iter().filter(|commitment| usize::from(commitment.pillar) == at);
    let slides: Vec<_> = mine.map(|commitment| slide(commitment, pillar, briefing)).collect();
    let total = slides.len().to_string();
    let count = fill(briefing.catalogue.strings.band_count(), &[("shown", &total), ("total", &total)]);
    let band = view! {
        <section class="band" data-pillar=pillar.id.as_str()>
            <h2 class="unseen">
                {pillar.title.as_str()}
                " "
                <small>{count}</small>
            </h2>
            <ul class="cards">{slides}</ul>
        </section>
    };
    (total != "0").then(|| band.into_any())
}

/// The engine writes the inside of an item anew when it marks what is searched, so the item is the slide.
fn slide(commitment: &'static Commitment, pillar: &'static Pillar, briefing: &'static Briefing) -> AnyView {
    let catalogue = &briefing.catalogue;
    let kind = catalogue.kinds.get(usize::from(commitment.kind));
    let theme = commitment.theme.and_then(|at| catalogue.themes.get(usize::from(at)));
    let id = commitment.id.as_str();
    view! {
        <li class="slide">
            <article
                id=id
                data-commitment=""
                data-status=commitment.status.id()
                data-kind=kind.map(|kind| kind.id.as_str())
                data-theme=theme.map(|theme| theme.id.as_str())
            >
                <div class="frame frame-claim">
                    {above(commitment, pillar, briefing)}
                    <h3 data-title="">{commitment.title.as_str()}</h3>
                    <div class="body">
                        <div class="words">
                            <p class="text">{commitment.text.as_str()}</p>
                            {facts(commitment, catalogue)}
                        </div>
                        {rungs(commitment.status, catalogue)}
                    </div>
                    {foot(commitment.cites.iter().collect(), briefing)}
                </div>
                {notes(view! { {card::reasons(commitment, catalogue)} {proofs(commitment, catalogue)} }.into_any(), briefing)}
            </article>
        </li>
    }
    .into_any()
}

/// Each cited paragraph, with what it does for the claim.
fn proofs(commitment: &'static Commitment, catalogue: &'static Catalogue) -> AnyView {
    let proofs = commitment.cites.iter().map(|cite| {
        view! { <li>{mark::mark(cite, catalogue)} <p>{card::said(cite, catalogue)}</p></li> }
    });
    view! { <ul>{proofs.collect_view()}</ul> }.into_any()
}

/// The pillar, what sort of commitment it is, and whether sources differ on it.
fn above(commitment: &'static Commitment, pillar: &'static Pillar, briefing: &'static Briefing) -> AnyView {
    let kind = briefing.catalogue.kinds.get(usize::from(commitment.kind));
    view! {
        <p class="above">
            <i inner_html=glyph::pillar(pillar)></i>
            <b>{pillar.title.as_str()}</b>
            " "
            <span>{kind.map(|kind| kind.label.as_str())}</span>
            {mark::differs(&commitment.id, briefing)}
        </p>
    }
    .into_any()
}

/// Who, when, and whose account it is.
fn facts(commitment: &'static Commitment, catalogue: &'static Catalogue) -> AnyView {
    let strings = &catalogue.strings;
    view! {
        <dl>
            <div>
                <dt>{strings.parties()}</dt>
                <dd>{table::parties(commitment, catalogue)}</dd>
            </div>
            <div>
                <dt>{strings.date()}</dt>
                <dd>{date(commitment, catalogue)}</dd>
            </div>
            <div>
                <dt>{strings.facts_sources()}</dt>
                <dd>{mark::attestation(&commitment.cites, &catalogue.sources, strings)}</dd>
            </div>
        </dl>
    }
    .into_any()
}

/// When, as precisely as it is known, with what to say beside it.
fn date(commitment: &'static Commitment, catalogue: &'static Catalogue) -> AnyView {
    let strings = &catalogue.strings;
    let Some(dated) = &commitment.dated else { return strings.no_date().into_any() };
    let note = dated.note.as_deref().map(|note| view! { <small>{note}</small> });
    view! { {labels::full(dated.when, strings)} " " {note} }.into_any()
}

/// How firm it is: all statuses as rungs, from firm to tentative, for the eye, and its own in words.
fn rungs(status: Status, catalogue: &'static Catalogue) -> AnyView {
    let all = Status::LADDER.into_iter().zip(&catalogue.statuses);
    let rungs = all.clone().map(|(rung, word)| {
        let own = rung == status;
        let meaning = own.then(|| view! { <small>{word.meaning.as_str()}</small> });
        view! {
            <li data-rung=rung.id() data-own=own.then_some("")>
                <i inner_html=own.then(|| glyph::status(rung))></i>
                <span>{word.label.as_str()} {meaning}</span>
            </li>
        }
    });
    let rungs = rungs.collect_view();
    let own = all.into_iter().find(|(rung, _)| *rung == status);
    let own = own.map(|(_, word)| format!("{}: {}.", word.label, word.meaning));
    view! {
        <div class="rungs">
            <p class="unseen">{own}</p>
            <ol aria-hidden="true">{rungs}</ol>
        </div>
    }
    .into_any()
}
