//! The bar that stays in view: the chief sections, the others behind a button, the theme.

use briefing::model::{Briefing, Heading, Sections, Strings};
use leptos::prelude::*;

/// The sections that the bar itself names where there is room; the panel has the others as well.
const CHIEF: [&str; 5] = ["route", "roadmap", "next", "differences", "sources"];

/// The bar.
pub fn bar(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let sections = sections(&briefing.site.sections);
    let chief = |id: &str| CHIEF.contains(&id);
    let links = sections.iter().filter(|(id, _)| chief(id)).map(|(id, heading)| {
        view! { <a href=format!("#{id}")>{heading.nav.as_str()}</a> }
    });
    let all = sections.iter().map(|(id, heading)| {
        view! {
            <a href=format!("#{id}") class:chief=chief(id)>
                {heading.title.as_str()}
            </a>
        }
    });
    view! {
        <header class="topbar">
            <div class="wide">
                <a class="home" href="#top">
                    {emblem()}
                    <span>{briefing.site.short_title.as_str()}</span>
                </a>
                <nav aria-label=strings.navigation()>
                    {links.collect_view()}
                    <button type="button" class="open-menu" popovertarget="menu">
                        <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
                            <path d="M1 4h14M1 8h14M1 12h9" />
                        </svg>
                        <span class="all">{strings.menu()}</span>
                        <span class="further">{strings.menu_more()}</span>
                    </button>
                    <div id="menu" popover="auto">
                        {all.collect_view()}
                        <a href="present.html" data-present="">
                            {strings.present()}
                        </a>
                        <a href="share.html" data-share="">
                            {strings.share()}
                        </a>
                        {theme(None, strings)}
                    </div>
                </nav>
                // First of those at the end, so that nothing moves when a script shows it.
                {theme(Some("theme"), strings)}
                <a href="present.html" data-present="">
                    {strings.present()}
                </a>
                <a href="share.html" data-share="">
                    {strings.share()}
                </a>
            </div>
        </header>
    }
    .into_any()
}

/// The sign of the briefing.
pub(super) fn emblem() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 6l7 13L18 5" />
            <circle cx="4" cy="6" r="2.600" />
            <circle cx="11" cy="19" r="2.600" />
            <circle cx="18" cy="5" r="2.600" />
        </svg>
    }
}

/// The sections in the order of the page.
fn sections(sections: &'static Sections) -> [(&'static str, &'static Heading); 11] {
    let Sections {
        route,
        commitments,
        next,
        positions,
        statements,
        context,
        figures,
        differences,
        people,
        terms,
        sources,
    } = sections;
    [
        ("route", route),
        ("roadmap", commitments),
        ("next", next),
        ("differences", differences),
        ("positions", positions),
        ("statements", statements),
        ("context", context),
        ("figures", figures),
        ("people", people),
        ("terms", terms),
        ("sources", sources),
    ]
}

/// Changes the theme; shown once a script can do so.
fn theme(id: Option<&'static str>, strings: &'static Strings) -> AnyView {
    view! {
        <button
            type="button"
            class="theme"
            id=id
            data-auto=strings.theme_auto()
            data-light=strings.theme_light()
            data-dark=strings.theme_dark()
            hidden
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.250" />
                <path d="M8 1.750a6.250 6.250 0 0 1 0 12.500z" />
            </svg>
            <span>{strings.theme_auto()}</span>
        </button>
    }
    .into_any()
}
