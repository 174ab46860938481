//! The files that can be taken away. The links lead to complete ones; `public/take.js` makes
//! what is shown of the pieces beside them.

use super::places::{EXPLORER, TAKE};
use briefing::export::{DECK, FORMATS, file_stem};
use briefing::model::Briefing;
use leptos::prelude::*;

/// What slides are made of: files, and the digest of the library.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The plan of the slides, in pieces.
    pub plan: String,
    /// The script that follows the plan.
    pub script: String,
    /// The library that it loads.
    pub library: String,
    /// The digest of the library, for the browser to compare.
    pub digest: String,
}

impl Deck {
    /// The same from a page from which `root` is the way to the root of the site.
    #[must_use]
    pub fn below(&self, root: &str) -> Self {
        let file = |name: &str| format!("{root}{name}");
        let digest = self.digest.clone();
        Self { plan: file(&self.plan), script: file(&self.script), library: file(&self.library), digest }
    }
}

/// The menu, with the file of pieces of each format. Slides are made by a library in the browser, so
/// there is no complete file of them to lead to.
pub fn menu(briefing: &'static Briefing, pieces: Vec<String>, deck: Option<Deck>) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let stem = file_stem(briefing);
    let links = FORMATS.iter().zip(pieces).map(|(format, pieces)| {
        let id = format.id;
        view! {
            <li>
                <a
                    href=format!("take/briefing.{id}")
                    type=format.media
                    download=format!("{stem}.{id}")
                    data-pieces=pieces
                >
                    {(format.label)(strings)}
                </a>
            </li>
        }
    });
    let slides = deck.map(|deck| {
        let id = DECK.id;
        view! {
            <li class="deck">
                <a
                    href=format!("#{EXPLORER}")
                    type=DECK.media
                    download=format!("{stem}.{id}")
                    data-pieces=deck.plan
                    data-script=deck.script
                    data-library=deck.library
                    data-library-digest=deck.digest
                >
                    {(DECK.label)(strings)}
                </a>
            </li>
        }
    });
    view! {
        <div id=TAKE class="take" popover="auto">
            <p class="caption shown">{strings.take_shown()}</p>
            <p class="caption all">{strings.take_all()}</p>
            <ul>{links.collect_view()} {slides}</ul>
            <p class="failed" role="alert" hidden>
                {strings.take_failed()}
            </p>
        </div>
    }
    .into_any()
}
