//! Positions, statements, context, people, terms and differences to one language.

use super::compile::{Compiler, find};
use super::draft::Entry;
use super::reader::Spot;
use super::record_files::{
    ContextFile, DifferenceFile, PersonFile, PersonKind, PositionFile, StatementFile, TermFile, VersionFile,
};
use crate::model::{Context, Difference, Person, Position, Record, Statement, Term, Version};

/// The entries in the order of their numbers.
fn sorted<T>(entries: &[Entry<T>], order: impl Fn(&T) -> u16) -> Vec<&Entry<T>> {
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_by_key(|entry| order(&entry.record));
    entries
}

impl Compiler<'_> {
    /// All of it.
    pub(super) fn record(&self) -> Option<Record> {
        let draft = self.draft;
        let people = sorted(&draft.people, |p: &PersonFile| p.order.value);
        let positions = sorted(&draft.positions, |p: &PositionFile| p.order.value);
        let statements = sorted(&draft.statements, |s: &StatementFile| s.order.value);
        let context = sorted(&draft.context, |c: &ContextFile| c.order.value);
        let terms = sorted(&draft.terms, |t: &TermFile| t.order.value);
        let differences = sorted(&draft.differences, |d: &DifferenceFile| d.order.value);
        Some(Record {
            topics: self.named(&draft.vocabulary.topics)?,
            points: self.named(&draft.vocabulary.points)?,
            positions: positions.into_iter().map(|entry| self.position(entry)).collect::<Option<_>>()?,
            statements: statements.into_iter().map(|entry| self.statement(entry, &people)).collect::<Option<_>>()?,
            context: context.into_iter().map(|entry| self.context(entry)).collect::<Option<_>>()?,
            people: people.iter().map(|entry| self.person(entry)).collect::<Option<_>>()?,
            terms: terms.into_iter().map(|entry| self.term(entry)).collect::<Option<_>>()?,
            differences: differences.into_iter().map(|entry| self.difference(entry)).collect::<Option<_>>()?,
        })
    }

    fn position(&self, entry: &Entry<PositionFile>) -> Option<Position> {
        let record = &entry.record;
        Some(Position {
            id: entry.id.clone(),
            topic: find(&self.draft.vocabulary.topics, &record.topic.value)?,
            title: self.text(&record.title)?,
            text: self.text(&record.text)?,
            note: self.maybe(record.note.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn statement(&self, entry: &Entry<StatementFile>, people: &[&Entry<PersonFile>]) -> Option<Statement> {
        let record = &entry.record;
        let setting = [&record.place, &record.audience, &record.language, &record.via];
        let setting = setting.into_iter().flatten().map(|text| self.text(text));
        Some(Statement {
            id: entry.id.clone(),
            speaker: u16::try_from(people.iter().position(|person| person.id == record.speaker.value)?).ok()?,
            text: self.reasoned(&record.text, record.derived.as_ref())?,
            setting: setting.collect::<Option<_>>()?,
            dated: self.dated(&record.dated)?,
            note: self.maybe(record.note.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn context(&self, entry: &Entry<ContextFile>) -> Option<Context> {
        let record = &entry.record;
        Some(Context {
            id: entry.id.clone(),
            title: self.text(&record.title)?,
            text: self.reasoned(&record.text, record.derived.as_ref())?,
            note: self.maybe(record.note.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn person(&self, entry: &Entry<PersonFile>) -> Option<Person> {
        let record = &entry.record;
        Some(Person {
            id: entry.id.clone(),
            body: record.kind.value == PersonKind::Body,
            name: self.text(&record.name)?,
            role: self.maybe(record.role.as_ref())?,
            text: self.reasoned(&record.text, record.derived.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn term(&self, entry: &Entry<TermFile>) -> Option<Term> {
        let record = &entry.record;
        Some(Term {
            id: entry.id.clone(),
            term: self.text(&record.term)?,
            expansion: self.maybe(record.expansion.as_ref())?,
            text: self.reasoned(&record.text, record.derived.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn difference(&self, entry: &Entry<DifferenceFile>) -> Option<Difference> {
        let record = &entry.record;
        let versions = self.sources.iter().map(|source| {
            let code = &source.record.code.value;
            let version = record.versions.value.iter().find(|version| version.value.source.value == *code);
            version.map_or(Some(None), |version| self.version(version).map(Some))
        });
        Some(Difference {
            id: entry.id.clone(),
            point: find(&self.draft.vocabulary.points, &record.topic.value)?,
            title: self.text(&record.title)?,
            versions: versions.collect::<Option<_>>()?,
            verdict: self.text(&record.verdict)?,
            reason: self.text(&record.reason)?,
            important: record.important,
            touches: record.touches.iter().map(|id| id.value.clone()).collect(),
        })
    }

    fn version(&self, version: &Spot<VersionFile>) -> Option<Version> {
        Some(Version {
            text: self.text(&version.value.text)?,
            cites: self.cites(&version.value.cites)?,
            departs: version.value.departs,
        })
    }
}
