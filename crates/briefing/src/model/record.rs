//! What the texts say beyond commitments: positions, statements, context, people, terms, and where
//! they differ.

use super::{Citation, Dated, Id};

/// A view that both sides state together.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// File name of the content file.
    pub id: Id,
    /// Place in [`super::Record::topics`].
    pub topic: u16,
    /// A short title.
    pub title: String,
    /// What is said, as strongly as it is said.
    pub text: String,
    /// What others make of it.
    pub note: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Something somebody said.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// File name of the content file.
    pub id: Id,
    /// Place in [`super::Record::people`].
    pub speaker: u16,
    /// What was said, in our words.
    pub text: String,
    /// Where, to whom, in what language, through which translation; what is known of these.
    pub setting: Vec<String>,
    /// When.
    pub dated: Option<Dated>,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Something that surrounded the visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// File name of the content file.
    pub id: Id,
    /// A short title.
    pub title: String,
    /// What it was.
    pub text: String,
    /// Whose reading it is.
    pub note: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Somebody, or a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// File name of the content file.
    pub id: Id,
    /// A body rather than a person.
    pub body: bool,
    /// The name.
    pub name: String,
    /// The role the texts give.
    pub role: Option<String>,
    /// What the texts say of them.
    pub text: String,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// A term or an abbreviation.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// File name of the content file.
    pub id: Id,
    /// The term.
    pub term: String,
    /// What it stands for, if a text says so.
    pub expansion: Option<String>,
    /// How the texts use it.
    pub text: String,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// What one source says on a point on which they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What it says, in our words.
    pub text: String,
    /// Where.
    pub cites: Vec<Citation>,
    /// The briefing does not follow it.
    pub departs: bool,
}

/// A point on which sources differ, or a fault in a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// File name of the content file.
    pub id: Id,
    /// Place in [`super::Record::points`].
    pub point: u16,
    /// A short title.
    pub title: String,
    /// By source, in the order of the sources; a source without one is silent, not against it.
    pub versions: Vec<Option<Version>>,
    /// What the briefing does.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// It bears on how a claim is to be read.
    pub important: bool,
    /// The entries it concerns.
    pub touches: Vec<Id>,
}

/// All of it, in the order of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Labels of the topics of positions.
    pub topics: Vec<super::Named>,
    /// Labels of the points on which sources differ.
    pub points: Vec<super::Named>,
    /// Shared positions.
    pub positions: Vec<Position>,
    /// Statements.
    pub statements: Vec<Statement>,
    /// Context.
    pub context: Vec<Context>,
    /// People and bodies.
    pub people: Vec<Person>,
    /// Terms.
    pub terms: Vec<Term>,
    /// Differences.
    pub differences: Vec<Difference>,
}
