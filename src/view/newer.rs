//! Says that a newer version of the page is ready, once `public/keep.js` has found one.

use super::glyph;
use briefing::model::Strings;
use leptos::prelude::*;

/// The line, hidden in an element that is there from the beginning, so that it is read out.
pub fn newer(strings: &'static Strings) -> impl IntoView {
    view! {
        <div class="newer" id="newer" role="status">
            <p hidden>
                {strings.newer()} <button type="button" class="plain">
                    {strings.newer_reload()}
                </button>
                <button type="button" class="leave" aria-label=strings.close() inner_html=glyph::CROSS></button>
            </p>
        </div>
    }
}
