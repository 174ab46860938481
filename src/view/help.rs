//! What the keys do, and the switch for single ones.

use super::glyph;
use briefing::model::Strings;
use leptos::prelude::*;

/// The dialog, which the engine opens.
pub fn help(strings: &'static Strings) -> impl IntoView {
    let keys = [
        ("/", strings.help_search()),
        ("p", strings.help_present()),
        ("?", strings.help_help()),
        ("← →", strings.help_entries()),
        ("← → ↑ ↓", strings.help_grid()),
        ("Esc", strings.help_escape()),
    ];
    let keys = keys.map(|(key, what)| {
        let presents = (key == "p").then_some("");
        view! {
            <div data-present=presents>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
            </div>
        }
    });
    view! {
        <dialog class="help" id="help" aria-labelledby="help-title">
            <form method="dialog">
                <h2 id="help-title">{strings.help()}</h2>
                <button aria-label=strings.close() inner_html=glyph::CROSS></button>
                <dl>{keys.into_iter().collect_view()}</dl>
                <label>
                    <input type="checkbox" id="single-keys" autocomplete="off" checked />
                    {strings.help_switch()}
                </label>
            </form>
        </dialog>
    }
}

/// Opens the help; there are no keys without the engine.
pub fn button(strings: &'static Strings) -> impl IntoView {
    view! {
        <button type="button" class="plain needs-engine" data-open="help">
            {strings.help()}
        </button>
    }
}
