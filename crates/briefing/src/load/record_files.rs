//! The files of what the texts say beyond commitments.

use super::draft::{CITES, DERIVED, DateFields};
use super::reader::{Fields, Record, Spot};
use super::records::records;
use super::values::{CitationText, Text};
use crate::model::Id;

records! {
    /// `positions/<id>.toml`: a view that both sides state together.
    PositionFile {
        /// Place among the positions.
        order: Spot<u16> = |f| f.required("order", "its place among the positions, from 1");
        /// Topic.
        topic: Spot<Id> = |f| f.required("topic", "what it is about, from the vocabulary");
        /// Title.
        title: Spot<Text> = |f| f.required("title", "a short title");
        /// What is said.
        text: Spot<Text> = |f| f.required("text", "what is said, as strongly as it is said");
        /// Readings.
        note: Option<Spot<Text>> = |f| Some(f.optional("note", "what others make of it"));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `statements/<id>.toml`: something somebody said.
    StatementFile {
        /// Place among the statements.
        order: Spot<u16> = |f| f.required("order", "its place among the statements, from 1");
        /// Who.
        speaker: Spot<Id> = |f| f.required("speaker", "who said it, a file in people");
        /// What.
        text: Spot<Text> = |f| f.required("text", "what was said, in our words");
        /// Where.
        place: Option<Spot<Text>> = |f| Some(f.optional("where", "where it was said"));
        /// To whom.
        audience: Option<Spot<Text>> = |f| Some(f.optional("audience", "to whom it was said"));
        /// In what language.
        language: Option<Spot<Text>> = |f| Some(f.optional("language", "in what language it was said"));
        /// Through which translation.
        via: Option<Spot<Text>> = |f| Some(f.optional("via", "through which translation it is known"));
        /// When.
        dated: DateFields = |f| Some(DateFields::read(f));
        /// What to know.
        note: Option<Spot<Text>> = |f| Some(f.optional("note", "what to know about it"));
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `context/<id>.toml`: something that surrounded the visit.
    ContextFile {
        /// Place among the context.
        order: Spot<u16> = |f| f.required("order", "its place among the context, from 1");
        /// Title.
        title: Spot<Text> = |f| f.required("title", "a short title");
        /// What.
        text: Spot<Text> = |f| f.required("text", "what it was");
        /// Whose reading.
        note: Option<Spot<Text>> = |f| Some(f.optional("note", "whose reading it is"));
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `people/<id>.toml`: somebody, or a body.
    PersonFile {
        /// Place among the people.
        order: Spot<u16> = |f| f.required("order", "its place among the people, from 1");
        /// Person or body.
        kind: Spot<PersonKind> = |f| f.required("kind", "person or body");
        /// Name.
        name: Spot<Text> = |f| f.required("name", "the name, as the firmest text spells it");
        /// Role.
        role: Option<Spot<Text>> = |f| Some(f.optional("role", "the role the texts give"));
        /// What is said of them.
        text: Spot<Text> = |f| f.required("text", "what the texts say of them");
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// `terms/<id>.toml`: a term or an abbreviation.
    TermFile {
        /// Place among the terms.
        order: Spot<u16> = |f| f.required("order", "its place among the terms, from 1");
        /// Term.
        term: Spot<Text> = |f| f.required("term", "the term");
        /// Expansion.
        expansion: Option<Spot<Text>> = |f| Some(f.optional("expansion", "what it stands for, if a text says so"));
        /// Use.
        text: Spot<Text> = |f| f.required("text", "how the texts use it");
        /// How it was inferred.
        derived: Option<Spot<Text>> = |f| Some(f.optional("derived", DERIVED));
        /// Where it stands.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
    }

    /// What one source says on a point on which they differ.
    VersionFile {
        /// Source.
        source: Spot<String> = |f| f.required("source", "the code of the source");
        /// What it says.
        text: Spot<Text> = |f| f.required("text", "what it says, in our words");
        /// Where.
        cites: Vec<Spot<CitationText>> = |f| Some(f.list("cites", CITES));
        /// Whether it is not followed.
        departs: bool = |f| Some(f.optional("departs", "true when the verdict does not follow it; it is tinted").is_some_and(|d| d.value));
    }

    /// `differences/<id>.toml`: a point on which sources differ, or a fault in a copy.
    DifferenceFile {
        /// Place among the differences.
        order: Spot<u16> = |f| f.required("order", "its place among the differences, from 1");
        /// Point.
        topic: Spot<Id> = |f| f.required("topic", "what it is about, from the vocabulary (points)");
        /// Title.
        title: Spot<Text> = |f| f.required("title", "a short title");
        /// What each says.
        versions: Spot<Vec<Spot<VersionFile>>> = |f| f.required("versions", "what each source says; one left out is silent");
        /// What the briefing does.
        verdict: Spot<Text> = |f| f.required("verdict", "what this briefing does");
        /// Why.
        reason: Spot<Text> = |f| f.required("reason", "why, in a sentence");
        /// Weight.
        important: bool = |f| Some(f.optional("important", "true when it bears on how a claim is to be read").is_some_and(|i| i.value));
        /// Entries.
        touches: Vec<Spot<Id>> = |f| Some(f.list("touches", "the entries it concerns"));
    }

    /// What a paragraph of a source says.
    GistFile {
        /// Which.
        at: Spot<CitationText> = |f| f.required("at", "the paragraph, such as \"NR:30\"");
        /// What it says.
        text: Spot<Text> = |f| f.required("text", "what it says, in our words, in one short sentence");
    }

    /// Paragraphs of a source that are no content.
    BoilerplateFile {
        /// First.
        from: Spot<u16> = |f| f.required("from", "the first of these paragraphs");
        /// Last.
        to: Spot<u16> = |f| f.required("to", "the last of these paragraphs");
        /// Why.
        reason: Spot<Text> = |f| f.required("reason", "why it is no content, such as page chrome");
    }
}

/// Person or body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonKind {
    /// Somebody.
    Person,
    /// A government's part, a force, a university, a federation, a news organisation.
    Body,
}

super::values::words!(PersonKind, "person" => Self::Person, "body" => Self::Body);
