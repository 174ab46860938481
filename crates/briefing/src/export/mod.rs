//! Taking a selection away, as a file for other programs.
//!
//! A format is worked out natively and cut into [`Pieces`], one for each commitment, so that the
//! page only has to join what is shown. One format per file, and the registry everything iterates.

mod calendar;
mod deck;
mod json;
mod markdown;
mod pieces;
mod spreadsheet;

pub use deck::DECK;
pub use pieces::{Address, Pieces};

#[cfg(feature = "load")]
pub(crate) use json::quote;

use crate::model::date::When;
use crate::model::{Briefing, Citation, Commitment, Event, Named, Source, Strings};
use pieces::is_mark;

/// A form in which commitments can be taken away.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, which is also the ending of its files.
    pub id: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Its name on the page.
    pub label: fn(&Strings) -> &str,
    /// Works its pieces out.
    cut: fn(&Briefing, bool) -> Pieces,
}

/// All of them, in the order of the page.
pub const FORMATS: [Format; 4] = [spreadsheet::FORMAT, markdown::FORMAT, calendar::FORMAT, json::FORMAT];

impl Format {
    /// It in pieces. Where the address of the page will not be known, what must be a whole address is
    /// left out.
    #[must_use]
    pub fn pieces(&self, briefing: &Briefing, linked: bool) -> Pieces {
        let ids = briefing.catalogue.commitments.iter().map(|commitment| commitment.id.to_string());
        Pieces { ids: ids.collect(), ..(self.cut)(briefing, linked) }
    }

    /// Everything in one file. `address` is that of the page; without one, links lead from a folder
    /// beside the page to it.
    #[must_use]
    pub fn whole(&self, briefing: &Briefing, address: Option<&str>) -> String {
        let view = address.unwrap_or("../");
        let page = format!("{view}#");
        let all: Vec<usize> = (0..briefing.catalogue.commitments.len()).collect();
        self.pieces(briefing, address.is_some()).joined(&all, Address { page: &page, view })
    }
}

/// The name of a file without its ending: what the briefing is called, and the date of its content.
#[must_use]
pub fn file_stem(briefing: &Briefing) -> String {
    format!("{}-{}", slug(&briefing.site.short_title), briefing.site.as_of.iso())
}

/// Letters and digits in any script, which file systems take; everything else is a hyphen.
fn slug(title: &str) -> String {
    let words = title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Text without what no format can hold: control characters, which are no part of a text apart from
/// tabs and ends of lines, the marks of addresses, and the two characters that are none.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\u{fffe}', '\u{ffff}'], "");
    text.chars().filter(|sign| !is_mark(*sign) && (!sign.is_control() || "\t\n\r".contains(*sign))).collect()
}

/// A date by ISO 8601; a range has both its days.
fn iso(when: When) -> String {
    when.datetime().unwrap_or_else(|| format!("{}/{}", when.first_day().iso(), when.last_day().iso()))
}

/// How precise a date is, in a word that is the same in every language.
const fn precision(when: When) -> &'static str {
    match when {
        When::Year(_) => "year",
        When::Month(..) => "month",
        When::Day(_) => "day",
        When::Range(..) => "range",
    }
}

/// A source mark, "NR ¶20".
fn mark(cite: &Citation, sources: &[Source]) -> String {
    let code = sources.get(usize::from(cite.source)).map_or("", |source| &source.code);
    format!("{code} ¶{}", cite.paragraph)
}

fn marks(cites: &[Citation], sources: &[Source], between: &str) -> String {
    cites.iter().map(|cite| mark(cite, sources)).collect::<Vec<_>>().join(between)
}

fn parties<'b>(commitment: &'b Commitment, briefing: &'b Briefing) -> impl Iterator<Item = (u16, &'b Named)> {
    let party = |place: &u16| Some((*place, briefing.catalogue.parties.get(usize::from(*place))?));
    commitment.parties.iter().filter_map(party)
}

/// What is dated or to come of a commitment; what surrounded it is no part of it.
fn steps(place: usize, briefing: &Briefing) -> impl Iterator<Item = &Event> {
    let about = move |event: &&Event| event.about.and_then(|about| usize::try_from(about).ok()) == Some(place);
    briefing.events.iter().filter(about).filter(|event| !event.context)
}

#[cfg(test)]
mod tests {
    use super::{plain, slug};

    #[test]
    fn a_file_is_called_by_letters_of_any_script() {
        assert_eq!(slug("Arden–Brook: a/b \\ \"c\"…"), "arden-brook-a-b-c");
        assert_eq!(slug("日加関係 2026"), "日加関係-2026");
    }

    #[test]
    fn what_no_format_can_hold_goes() {
        assert_eq!(plain("a\u{0}b\u{1a}c\u{1c}\td\r\ne\u{7f}😀ע"), "abc\td\ne😀ע");
    }
}
