//! The files that can be taken away. The links lead to complete ones; `public/take.js` makes
//! what is shown of the pieces beside them.

use super::places::TAKE;
use briefing::export::{FORMATS, file_stem};
use briefing::model::Briefing;
use leptos::prelude::*;

/// The menu, with the file of pieces of each format.
pub fn menu(briefing: &'static Briefing, pieces: Vec<String>) -> AnyView {
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
    view! {
        <div id=TAKE class="take" popover="auto">
            <p class="caption shown">{strings.take_shown()}</p>
            <p class="caption all">{strings.take_all()}</p>
            <ul>{links.collect_view()}</ul>
            <p class="failed" role="alert" hidden>
                {strings.take_failed()}
            </p>
        </div>
    }
    .into_any()
}
