//! A checked draft to one briefing per language.
//!
//! Everything here is total: a name that does not resolve gives `None`, which the checks have
//! reported before.

use super::draft::{CommitmentFile, DateFields, Draft, Entry, VocabularyItem};
use super::reader::Spot;
use super::site::{EraFile, HeadingFile};
use super::values::{CitationText, Text};
use crate::model::date::When;
use crate::model::{
    Basis, Briefing, Catalogue, Citation, Commitment, Dated, Era, Figure, Heading, Id, Named, Pillar, Sections, Site,
    Source, Stop,
};
use std::collections::BTreeMap;

/// Compiles a draft without errors.
pub(super) fn compile(draft: &Draft) -> Option<Vec<Briefing>> {
    let site = draft.site.as_ref()?;
    let languages: Vec<String> = site.record.languages.value.iter().map(|l| l.value.clone()).collect();
    languages.iter().map(|language| Compiler::new(draft, language)?.briefing(&languages)).collect()
}

/// A draft being compiled to one language.
pub(super) struct Compiler<'d> {
    pub(super) draft: &'d Draft,
    language: &'d str,
    pillars: Vec<&'d Entry<super::draft::PillarFile>>,
    pub(super) sources: Vec<&'d Entry<super::draft::SourceFile>>,
    pub(super) stops: Vec<&'d Entry<super::draft::StopFile>>,
    pub(super) commitments: Vec<&'d Entry<CommitmentFile>>,
    /// The places of the commitments, which are looked up for each of many events.
    places: BTreeMap<&'d Id, u32>,
}

impl<'d> Compiler<'d> {
    fn new(draft: &'d Draft, language: &'d str) -> Option<Self> {
        let mut pillars: Vec<_> = draft.pillars.iter().collect();
        pillars.sort_by_key(|pillar| pillar.record.number.value);
        let mut sources: Vec<_> = draft.sources.iter().collect();
        sources.sort_by_key(|source| source.record.order.value);
        let mut stops: Vec<_> = draft.stops.iter().collect();
        stops.sort_by_key(|stop| stop.record.order.value);
        let rank: BTreeMap<&Id, usize> = pillars.iter().enumerate().map(|(at, pillar)| (&pillar.id, at)).collect();
        let mut commitments: Vec<_> = draft.commitments.iter().collect();
        commitments.sort_by_key(|commitment| {
            let record = &commitment.record;
            (rank.get(&record.pillar.value).copied(), std::cmp::Reverse(record.status.value), &commitment.id)
        });
        let places = commitments.iter().zip(0..).map(|(commitment, at)| (&commitment.id, at)).collect();
        Some(Self { draft, language, pillars, sources, stops, commitments, places })
    }

    fn briefing(&self, languages: &[String]) -> Option<Briefing> {
        let site = &self.draft.site.as_ref()?.record;
        let words = self.draft.locales.iter().find(|l| l.language == self.language)?.words.clone();
        let parties = self.named(&self.draft.vocabulary.parties)?;
        let home_party = site.home_party.as_ref().and_then(|home| find_named(&parties, &home.value));
        let catalogue = Catalogue {
            language: self.language.to_owned(),
            strings: words.strings,
            facet_labels: words.facets,
            statuses: words.statuses,
            pillars: self.pillars.iter().map(|p| self.pillar(p)).collect::<Option<_>>()?,
            kinds: self.named(&self.draft.vocabulary.kinds)?,
            parties,
            home_party,
            themes: self.named(&self.draft.vocabulary.themes)?,
            sources: self.sources.iter().map(|s| self.source(s)).collect::<Option<_>>()?,
            commitments: self.commitments.iter().map(|c| self.commitment(c)).collect::<Option<_>>()?,
        };
        let stops: Vec<Stop> = self.stops.iter().map(|s| self.stop(s)).collect::<Option<_>>()?;
        let trip = stops
            .iter()
            .map(|s| s.dated.when.first_day())
            .min()
            .zip(stops.iter().map(|s| s.dated.when.last_day()).max());
        let events = self.events(trip)?;
        let mut figures: Vec<_> = self.draft.figures.iter().collect();
        figures.sort_by_key(|figure| figure.record.order.value);
        let figures = figures.into_iter().map(|figure| {
            let record = &figure.record;
            Some(Figure {
                id: figure.id.clone(),
                headline: record.headline,
                qualifier: self.maybe(record.qualifier.as_ref())?,
                value: self.text(&record.value)?,
                unit: self.maybe(record.unit.as_ref())?,
                unit_name: self.maybe(record.unit_name.as_ref())?,
                label: self.reasoned(&record.label, record.derived.as_ref())?,
                note: self.maybe(record.note.as_ref())?,
                cites: self.cites(&record.cites)?,
            })
        });
        let figures = figures.collect::<Option<_>>()?;
        let When::Day(as_of) = site.as_of.value else {
            return None;
        };
        let sections = &site.sections.value;
        let eras = &site.eras.value;
        let site = Site {
            languages: languages.to_vec(),
            title: self.text(&site.title)?,
            short_title: self.text(&site.short_title)?,
            kicker: self.text(&site.kicker)?,
            lede: self.text(&site.lede)?,
            description: self.text(&site.description)?,
            figures_note: self.text(&site.figures_note)?,
            as_of,
            sections: Sections {
                route: self.heading(&sections.route.value)?,
                commitments: self.heading(&sections.commitments.value)?,
                next: self.heading(&sections.next.value)?,
                positions: self.heading(&sections.positions.value)?,
                statements: self.heading(&sections.statements.value)?,
                context: self.heading(&sections.context.value)?,
                figures: self.heading(&sections.figures.value)?,
                differences: self.heading(&sections.differences.value)?,
                people: self.heading(&sections.people.value)?,
                terms: self.heading(&sections.terms.value)?,
                sources: self.heading(&sections.sources.value)?,
            },
            globe: site.globe.as_ref().map_or(Some(None), |globe| self.globe(&globe.value).map(Some))?,
            past: self.era(&eras.past.value)?,
            trip: self.era(&eras.trip.value)?,
            future: self.era(&eras.future.value)?,
        };
        let record = self.record()?;
        Some(Briefing { catalogue, site, stops, events, figures, record })
    }

    /// The place of a commitment.
    pub(super) fn place_of(&self, id: &Id) -> Option<u32> {
        self.places.get(id).copied()
    }

    pub(super) fn text(&self, text: &Spot<Text>) -> Option<String> {
        text.value.0.get(self.language).map(|text| text.value.clone())
    }

    /// A text with how it was inferred, so that a reader sees the reasoning where the claim is.
    pub(super) fn reasoned(&self, text: &Spot<Text>, derived: Option<&Spot<Text>>) -> Option<String> {
        let text = self.text(text)?;
        let Some(derived) = self.maybe(derived)? else { return Some(text) };
        let words = &self.draft.locales.iter().find(|l| l.language == self.language)?.words;
        Some(format!("{text} {} {derived}", words.strings.inferred()))
    }

    /// `Some(None)` when there is nothing to say; `None` when this language lacks it.
    pub(super) fn maybe(&self, text: Option<&Spot<Text>>) -> Option<Option<String>> {
        text.map_or(Some(None), |text| self.text(text).map(Some))
    }

    fn heading(&self, heading: &HeadingFile) -> Option<Heading> {
        Some(Heading {
            title: self.text(&heading.title)?,
            nav: self.text(&heading.nav)?,
            intro: self.maybe(heading.intro.as_ref())?,
            claim: self.maybe(heading.claim.as_ref())?,
        })
    }

    fn era(&self, era: &EraFile) -> Option<Era> {
        Some(Era { title: self.text(&era.title)?, scale: self.text(&era.note)? })
    }

    pub(super) fn named(&self, items: &[VocabularyItem]) -> Option<Vec<Named>> {
        let named = |item: &VocabularyItem| Some(Named { id: item.id.clone(), label: self.text(&item.record.label)? });
        items.iter().map(named).collect()
    }

    pub(super) fn cites(&self, cites: &[Spot<CitationText>]) -> Option<Vec<Citation>> {
        let cite = |cite: &Spot<CitationText>| {
            let source = self.sources.iter().position(|s| s.record.code.value == cite.value.code)?;
            Some(Citation {
                source: u16::try_from(source).ok()?,
                paragraph: cite.value.paragraph,
                verb: cite.value.verb.clone(),
                role: cite.value.role,
            })
        };
        cites.iter().map(cite).collect()
    }

    pub(super) fn dated(&self, fields: &DateFields) -> Option<Option<Dated>> {
        let Some(when) = &fields.when else {
            return Some(None);
        };
        Some(Some(Dated {
            when: when.value,
            basis: fields.basis.as_ref().map_or(Basis::Stated, |basis| basis.value),
            reasoning: self.maybe(fields.reasoning.as_ref())?,
            note: self.maybe(fields.note.as_ref())?,
        }))
    }

    fn pillar(&self, pillar: &Entry<super::draft::PillarFile>) -> Option<Pillar> {
        let record = &pillar.record;
        let number = u8::try_from(record.number.value).ok()?;
        Some(Pillar {
            id: pillar.id.clone(),
            title: self.text(&record.title)?,
            short: self.text(&record.short)?,
            number: (!record.whole).then_some(number),
            shape: record.shape.as_ref().map(|shape| shape.value.clone()),
            cut: record.cut.as_ref().map(|cut| cut.value.clone()),
            colors: record.color.as_ref().map(|c| (c.value.light.value.clone(), c.value.dark.value.clone())),
            official: self.maybe(record.official.as_ref())?,
            gap: self.maybe(record.gap.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn source(&self, source: &Entry<super::draft::SourceFile>) -> Option<Source> {
        let record = &source.record;
        let boilerplate = record
            .boilerplate
            .iter()
            .map(|part| Some((part.value.from.value, part.value.to.value, self.text(&part.value.reason)?)));
        let gists = record.gists.iter().map(|gist| Some((gist.value.at.value.paragraph, self.text(&gist.value.text)?)));
        Some(Source {
            id: source.id.clone(),
            code: record.code.value.clone(),
            tier: record.tier.value,
            voice: record.voice.value,
            title: self.text(&record.title)?,
            kind: self.text(&record.kind)?,
            dated: self.dated(&record.dated)?,
            paragraphs: record.paragraphs.value,
            text: self.maybe(record.text.as_ref())?,
            boilerplate: boilerplate.collect::<Option<_>>()?,
            gists: gists.collect::<Option<_>>()?,
        })
    }

    fn commitment(&self, commitment: &Entry<CommitmentFile>) -> Option<Commitment> {
        let record = &commitment.record;
        let vocabulary = &self.draft.vocabulary;
        let parties = record.parties.value.iter().map(|party| find(&vocabulary.parties, &party.value));
        let related = record.related.iter().map(|id| self.place_of(&id.value));
        let theme = record.theme.as_ref().map(|theme| find(&vocabulary.themes, &theme.value));
        Some(Commitment {
            id: commitment.id.clone(),
            title: self.text(&record.title)?,
            text: self.reasoned(&record.text, record.derived.as_ref())?,
            pillar: u16::try_from(self.pillars.iter().position(|p| p.id == record.pillar.value)?).ok()?,
            status: record.status.value,
            kind: find(&vocabulary.kinds, &record.kind.value)?,
            parties: parties.collect::<Option<_>>()?,
            theme: theme.map_or(Some(None), |at| at.map(Some))?,
            dated: self.dated(&record.dated)?,
            note: self.maybe(record.note.as_ref())?,
            related: related.collect::<Option<_>>()?,
            cites: self.cites(&record.cites)?,
        })
    }
}

pub(super) fn find(items: &[VocabularyItem], id: &Id) -> Option<u16> {
    u16::try_from(items.iter().position(|item| item.id == *id)?).ok()
}

fn find_named(items: &[Named], id: &Id) -> Option<u16> {
    u16::try_from(items.iter().position(|item| item.id == *id)?).ok()
}
