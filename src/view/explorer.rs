//! The explorer: filters, what is said of the answer, and the commitments.

use super::places::{ANSWER, ELSEWHERE, EXPLORER, LISTING, RESULTS};
use super::{filters, listing, take};
use crate::store::Data;
use briefing::model::Briefing;
use leptos::prelude::*;

/// All of it, inside one form: its controls work before the engine does. The answer comes as HTML,
/// because what the engine wakes must be alone in its element. `drawn` is about the still pictures.
pub fn explorer(briefing: &'static Briefing, data: &'static Data, answer: String, offer: take::Offer) -> impl IntoView {
    view! {
        <form class="explorer" id=EXPLORER autocomplete="off">
            {filters::panel(data)}
            <div class="results" id=RESULTS tabindex="-1">
                <div id=ANSWER inner_html=answer></div>
                {take::menu(briefing, offer)}
                <div id=LISTING>{listing::listing(briefing)}</div>
                <section class="elsewhere" id=ELSEWHERE></section>
            </div>
        </form>
    }
}
