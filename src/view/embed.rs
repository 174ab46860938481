//! A part of the briefing that stands alone, in a frame on a page of others: what it is, how old it
//! is, what its marks mean, and the way to the whole.

use super::{bar, figures, listing, matrix, route};
use briefing::layout::labels;
use briefing::model::{Briefing, Commitment, fill};
use leptos::prelude::*;

/// What can stand alone.
#[derive(Clone, Copy, Debug)]
pub enum Embed {
    /// The route with the globe.
    Timeline,
    /// The commitments with their filters, which the engine wakes.
    Commitments,
    /// The key figures.
    Figures,
    /// The firmness matrix.
    Matrix,
    /// One commitment.
    Entry(&'static Commitment),
}

impl Embed {
    /// All of a briefing.
    pub fn all(briefing: &'static Briefing) -> impl Iterator<Item = Self> {
        let entries = briefing.catalogue.commitments.iter().map(Self::Entry);
        [Self::Timeline, Self::Commitments, Self::Figures, Self::Matrix].into_iter().chain(entries)
    }

    /// What its address calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Commitments => "commitments",
            Self::Figures => "figures",
            Self::Matrix => "matrix",
            Self::Entry(_) => "entry",
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn title(self, briefing: &Briefing) -> String {
        let strings = &briefing.catalogue.strings;
        let sections = &briefing.site.sections;
        match self {
            Self::Timeline => {
                let places: Vec<&str> = briefing.stops.iter().map(|stop| stop.country.as_str()).collect();
                let values = [("title", sections.route.title.as_str()), ("places", &places.join(", "))];
                fill(strings.embed_route(), &values)
            }
            Self::Commitments => sections.commitments.title.clone(),
            Self::Figures => strings.embed_figures().to_owned(),
            Self::Matrix => strings.matrix_name().to_owned(),
            Self::Entry(commitment) => commitment.title.clone(),
        }
    }
}

/// The page of an embed. `full` is the way to the page of the whole briefing; the explorer comes as
/// HTML, since what the engine wakes is drawn on its own.
pub fn embed(
    embed: Embed,
    briefing: &'static Briefing,
    explorer: Option<String>,
    land: Option<&str>,
    full: &str,
) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let date = labels::day(briefing.site.as_of, strings);
    let content = match embed {
        Embed::Timeline => route::alone(briefing, land),
        Embed::Commitments => view! {
            <p class="failed" id="engine-failed" role="status" data-text=strings.engine_failed()></p>
            <div inner_html=explorer></div>
        }
        .into_any(),
        Embed::Figures => figures::figures(briefing),
        Embed::Matrix => matrix::matrix(briefing, strings.matrix_note()).into_any(),
        Embed::Entry(commitment) => listing::alone(commitment, briefing).into_any(),
    };
    let full = match embed {
        Embed::Entry(commitment) => format!("{full}#{}", commitment.id),
        _ => full.to_owned(),
    };
    view! {
        <header class="plate">
            <h1>{briefing.site.short_title.as_str()}</h1>
            {bar::emblem()}
            <h2>{embed.title(briefing)}</h2>
        </header>
        <main class=format!("embed embed-{}", embed.name())>{content}</main>
        <footer class="sill">
            <p>{fill(strings.embed_note(), &[("date", &date)])}</p>
            <a href=full data-full="" target="_blank" rel="noopener">
                {strings.embed_open()}
            </a>
        </footer>
    }
    .into_any()
}
