//! The files that can be taken away. The links lead to complete ones; `public/take.js` makes
//! what is shown of the pieces beside them. The pictures always have everything.

use super::places::TAKE;
use briefing::export::{FORMATS, file_stem};
use briefing::model::Briefing;
use briefing::picture::PICTURES;
use leptos::prelude::*;

/// The forms of a picture; without fonts there is only the first.
const FORMS: [(&str, &str); 2] = [("svg", "image/svg+xml"), ("png", "image/png")];

/// The menu, with the file of pieces of each format. `drawn` says whether the pictures are there as PNG.
pub fn menu(briefing: &'static Briefing, pieces: Vec<String>, drawn: bool) -> AnyView {
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
    view! {
        <div id=TAKE class="take" popover="auto">
            <p class="caption shown">{strings.take_shown()}</p>
            <p class="caption all">{strings.take_all()}</p>
            <ul>{links.collect_view()}</ul>
            <p class="caption">{strings.take_pictures()}</p>
            <ul class="pictures">{pictures.collect_view()}</ul>
            <p class="failed" role="alert" hidden>
                {strings.take_failed()}
            </p>
        </div>
    }
    .into_any()
}
