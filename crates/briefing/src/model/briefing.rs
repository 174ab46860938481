//! The whole briefing in one language.

use super::{Catalogue, Citation, Event, Globe, Id, PlainDate, Record, Status, Stop, fill};

/// The title of a section and what leads into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The heading.
    pub title: String,
    /// The name in the navigation.
    pub nav: String,
    /// A sentence or two below it.
    pub intro: Option<String>,
    /// What it comes to in one line, as the heading of a slide.
    pub claim: Option<String>,
}

/// The name of a part of the timeline, and the scale it is drawn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Era {
    /// The heading.
    pub title: String,
    /// The scale in words, such as "one notch is one day".
    pub scale: String,
}

/// The headings of the page, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sections {
    /// The timeline.
    pub route: Heading,
    /// The cards.
    pub commitments: Heading,
    /// What is still to come.
    pub next: Heading,
    /// Shared positions.
    pub positions: Heading,
    /// Statements.
    pub statements: Heading,
    /// Context.
    pub context: Heading,
    /// Figures beyond those of the masthead.
    pub figures: Heading,
    /// Where sources differ.
    pub differences: Heading,
    /// People and bodies.
    pub people: Heading,
    /// Terms.
    pub terms: Heading,
    /// Sources.
    pub sources: Heading,
}

/// What the briefing says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Languages of the briefing, the first one being the default.
    pub languages: Vec<String>,
    /// The headline.
    pub title: String,
    /// A name short enough for a bar.
    pub short_title: String,
    /// What stands above the headline.
    pub kicker: String,
    /// The first paragraph.
    pub lede: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// What holds for all key figures.
    pub figures_note: String,
    /// The day up to which the content was brought.
    pub as_of: PlainDate,
    /// The headings of the page.
    pub sections: Sections,
    /// The globe beside the timeline, if there is to be one.
    pub globe: Option<Globe>,
    /// Before the trip.
    pub past: Era,
    /// The trip.
    pub trip: Era,
    /// After the trip.
    pub future: Era,
}

/// A number that a text gives, with its qualifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// File name of the content file.
    pub id: Id,
    /// It stands in the masthead.
    pub headline: bool,
    /// "nearly", "over", "up to"; never dropped.
    pub qualifier: Option<String>,
    /// The number as printed.
    pub value: String,
    /// The unit as a sign.
    pub unit: Option<String>,
    /// The unit as a word, for screen readers.
    pub unit_name: Option<String>,
    /// What the number counts.
    pub label: String,
    /// What to know about it.
    pub note: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Everything, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// What the engine needs too.
    pub catalogue: Catalogue,
    /// Titles and other words about the briefing.
    pub site: Site,
    /// The legs of the trip, in order.
    pub stops: Vec<Stop>,
    /// Earliest first, undated ones last.
    pub events: Vec<Event>,
    /// In the order of the content.
    pub figures: Vec<Figure>,
    /// What the texts say beyond commitments.
    pub record: Record,
}

impl Briefing {
    /// First and last day of the trip; `None` without stops.
    #[must_use]
    pub fn trip_days(&self) -> Option<(PlainDate, PlainDate)> {
        let first = self.stops.iter().map(|s| s.dated.when.first_day()).min()?;
        let last = self.stops.iter().map(|s| s.dated.when.last_day()).max()?;
        Some((first, last))
    }

    /// Puts the counts of this briefing into a sentence.
    #[must_use]
    pub fn counted(&self, sentence: &str) -> String {
        let commitments = &self.catalogue.commitments;
        let with = |wanted: fn(Status) -> bool| commitments.iter().filter(|c| wanted(c.status)).count().to_string();
        fill(
            sentence,
            &[
                ("commitments", &commitments.len().to_string()),
                ("firm", &with(|status| status >= Status::Signed)),
                ("planned", &with(|status| status == Status::Planned)),
            ],
        )
    }
}
