//! The content as its authors wrote it: all languages, names unresolved, every place remembered.

use super::globe::PlaceFile;
use super::locale::LocaleWords;
use super::reader::{Fields, Record, Spot};
use super::record_files::{
    BoilerplateFile, ContextFile, DifferenceFile, GistFile, PersonFile, PositionFile, StatementFile, TermFile,
};
use super::records::records;
use super::site::SiteFile;
use super::values::{CitationText, Colors, Text, UndatedEra};
use crate::diag::Place;
use crate::model::date::When;
use crate::model::{Basis, Due, Id, Status, Tier, Voice};
use std::collections::BTreeMap;

/// A file of its own kind, with the name it has from its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// From the file name.
    pub id: Id,
    /// The top of the file.
    pub place: Place,
    /// What it says.
    pub record: T,
}

/// When something is, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFields {
    /// The date.
    pub when: Option<Spot<When>>,
    /// What it rests on.
    pub basis: Option<Spot<Basis>>,
    /// How it was derived.
    pub reasoning: Option<Spot<Text>>,
    /// What to say beside it.
    pub note: Option<Spot<Text>>,
    /// Where the table stands.
    pub place: Place,
}

impl DateFields {
    pub(super) fn read(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            when: fields.optional("date", "when: a year, month, day or range, as precise as the source"),
            basis: fields.optional("basis", "whether a cited paragraph states the date or it is derived"),
            reasoning: fields.optional("reasoning", "how a derived date was worked out"),
            note: fields.optional("date_note", "what to say beside the date"),
            place: fields.place().clone(),
        }
    }
}

pub(super) const DERIVED: &str = "how the claim was inferred, where no text says it outright; the page shows it";

pub(super) const CITES: &str = "the paragraphs it stands on, the weightiest first: [\"NR:30\"]";

records! {
    /// `pillars/<id>.toml`: a priority that commitments are sorted under.
    PillarFile {
        /// Its number in the source, 0 for what spans all.
        number: Spot<u16> = |f| f.required("number", "its number in the source; 0 for what spans all");
        /// It spans all priorities.
        whole: bool = |f| Some(f.optional("whole", "true for what spans all priorities").is_some_and(|w| w.value));
        /// Heading.
        title: Spot<Text> = |f| f.required("title", "the heading of its band");
        /// Shorter name.
        short: Spot<Text> = |f| f.required("short", "a shorter name for narrow places");
        /// The name in the source.
        official: Option<Spot<Text>> = |f| Some(f.optional("official", "its name in the source"));
        /// What it lacks.
        gap: Option<Spot<Text>> = |f| Some(f.optional("gap", "a sentence on what it lacks, if it lacks something"));
        /// Outline.
        shape: Option<Spot<String>> = |f| Some(f.optional("shape", "outline on a 24 × 24 grid, as SVG path data"));
        /// Inner line.
        cut: Option<Spot<String>> = |f| Some(f.optional("cut", "inner line on the same grid"));
        /// Colours.
        color: Option<Spot<Colors>> = |f| Some(f.optional("color", "its colours in the light and the dark theme"));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `sources/<id>.toml`: a text that the briefing rests on.
    SourceFile {
        /// Two or three capitals.
        code: Spot<String> = |f| f.required("code", "two or three capitals that mark it everywhere");
        /// Place among the sources.
        order: Spot<u16> = |f| f.required("order", "its place among the sources, from 1");
        /// Government or press.
        tier: Spot<Tier> = |f| f.required("tier", "whether a government or the press issued it");
        /// Whose account it is.
        voice: Spot<Voice> = |f| f.required("voice", "whose account it is: joint, own or press");
        /// Title.
        title: Spot<Text> = |f| f.required("title", "what it is called");
        /// Sort.
        kind: Spot<Text> = |f| f.required("kind", "what sort of text it is, in a word or two");
        /// When it is dated.
        dated: DateFields = |f| Some(DateFields::read(f));
        /// How long it is.
        paragraphs: Spot<u16> = |f| f.required("paragraphs", "how many blank-line-separated blocks it has");
        /// What to know about this copy.
        text: Option<Spot<Text>> = |f| Some(f.optional("text", "what to know about this copy of it"));
        /// Paragraphs that are no content.
        boilerplate: Vec<Spot<BoilerplateFile>> = |f| Some(f.list("boilerplate", "paragraphs that are no content: [{ from = 1, to = 2, reason.en = \"…\" }]"));
        /// What its paragraphs say.
        gists: Vec<Spot<GistFile>> = |f| Some(f.list("gists", "what its paragraphs say: [{ at = \"NR:30\", text.en = \"…\" }]"));
    }

    /// `stops/<id>.toml`: a leg of the trip.
    StopFile {
        /// Place on the trip.
        order: Spot<u16> = |f| f.required("order", "its place on the trip, from 1");
        /// Title.
        title: Spot<Text> = |f| f.required("title", "country and cities");
        /// Country.
        country: Spot<Text> = |f| f.required("country", "the country");
        /// Cities.
        places: Spot<Vec<Spot<PlaceFile>>> = |f| f.required("places", "the cities, in the order of the source: [{ name.en = \"…\" }]");
        /// Days.
        dated: DateFields = |f| Some(DateFields::read(f));
        /// What it brought.
        text: Spot<Text> = |f| f.required("text", "what the leg brought");
        /// A few words.
        label: Option<Spot<Text>> = |f| Some(f.optional("label", "a few words for the trip diagram"));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `events/<id>.toml`: something that happened or is to happen.
    EventFile {
        /// Title.
        title: Spot<Text> = |f| f.required("title", "what happened, as a short sentence");
        /// More.
        text: Option<Spot<Text>> = |f| Some(f.optional("text", "more about it"));
        /// When.
        dated: DateFields = |f| Some(DateFields::read(f));
        /// For what has no date.
        era: Option<Spot<UndatedEra>> = |f| Some(f.optional("era", "without a date: \"future\" for what is to come, \"open\" for what no text promises and none reports done"));
        /// How its date binds.
        due: Option<Spot<Due>> = |f| Some(f.optional("due", "for what is to come: \"by\" its date at the latest, \"within\" it at any time"));
        /// Nearer time.
        sooner: Option<Spot<Text>> = |f| Some(f.optional("sooner", "a nearer time that the press alone gives, in words"));
        /// Leg.
        stop: Option<Spot<Id>> = |f| Some(f.optional("stop", "the leg of the trip it belongs to"));
        /// Place among its leg's events.
        order: Option<Spot<u16>> = |f| Some(f.optional("order", "its place among the events of its leg or day, where the date does not decide"));
        /// Surrounding.
        context: bool = |f| Some(f.optional("context", "true for what surrounded the trip and is not part of it").is_some_and(|c| c.value));
        /// A few words.
        label: Option<Spot<Text>> = |f| Some(f.optional("label", "a few words for the trip diagram"));
        /// Commitment.
        about: Option<Spot<Id>> = |f| Some(f.optional("about", "the commitment it concerns"));
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `commitments/<id>.toml`: a card.
    CommitmentFile {
        /// Title.
        title: Spot<Text> = |f| f.required("title", "a short title");
        /// What exactly.
        text: Spot<Text> = |f| f.required("text", "what exactly, with the qualifiers of the source");
        /// Priority.
        pillar: Spot<Id> = |f| f.required("pillar", "the priority it is sorted under");
        /// Firmness.
        status: Spot<Status> = |f| f.required("status", "the firmest word of a primary text");
        /// Kind.
        kind: Spot<Id> = |f| f.required("kind", "what sort of thing it is, from the vocabulary");
        /// Parties.
        parties: Spot<Vec<Spot<Id>>> = |f| f.required("parties", "who takes part, from the vocabulary");
        /// A source's own grouping.
        theme: Option<Spot<Id>> = |f| Some(f.optional("theme", "the source's own heading it stands under, from the vocabulary"));
        /// Leg.
        stop: Option<Spot<Id>> = |f| Some(f.optional("stop", "the leg of the trip it belongs to"));
        /// When.
        dated: DateFields = |f| Some(DateFields::read(f));
        /// Where texts differ.
        note: Option<Spot<Text>> = |f| Some(f.optional("note", "where texts use different words, or why this status"));
        /// Others.
        related: Vec<Spot<Id>> = |f| Some(f.list("related", "commitments that belong with it"));
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `figures/<id>.toml`: a number.
    FigureFile {
        /// Place among the figures.
        order: Spot<u16> = |f| f.required("order", "its place among the figures, from 1");
        /// In the masthead.
        headline: bool = |f| Some(f.optional("headline", "true when it stands in the masthead").is_some_and(|h| h.value));
        /// Qualifier.
        qualifier: Option<Spot<Text>> = |f| Some(f.optional("qualifier", "\"nearly\", \"over\", \"up to\""));
        /// Number.
        value: Spot<Text> = |f| f.required("value", "the number as printed");
        /// Unit.
        unit: Option<Spot<Text>> = |f| Some(f.optional("unit", "the unit as a sign"));
        /// Unit in a word.
        unit_name: Option<Spot<Text>> = |f| Some(f.optional("unit_name", "the unit as a word"));
        /// What it counts.
        label: Spot<Text> = |f| f.required("label", "what the number counts");
        /// Note.
        note: Option<Spot<Text>> = |f| Some(f.optional("note", "what to know about it"));
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// An item of `vocabulary.toml`.
    NamedFile {
        /// Label.
        label: Spot<Text> = |f| f.required("label", "the name on the page");
    }
}

/// A name with the place of its key.
pub type VocabularyItem = Entry<NamedFile>;

/// `vocabulary.toml`, in the order in which it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// Sorts of commitments.
    pub kinds: Vec<VocabularyItem>,
    /// Who takes part.
    pub parties: Vec<VocabularyItem>,
    /// A source's own grouping.
    pub themes: Vec<VocabularyItem>,
    /// Topics of positions.
    pub topics: Vec<VocabularyItem>,
    /// Points on which sources differ.
    pub points: Vec<VocabularyItem>,
}

/// The words of the interface in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// From the file name.
    pub language: String,
    /// The words.
    pub words: LocaleWords,
}

/// Everything that was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// `briefing.toml`.
    pub site: Option<Entry<SiteFile>>,
    /// `vocabulary.toml`.
    pub vocabulary: Vocabulary,
    /// `locales/*.toml`.
    pub locales: Vec<Locale>,
    /// `pillars/*.toml`.
    pub pillars: Vec<Entry<PillarFile>>,
    /// `sources/*.toml`.
    pub sources: Vec<Entry<SourceFile>>,
    /// `stops/*.toml`.
    pub stops: Vec<Entry<StopFile>>,
    /// `events/*.toml`.
    pub events: Vec<Entry<EventFile>>,
    /// `commitments/*.toml`.
    pub commitments: Vec<Entry<CommitmentFile>>,
    /// `figures/*.toml`.
    pub figures: Vec<Entry<FigureFile>>,
    /// `positions/*.toml`.
    pub positions: Vec<Entry<PositionFile>>,
    /// `statements/*.toml`.
    pub statements: Vec<Entry<StatementFile>>,
    /// `context/*.toml`.
    pub context: Vec<Entry<ContextFile>>,
    /// `people/*.toml`.
    pub people: Vec<Entry<PersonFile>>,
    /// `terms/*.toml`.
    pub terms: Vec<Entry<TermFile>>,
    /// `differences/*.toml`.
    pub differences: Vec<Entry<DifferenceFile>>,
    /// `fingerprints.toml`: one for each paragraph of each source, by the id of the source.
    pub fingerprints: BTreeMap<String, Vec<Spot<String>>>,
}
