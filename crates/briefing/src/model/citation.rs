//! Sources, and the places in them that a claim stands on.

use super::{Dated, Id};
use std::collections::BTreeMap;

/// Whether a text comes from a government or from the press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// Issued by one or both governments.
    Primary,
    /// Reported by others.
    Press,
}

/// Whose account a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// Both governments speak.
    Joint,
    /// One government speaks of both.
    Own,
    /// The press speaks.
    Press,
}

/// One of the texts a briefing rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// File name of the content file.
    pub id: Id,
    /// Two or three capitals that mark it everywhere.
    pub code: String,
    /// Government or press.
    pub tier: Tier,
    /// Whose account it is.
    pub voice: Voice,
    /// What it is called.
    pub title: String,
    /// What sort of text it is, in a word or two.
    pub kind: String,
    /// When it is dated, if it is.
    pub dated: Option<Dated>,
    /// How many blank-line-separated blocks it has, headings included.
    pub paragraphs: u16,
    /// What to know about this copy of it.
    pub text: Option<String>,
    /// Paragraphs that are boilerplate, with the reason: from, to, reason.
    pub boilerplate: Vec<(u16, u16, String)>,
    /// What paragraphs say, in our words, by paragraph.
    pub gists: BTreeMap<u16, String>,
}

/// What a paragraph does for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its word sets the status.
    Status,
    /// It gives the substance.
    Content,
    /// It says the same with a weaker word.
    Weaker,
    /// It uses a firmer word, which does not count.
    Stronger,
    /// The press reports the same.
    Press,
    /// It only names or frames it.
    Names,
}

/// A place in a source: one paragraph, and the word it uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Which source, as a place in [`super::Catalogue::sources`].
    pub source: u16,
    /// Paragraph, counted from 1.
    pub paragraph: u16,
    /// The word the source uses for what happened, as printed there.
    pub verb: Option<String>,
    /// What it does for the claim, where that is said.
    pub role: Option<Role>,
}

impl Citation {
    /// The stable name of a paragraph, used in links and marks: `NR:30`.
    #[must_use]
    pub fn key(&self, sources: &[Source]) -> String {
        let code = sources.get(usize::from(self.source)).map_or("", |s| &s.code);
        format!("{code}:{}", self.paragraph)
    }
}
