//! The files that can be taken away. The links lead to complete ones; `public/take.js` makes
//! what is shown of the pieces beside them. The pictures always have everything.

use super::places::{EXPLORER, TAKE};
use briefing::export::{DECK, FORMATS, file_stem};
use briefing::model::Briefing;
use briefing::picture::PICTURES;
use leptos::prelude::*;

/// The forms of a picture; without fonts there is only the first.
const FORMS: [(&str, &str); 2] = [("svg", "image/svg+xml"), ("png", "image/png")];

/// What there is to take away.
#[derive(Clone, Debug)]
pub struct Offer {
    /// By format, the file of pieces.
    pub pieces: Vec<String>,
    /// What slides are made of, if they can be made.
    pub deck: Option<Deck>,
    /// Whether the pictures are there as PNG.
    pub drawn: bool,
}

impl Offer {
    /// The same from a page from which `root` is the way to the root of the site.
    #[must_use]
    pub fn below(&self, root: &str) -> Self {
        let pieces = self.pieces.iter().map(|file| format!("{root}{file}")).collect();
        Self { pieces, deck: self.deck.as_ref().map(|deck| deck.below(root)), drawn: self.drawn }
    }
}

/// What slides are made of: files, and for those that are run the digest, for the browser to compare.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The plan of the slides, in pieces.
    pub plan: String,
    /// The script that follows the plan.
    pub script: String,
    /// Its digest.
    pub script_digest: String,
    /// The library that it loads.
    pub library: String,
    /// Its digest.
    pub library_digest: String,
}

impl Deck {
    fn below(&self, root: &str) -> Self {
        let file = |name: &str| format!("{root}{name}");
        let (plan, script, library) = (file(&self.plan), file(&self.script), file(&self.library));
        Self { plan, script, library, ..self.clone() }
    }
}

/// The menu. Slides are made by a library in the browser, so
/// there is no complete file of them to lead to.
pub fn menu(briefing: &'static Briefing, offer: Offer) -> AnyView {
    let Offer { pieces, deck, drawn } = offer;
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
    let pictures = PICTURES.iter().filter(|picture| picture.shows(briefing)).map(|picture| {
        let title = (picture.title)(briefing);
        let forms = FORMS.iter().take(if drawn { FORMS.len() } else { 1 }).map(|(ending, media)| {
            let name = ending.to_uppercase();
            view! {
                <a
                    href=format!("pictures/{}.{ending}", picture.name)
                    type=*media
                    download=format!("{stem}-{}.{ending}", picture.name)
                    aria-label=format!("{name}: {title}")
                >
                    {name.clone()}
                </a>
            }
        });
        let forms = forms.collect_view();
        view! { <li><span>{title}</span> {forms}</li> }
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
                    data-script-integrity=deck.script_digest
                    data-library=deck.library
                    data-library-integrity=deck.library_digest
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
            <p class="caption">{strings.take_pictures()}</p>
            <ul class="pictures">{pictures.collect_view()}</ul>
            <p class="failed" role="alert" hidden>
                {strings.take_failed()}
            </p>
        </div>
    }
    .into_any()
}
