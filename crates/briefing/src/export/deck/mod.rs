//! Slides: what stands on each of them and where, for `public/deck.js`, which has a library make a
//! PowerPoint file of it.
//!
//! It is a plan rather than a file, because only the browser knows what is shown, and whole because
//! everything that can be worked out is worked out here: sizes that fit, words, notes, descriptions.

mod claim;
mod closing;
mod foot;
mod grid;
mod items;
mod matrix;
mod measure;
mod opening;
mod trip;

use super::json::{list, object, text};
use super::{Format, Pieces};
use crate::layout::labels;
use crate::model::Briefing;
use items::{INK_2, LEFT, LINE, OTHER_SCRIPTS, PAPER, Place, WIDTH, font, inches, points};
use measure::{Face, fit};

/// It is no file by itself: a library makes one of it, in the browser.
pub const DECK: Format = Format {
    id: "pptx",
    media: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    label: |strings| strings.take_pptx(),
    cut,
};

fn cut(briefing: &Briefing, _: bool) -> Pieces {
    let commitments = briefing.catalogue.commitments.iter().enumerate();
    let before =
        std::iter::once(opening::opening(briefing)).chain(trip::trip(briefing)).chain([matrix::matrix(briefing)]);
    let before: String = before.map(|slide| slide + ",\n").collect();
    let after: String = closing::sources(briefing).iter().map(|slide| format!(",\n{slide}")).collect();
    Pieces {
        head: format!("{{{},\n\"slides\": [\n{before}", about(briefing)),
        between: ",\n".to_owned(),
        empty: opening::nothing(briefing),
        tail: format!("{after}\n]}}\n"),
        pieces: commitments.map(|(place, commitment)| claim::claim(place, commitment, briefing)).collect(),
        ..Pieces::default()
    }
}

/// What holds for all slides.
fn about(briefing: &Briefing) -> String {
    let site = &briefing.site;
    let strings = &briefing.catalogue.strings;
    let fonts = OTHER_SCRIPTS.map(|(name, wide, leftward)| (name, list([text(wide), text(leftward)].into_iter())));
    let known = object(&[
        ("title", text(&site.title)),
        ("subject", text(&site.description)),
        ("author", text(&site.short_title)),
        ("company", text(&site.short_title)),
    ]);
    let theme = object(&[("headFontFace", text(font(Face::Serif))), ("bodyFontFace", text(font(Face::Sans)))]);
    let said = format!("{}. {}: {}", site.short_title, strings.as_of(), labels::day(site.as_of, strings));
    let said = fit(&said, Face::Sans, 470, 22, &[15, 14, 13, 12, 11, 10]);
    let foot = Place(LEFT, 678, 470, 22);
    let at =
        |place: Place| [("x", inches(place.0)), ("y", inches(place.1)), ("w", inches(place.2)), ("h", inches(place.3))];
    let set = [
        ("margin", "0".to_owned()),
        ("valign", text("top")),
        ("fontFace", text(font(Face::Sans))),
        ("fontSize", points(said.size)),
        ("color", text(INK_2)),
        ("lang", text(&briefing.catalogue.language)),
    ];
    let line = [
        at(Place(LEFT, 668, WIDTH, 0)).as_slice(),
        &[("line", object(&[("color", text(LINE)), ("width", "0.75".to_owned())]))],
    ]
    .concat();
    let words = object(&[("text", text(&said.text)), ("options", object(&[at(foot).as_slice(), &set].concat()))]);
    let title = [
        at(Place(LEFT, 64, WIDTH, 64)).as_slice(),
        &[("name", text("title")), ("type", text("title")), ("align", text("left")), ("valign", text("top"))],
    ]
    .concat();
    let title = object(&[("text", text("")), ("options", object(&title))]);
    let number = [at(Place(1144, 678, 80, 22)).as_slice(), &set, &[("align", text("right"))]].concat();
    let master = object(&[
        ("title", text(&site.short_title)),
        ("background", object(&[("color", text(PAPER))])),
        (
            "objects",
            list(
                [object(&[("line", object(&line))]), object(&[("text", words)]), object(&[("placeholder", title)])]
                    .into_iter(),
            ),
        ),
        ("slideNumber", object(&number)),
    ]);
    let members = [
        ("about", known),
        ("theme", theme),
        ("fonts", object(&fonts)),
        ("language", text(&briefing.catalogue.language)),
        ("master", master),
    ];
    let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    members.join(",\n")
}
