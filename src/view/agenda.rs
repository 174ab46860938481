//! What is next: the steps still to come, with their dates in words and as marks on a time axis.
//!
//! Everything that depends on the day of the reader is left open here; its place is kept, and the
//! engine fills it in.

use super::{axis, glyph, mark};
use briefing::layout::agenda::{Agenda, Row};
use briefing::layout::labels;
use briefing::model::{Briefing, EraKind, Event, Strings, fill};
use leptos::prelude::*;

/// The section.
pub fn agenda(briefing: &'static Briefing) -> AnyView {
    let agenda = Agenda::new(briefing);
    let strings = &briefing.catalogue.strings;
    let heading = &briefing.site.sections.next;
    let dated = agenda.rows.iter().filter(|row| row.span.is_some()).count();
    let counts = [("steps", agenda.rows.len().to_string()), ("dated", dated.to_string())];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let intro = heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{fill(intro, &counts)}</p> });
    let as_of = fill(strings.agenda_as_of(), &[("date", &labels::day(briefing.site.as_of, strings))]);
    let rows = agenda.rows.iter().filter_map(|row| self::row(row, &agenda, briefing)).collect_view();
    view! {
        <section class="agenda wide" id="next" aria-labelledby="next-title">
            <h2 id="next-title">{heading.title.as_str()}</h2>
            {intro}
            <p class="caption as-of">{as_of}</p>
            <div class="caption day"></div>
            <div class="box">
                {axis::grid(&agenda.axis)}
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{strings.agenda_step()}</th>
                            <th scope="col">{strings.agenda_due()}</th>
                            <th scope="col">
                                <span class="unseen">{strings.agenda_axis()}</span>
                                {axis::scale(&agenda.axis, strings)}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {axis::key(&agenda, briefing)}
        </section>
    }
    .into_any()
}

fn row(row: &Row, agenda: &Agenda, briefing: &'static Briefing) -> Option<AnyView> {
    let catalogue = &briefing.catalogue;
    let event = briefing.events.get(row.event)?;
    let commitment = catalogue.commitments.get(row.commitment)?;
    let pillar = catalogue.pillars.get(usize::from(commitment.pillar))?;
    // What stands nowhere else on the page is found here.
    let id = (event.era == EraKind::Open).then(|| event.id.as_str());
    let why = event.text.as_deref().filter(|_| row.span.is_none());
    let standing = row.span.map(|_| view! { <span class="standing"></span> });
    let row = view! {
        <tr id=id data-pillar=pillar.id.as_str()>
            <th scope="row">
                <i inner_html=glyph::pillar(pillar)></i>
                <a href=format!("#{}", commitment.id)>{event.title.as_str()}</a>
                {why.map(|why| view! { <p class="caption">{why}</p> })}
            </th>
            <td>
                <p class="due" class:open=row.span.is_none()>
                    {due(event, &catalogue.strings)}
                </p>
                {event.sooner.as_deref().map(|sooner| view! { <p class="caption">{sooner}</p> })}
                {standing}
                {mark::proof(&event.id, &event.cites, briefing)}
            </td>
            <td>
                <svg aria-hidden="true">
                    <use href="#agenda-grid" />
                    <svg y="19">{axis::drawn(event, row.span, agenda)}</svg>
                </svg>
            </td>
        </tr>
    };
    Some(row.into_any())
}

/// The date in words, with how it binds.
fn due(event: &Event, strings: &'static Strings) -> String {
    let when = event.dated.as_ref().map(|dated| dated.when);
    when.map_or_else(|| strings.no_date().to_owned(), |when| labels::due(event.due, when, strings))
}
