//! The dialog of one entry with its proof. The engine fills it from the card of the entry; without
//! the engine the card itself holds everything.

use super::glyph;
use briefing::model::Strings;
use leptos::prelude::*;

/// The empty dialog, and what screen readers say when something is copied from a card.
pub fn entry(strings: &'static Strings) -> impl IntoView {
    let formats = [strings.cite_plain(), strings.cite_chicago(), strings.cite_bibtex()];
    let formats = formats.into_iter().enumerate().map(|(at, label)| {
        view! {
            <button type="button" class="outlined" data-cite-as=at.to_string()>
                {label}
            </button>
        }
    });
    view! {
        <dialog class="entry" id="entry" aria-labelledby="entry-title">
            <div class="bar">
                <button type="button" data-do="previous" aria-label=strings.entry_previous() inner_html=glyph::LEFT></button>
                <span class="position" role="status"></span>
                <button type="button" data-do="next" aria-label=strings.entry_next() inner_html=glyph::RIGHT></button>
                <button type="button" data-do="close" aria-label=strings.close() inner_html=glyph::CROSS></button>
            </div>
            <p class="caption" hidden>
                {strings.entry_hidden()}
            </p>
            <div class="text" tabindex="-1" autofocus></div>
            <div class="copies">
                <button type="button" class="solid" data-do="copy" inner_html=format!("{}{}", glyph::LINK, strings.copy_link())></button>
                <p>
                    <span id="cite-as">{strings.copy_citation()}</span>
                    <span role="group" aria-labelledby="cite-as">
                        {formats.collect_view()}
                    </span>
                </p>
                <span class="said" role="status"></span>
                <label class="address" hidden>
                    {strings.copy_failed()}
                    <textarea readonly rows="4"></textarea>
                </label>
            </div>
            <div class="proof"></div>
        </dialog>
        <p
            class="unseen"
            id="said"
            role="status"
            data-link=strings.link_copied()
            data-citation=strings.citation_copied()
        ></p>
    }
}
