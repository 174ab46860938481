//! The end of the page: what this is, the editorial rules, how to read a mark.

use super::{help, masthead};
use briefing::layout::labels;
use briefing::model::{Briefing, fill};
use leptos::prelude::*;

/// The footer.
pub fn footer(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let sources = briefing.catalogue.sources.len().to_string();
    let date = labels::day(briefing.site.as_of, strings);
    let about = fill(strings.footer_about_text(), &[("sources", &sources), ("date", &date)]);
    view! {
        <footer class="footer wide">
            <div>
                <h2>{strings.footer_about()}</h2>
                <p>{about}</p>
            </div>
            <div>
                <h2>{strings.footer_rules()}</h2>
                <p>{strings.footer_rules_text()}</p>
            </div>
            <div>
                <h2>{strings.footer_marks()}</h2>
                <p>{masthead::key(briefing)}</p>
            </div>
            <p class="ways">
                <a href="#top">{strings.to_top()}</a>
                {help::button(strings)}
            </p>
        </footer>
    }
    .into_any()
}
