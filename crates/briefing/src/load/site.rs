//! `briefing.toml`: what the briefing says of itself.

use super::globe::GlobeFile;
use super::reader::{Fields, Record, Spot};
use super::records::records;
use super::values::Text;
use crate::model::Id;
use crate::model::date::When;

records! {
    /// A section's heading in `briefing.toml`.
    HeadingFile {
        /// Heading.
        title: Spot<Text> = |f| f.required("title", "the heading");
        /// In the navigation.
        nav: Spot<Text> = |f| f.required("nav", "the name in the navigation");
        /// Below it.
        intro: Option<Spot<Text>> = |f| Some(f.optional("intro", "a sentence or two below it"));
        /// On a slide.
        claim: Option<Spot<Text>> = |f| Some(f.optional("claim", "what it comes to in one line, as the heading of a slide"));
    }

    /// A part of the timeline in `briefing.toml`.
    EraFile {
        /// Heading.
        title: Spot<Text> = |f| f.required("title", "the heading");
        /// Scale.
        note: Spot<Text> = |f| f.required("note", "the scale in words");
    }

    /// `sections` in `briefing.toml`.
    SectionsFile {
        /// The timeline.
        route: Spot<HeadingFile> = |f| f.required("route", "the timeline");
        /// The cards.
        commitments: Spot<HeadingFile> = |f| f.required("commitments", "the cards");
        /// What is still to come.
        next: Spot<HeadingFile> = |f| f.required("next", "what is still to come; {steps} and {dated} are numbers");
        /// Shared positions.
        positions: Spot<HeadingFile> = |f| f.required("positions", "shared positions");
        /// Statements.
        statements: Spot<HeadingFile> = |f| f.required("statements", "statements");
        /// Context.
        context: Spot<HeadingFile> = |f| f.required("context", "context");
        /// Figures.
        figures: Spot<HeadingFile> = |f| f.required("figures", "figures beyond those of the masthead");
        /// Where sources differ.
        differences: Spot<HeadingFile> = |f| f.required("differences", "where sources differ");
        /// People and bodies.
        people: Spot<HeadingFile> = |f| f.required("people", "people and bodies");
        /// Terms.
        terms: Spot<HeadingFile> = |f| f.required("terms", "terms");
        /// The sources.
        sources: Spot<HeadingFile> = |f| f.required("sources", "the sources");
    }

    /// `eras` in `briefing.toml`.
    ErasFile {
        /// Before.
        past: Spot<EraFile> = |f| f.required("past", "before the trip");
        /// The trip.
        trip: Spot<EraFile> = |f| f.required("trip", "the trip");
        /// After.
        future: Spot<EraFile> = |f| f.required("future", "after the trip");
    }

    /// `briefing.toml`: what the briefing says of itself.
    SiteFile {
        /// Languages.
        languages: Spot<Vec<Spot<String>>> = |f| f.required("languages", "the languages of the briefing, the default one first");
        /// Home.
        home_party: Option<Spot<Id>> = |f| Some(f.optional("home_party", "the party whose partners can be filtered"));
        /// Content date.
        as_of: Spot<When> = |f| f.required("as_of", "the day up to which the content was brought");
        /// Headline.
        title: Spot<Text> = |f| f.required("title", "the headline");
        /// Short name.
        short_title: Spot<Text> = |f| f.required("short_title", "a name short enough for a bar");
        /// Above the headline.
        kicker: Spot<Text> = |f| f.required("kicker", "what stands above the headline");
        /// First paragraph.
        lede: Spot<Text> = |f| f.required("lede", "the first paragraph; {commitments} is their number");
        /// For search engines.
        description: Spot<Text> = |f| f.required("description", "one sentence for search engines and link previews");
        /// For all figures.
        figures_note: Spot<Text> = |f| f.required("figures_note", "what holds for all key figures");
        /// Sections.
        sections: Spot<SectionsFile> = |f| f.required("sections", "the headings of the page");
        /// Globe.
        globe: Option<Spot<GlobeFile>> = |f| Some(f.optional("globe", "the globe beside the timeline; its land is drawn by `cargo xtask globe`"));
        /// Eras.
        eras: Spot<ErasFile> = |f| f.required("eras", "the parts of the timeline");
    }
}
