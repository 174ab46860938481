//! The slides around the commitments: what this is, the trip, the figures, how firm everything is,
//! what comes next, and what it all rests on.

use super::super::{figures as figure, globe, glyph, mark, masthead, matrix};
use super::{Slide, weightiest};
use briefing::layout::agenda::{Agenda, Row};
use briefing::layout::labels;
use briefing::layout::timeline::{Item, Timeline};
use briefing::model::{Briefing, Citation, Heading, Stop, Tier, fill};
use leptos::prelude::*;

/// How many steps without a date have room below each other.
const STEPS: usize = 12;

/// The box in which circles and words of the globe are drawn: its size on a slide of 1280 by 720.
const GLOBE: &str = "0 0 576 576";

/// How many events of a leg have room beside its name.
const EVENTS: usize = 2;

/// The heading of a slide: what a section comes to, or else its name.
fn heading(id: &str, heading: &'static Heading, briefing: &Briefing, counts: &[(&str, &str)]) -> AnyView {
    let claim = heading.claim.as_ref().unwrap_or(&heading.title);
    view! { <h2 id=format!("{id}-title")>{fill(&briefing.counted(claim), counts)}</h2> }.into_any()
}

/// What leads into a section, as a note.
fn intro(heading: &'static Heading, briefing: &Briefing, counts: &[(&str, &str)]) -> Option<AnyView> {
    let intro = heading.intro.as_deref()?;
    Some(view! { <p>{fill(&briefing.counted(intro), counts)}</p> }.into_any())
}

/// What this is, how current, and which pillars it has.
pub(super) fn title(briefing: &'static Briefing, full: &str) -> AnyView {
    let site = &briefing.site;
    let catalogue = &briefing.catalogue;
    let pillars = catalogue.pillars.iter().enumerate().filter(|(_, pillar)| pillar.number.is_some());
    let pillars = pillars.map(|(at, pillar)| {
        let count = catalogue.commitments.iter().filter(|commitment| usize::from(commitment.pillar) == at).count();
        view! {
            <li data-pillar=pillar.id.as_str()>
                <i inner_html=glyph::pillar(pillar)></i>
                <b>{count}</b>
                <span>{pillar.short.as_str()}</span>
            </li>
        }
    });
    let body = view! {
        <p class="lede">{site.description.as_str()}</p>
        <ul class="pillars">{pillars.collect_view()}</ul>
    };
    let heading = view! {
        <p class="kicker">{site.kicker.as_str()}</p>
        <h2 id="title-title">{site.title.as_str()}</h2>
    };
    let notes = view! {
        <p>{briefing.counted(&site.lede)}</p>
        <p>{masthead::key(briefing)}</p>
        <p>
            <a href=full.to_owned()>{catalogue.strings.embed_open()}</a>
        </p>
    };
    let slide = Slide {
        id: "title",
        heading: heading.into_any(),
        body: body.into_any(),
        cites: Vec::new(),
        notes: Some(notes.into_any()),
    };
    slide.draw(briefing)
}

/// A leg: its days, its country and cities, and what happened first.
fn leg(stop: &'static Stop, events: &[usize], briefing: &'static Briefing) -> AnyView {
    let events = events.iter().filter_map(|at| briefing.events.get(*at)).filter(|event| !event.context);
    let events = events.take(EVENTS).map(|event| view! { <p>{event.title.as_str()}</p> });
    view! {
        <li>
            <b>{labels::span(stop.dated.when, &briefing.catalogue.strings)}</b>
            <div>
                <h3>{stop.country.as_str()} " " <small>{stop.cities()}</small></h3>
                {events.collect_view()}
            </div>
        </li>
    }
    .into_any()
}

/// The legs of the trip beside the globe.
pub(super) fn trip(briefing: &'static Briefing, land: Option<&str>) -> AnyView {
    let section = &briefing.site.sections.route;
    let timeline = Timeline::new(briefing);
    let legs = timeline.trip.iter().filter_map(|item| match item {
        Item::Leg { stop, events, .. } => Some(leg(briefing.stops.get(*stop)?, events, briefing)),
        _ => None,
    });
    let body = view! {
        <ol class="legs">{legs.collect_view()}</ol>
        {globe::globe(briefing, &timeline, land, Some(GLOBE))}
    };
    let notes = briefing.stops.iter().map(|stop| {
        view! {
            <p>
                <b>{stop.title.as_str()}</b>
                " "
                {stop.text.as_str()}
                " "
                {mark::marks(&stop.cites, &briefing.catalogue)}
            </p>
        }
    });
    let notes = view! { {intro(section, briefing, &[])} {notes.collect_view()} };
    let cites: Vec<&'static [Citation]> = briefing.stops.iter().map(|stop| stop.cites.as_slice()).collect();
    let slide = Slide {
        id: "route",
        heading: heading("route", section, briefing, &[]),
        body: body.into_any(),
        cites: weightiest(&cites),
        notes: Some(notes.into_any()),
    };
    slide.draw(briefing)
}

/// The figures of the masthead.
pub(super) fn figures(briefing: &'static Briefing) -> Option<AnyView> {
    let mine: Vec<_> = briefing.figures.iter().filter(|figure| figure.headline).collect();
    if mine.is_empty() {
        return None;
    }
    let cells: Vec<_> = mine.iter().map(|figure| figure::cell(figure, briefing)).collect();
    let notes = mine.iter().filter_map(|figure| Some((&figure.label, figure.note.as_deref()?)));
    let notes = notes.map(|(label, note)| view! { <p><b>{label.as_str()}</b>": "{note}</p> }).collect_view();
    let slide = Slide {
        id: "figures",
        heading: view! { <h2 id="figures-title">{briefing.catalogue.strings.embed_figures()}</h2> }.into_any(),
        body: view! { <ul>{cells}</ul> }.into_any(),
        cites: weightiest(&mine.iter().map(|figure| figure.cites.as_slice()).collect::<Vec<_>>()),
        notes: Some(view! { <p>{briefing.site.figures_note.as_str()}</p> {notes} }.into_any()),
    };
    Some(slide.draw(briefing))
}

/// How firm everything is, and above it what the reader has chosen; the engine draws that.
pub(super) fn roadmap(briefing: &'static Briefing, answer: AnyView, full: &str) -> AnyView {
    let section = &briefing.site.sections.commitments;
    let pillars: Vec<&'static [Citation]> = briefing.catalogue.pillars.iter().map(|p| p.cites.as_slice()).collect();
    let body = view! {
        <div class="results">{answer}</div>
        <p class="back">
            <a href=full.to_owned()>{briefing.catalogue.strings.slide_leave()}</a>
        </p>
        {matrix::matrix(briefing, briefing.catalogue.strings.slide_matrix())}
    };
    let slide = Slide {
        id: "roadmap",
        heading: heading("roadmap", section, briefing, &[]),
        body: body.into_any(),
        cites: weightiest(&pillars),
        notes: intro(section, briefing, &[]),
    };
    slide.draw(briefing)
}

/// A step, which leads to its commitment.
fn step(row: &Row, briefing: &'static Briefing) -> Option<AnyView> {
    let event = briefing.events.get(row.event)?;
    let commitment = briefing.catalogue.commitments.get(row.commitment)?;
    let pillar = briefing.catalogue.pillars.get(usize::from(commitment.pillar))?;
    let when = event.dated.as_ref();
    let when = when.map(|dated| labels::due(event.due, dated.when, &briefing.catalogue.strings));
    let step = view! {
        <li data-pillar=pillar.id.as_str()>
            <i inner_html=glyph::pillar(pillar)></i>
            <p>
                {when.map(|when| view! { <b>{when}</b> })} " "
                <a href=format!("#{}", commitment.id)>{event.title.as_str()}</a>
            </p>
        </li>
    };
    Some(step.into_any())
}

/// The steps to come: those with a date at the left, the others at the right.
pub(super) fn next(briefing: &'static Briefing) -> Option<AnyView> {
    let section = &briefing.site.sections.next;
    let strings = &briefing.catalogue.strings;
    let rows = Agenda::new(briefing).rows;
    if rows.is_empty() {
        return None;
    }
    let steps = rows.len().to_string();
    let with_date = rows.iter().filter(|row| row.span.is_some()).count().to_string();
    let counts = [("steps", steps.as_str()), ("dated", with_date.as_str())];
    let (dated, open): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.span.is_some());
    let many = (open.len() > STEPS).then_some("");
    let open = (!open.is_empty()).then(|| {
        view! {
            <div class="open">
                <h3>{strings.no_date()}</h3>
                <ul data-many=many>{open.into_iter().map(|row| step(row, briefing)).collect_view()}</ul>
            </div>
        }
    });
    let dated = dated.into_iter().map(|row| step(row, briefing)).collect_view();
    let body = view! { <ul class="dated">{dated}</ul> {open} };
    let cites = rows.iter().filter_map(|row| Some(briefing.events.get(row.event)?.cites.as_slice()));
    let notes = rows.iter().filter_map(|row| briefing.events.get(row.event)).map(|event| {
        view! {
            <p>
                <b>{event.title.as_str()}</b>
                " "
                {event.text.as_deref()}
                " "
                {mark::proof(&event.id, &event.cites, briefing)}
            </p>
        }
    });
    let notes = view! { {intro(section, briefing, &counts)} {notes.collect_view()} };
    let slide = Slide {
        id: "next",
        heading: heading("next", section, briefing, &counts),
        body: body.into_any(),
        cites: weightiest(&cites.collect::<Vec<_>>()),
        notes: Some(notes.into_any()),
    };
    Some(slide.draw(briefing))
}

/// The texts everything rests on.
pub(super) fn sources(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let section = &briefing.site.sections.sources;
    let rows = briefing.catalogue.sources.iter().map(|source| {
        let tier = if source.tier == Tier::Primary { strings.tier_primary() } else { strings.tier_press() };
        let date = source.dated.as_ref().map(|dated| labels::full(dated.when, strings));
        let count = fill(strings.paragraphs(), &[("count", &source.paragraphs.to_string())]);
        let facts: Vec<String> = [Some(tier.to_owned()), date, Some(count)].into_iter().flatten().collect();
        view! {
            <li>
                <a class="mark" class:press=source.tier == Tier::Press href=format!("#{}", source.id)>
                    {source.code.as_str()}
                </a>
                <p>
                    <b>{source.kind.as_str()}</b>
                    " "
                    <span>{source.title.as_str()}</span>
                </p>
                <small>{facts.join(" · ")}</small>
            </li>
        }
    });
    let texts = briefing.catalogue.sources.iter().filter_map(|source| Some((source, source.text.as_deref()?)));
    let texts = texts.map(|(source, text)| view! { <p><b>{source.kind.as_str()}</b>" "{text}</p> });
    let notes = view! { {texts.collect_view()} <p>{strings.footer_rules_text()}</p> };
    let slide = Slide {
        id: "sources",
        heading: heading("sources", section, briefing, &[]),
        body: view! { <ul>{rows.collect_view()}</ul> <p class="key">{masthead::key(briefing)}</p> }.into_any(),
        cites: Vec::new(),
        notes: Some(notes.into_any()),
    };
    slide.draw(briefing)
}
