//! Every text of the content, for the rules that hold for all of them.

use super::each_date;
use crate::load::draft::Draft;
use crate::load::reader::Spot;
use crate::load::values::Text;

/// Calls `see` with every text of the content.
pub(crate) fn each_text<'d>(draft: &'d Draft, mut see: impl FnMut(&'d Spot<Text>)) {
    if let Some(site) = &draft.site {
        let site = &site.record;
        let sections = &site.sections.value;
        for heading in [
            &sections.route,
            &sections.commitments,
            &sections.next,
            &sections.positions,
            &sections.statements,
            &sections.context,
            &sections.figures,
            &sections.differences,
            &sections.people,
            &sections.terms,
            &sections.sources,
        ] {
            see(&heading.value.title);
            see(&heading.value.nav);
            heading.value.intro.iter().chain(&heading.value.claim).for_each(&mut see);
        }
        if let Some(globe) = &site.globe {
            see(&globe.value.caption);
            globe.value.names.iter().for_each(|name| see(&name.value.name));
        }
        let eras = &site.eras.value;
        for era in [&eras.past, &eras.trip, &eras.future] {
            see(&era.value.title);
            see(&era.value.note);
        }
        [&site.title, &site.short_title, &site.kicker, &site.lede, &site.description, &site.figures_note]
            .into_iter()
            .for_each(&mut see);
    }
    let vocabulary = &draft.vocabulary;
    for items in [&vocabulary.kinds, &vocabulary.parties, &vocabulary.themes, &vocabulary.topics, &vocabulary.points] {
        items.iter().for_each(|item| see(&item.record.label));
    }
    for pillar in &draft.pillars {
        see(&pillar.record.title);
        see(&pillar.record.short);
        pillar.record.official.iter().chain(&pillar.record.gap).for_each(&mut see);
    }
    for source in &draft.sources {
        see(&source.record.title);
        see(&source.record.kind);
        source.record.text.iter().for_each(&mut see);
        source.record.boilerplate.iter().for_each(|part| see(&part.value.reason));
        source.record.gists.iter().for_each(|gist| see(&gist.value.text));
    }
    for stop in &draft.stops {
        see(&stop.record.title);
        see(&stop.record.country);
        see(&stop.record.text);
        stop.record.places.value.iter().for_each(|place| see(&place.value.name));
        stop.record.label.iter().for_each(&mut see);
    }
    for event in &draft.events {
        see(&event.record.title);
        let record = &event.record;
        [&record.text, &record.label, &record.derived, &record.sooner].into_iter().flatten().for_each(&mut see);
    }
    for commitment in &draft.commitments {
        see(&commitment.record.title);
        see(&commitment.record.text);
        commitment.record.note.iter().chain(&commitment.record.derived).for_each(&mut see);
    }
    for figure in &draft.figures {
        let record = &figure.record;
        see(&record.value);
        see(&record.label);
        [&record.qualifier, &record.unit, &record.unit_name, &record.note, &record.derived]
            .into_iter()
            .flatten()
            .for_each(&mut see);
    }
    each_date(draft, |date| date.reasoning.iter().chain(&date.note).for_each(&mut see));
    record(draft, &mut see);
}

/// The texts of what the sources say beyond commitments.
fn record<'d>(draft: &'d Draft, see: &mut impl FnMut(&'d Spot<Text>)) {
    for position in &draft.positions {
        [&position.record.title, &position.record.text].into_iter().chain(&position.record.note).for_each(&mut *see);
    }
    for statement in &draft.statements {
        let record = &statement.record;
        see(&record.text);
        let setting = [&record.place, &record.audience, &record.language, &record.via, &record.note, &record.derived];
        setting.into_iter().flatten().for_each(&mut *see);
    }
    for context in &draft.context {
        [&context.record.title, &context.record.text]
            .into_iter()
            .chain(&context.record.note)
            .chain(&context.record.derived)
            .for_each(&mut *see);
    }
    for person in &draft.people {
        [&person.record.name, &person.record.text]
            .into_iter()
            .chain(&person.record.role)
            .chain(&person.record.derived)
            .for_each(&mut *see);
    }
    for term in &draft.terms {
        [&term.record.term, &term.record.text]
            .into_iter()
            .chain(&term.record.expansion)
            .chain(&term.record.derived)
            .for_each(&mut *see);
    }
    for difference in &draft.differences {
        let record = &difference.record;
        [&record.title, &record.verdict, &record.reason].into_iter().for_each(&mut *see);
        record.versions.value.iter().for_each(|version| see(&version.value.text));
    }
}
