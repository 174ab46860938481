//! The whole page of a briefing.

use crate::explorer;
use crate::html::{self, escape};
use crate::links::Links;
use crate::{Error, linked_data, oembed, offline, picture};
use briefing::model::Briefing;
use briefing_app::store::Data;
use briefing_app::view::{
    agenda, bar, brief, context, diagram, differences, entry, figures, footer, help, mark, masthead, matrix, newer,
    people, positions, route, sources, statements,
};
use leptos::prelude::*;

/// The whole page.
pub(crate) fn page(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<String, Error> {
    let explorer = explorer::explorer(briefing, data, links, links.root);
    let url = links.url(briefing);
    let land = links.land.map(|land| format!("{}{land}", links.root));
    let page_body = Owner::new().with(|| body(briefing, explorer, links, url.as_deref(), land.as_deref()).to_html());
    let head = head(briefing, links, url.as_deref())?;
    Ok(html::fill(template, briefing, &head, &page_body))
}

fn body(
    briefing: &'static Briefing,
    explorer: String,
    links: &Links<'_>,
    url: Option<&str>,
    land: Option<&str>,
) -> impl IntoView {
    let strings = &briefing.catalogue.strings;
    let site = &briefing.site;
    let intro = site.sections.commitments.intro.as_deref().map(|intro| briefing.counted(intro));
    let [paper, below] = [links.paper, links.below].map(|sheet| format!("{}{sheet}", links.root));
    // The sheet for paper is last, since nothing on the page waits for it.
    view! {
        <div class="skip">
            <a href="#route">{strings.skip_content()}</a>
            <a href="#explorer">{strings.skip_filters()}</a>
            <a href="#results">{strings.skip_results()}</a>
        </div>
        {bar::bar(briefing)}
        <main>
            {masthead::masthead(briefing)}
            {brief::choices()}
            {diagram::diagram(briefing)}
            {figures::figures(briefing)}
            {brief::brief(briefing)}
            // The first screen is drawn without it.
            <link rel="stylesheet" href=below />
            {route::route(briefing, land)}
            <section class="roadmap wide" id="roadmap" aria-labelledby="roadmap-title">
                <h2 id="roadmap-title">{site.sections.commitments.title.as_str()}</h2>
                {intro.map(|intro| view! { <p class="standfirst">{intro}</p> })}
                <div class="overview">{matrix::matrix(briefing, strings.matrix_note())}</div>
                <p class="failed" id="engine-failed" role="status" data-text=strings.engine_failed()></p>
                <div inner_html=explorer></div>
            </section>
            {agenda::agenda(briefing)}
            {differences::differences(briefing)}
            {positions::positions(briefing)}
            {statements::statements(briefing)}
            {context::context(briefing)}
            {figures::more(briefing)}
            {people::people(briefing)}
            {people::terms(briefing)}
            {sources::sources(briefing)}
            {brief::panel(briefing)}
            {brief::address(url)}
        </main>
        {footer::footer(briefing)}
        {mark::note()}
        {entry::entry(strings)}
        {help::help(strings)}
        {links.keep.map(|_| newer::newer(strings))}
        <link rel="stylesheet" media="print" href=paper/>
    }
}

fn head(briefing: &Briefing, links: &Links<'_>, url: Option<&str>) -> Result<String, Error> {
    let site = &briefing.site;
    let Links { root, stylesheet, scripts, .. } = links;
    let title = escape(&site.title);
    let description = escape(&site.description);
    let mut head = vec![
        format!("<title>{title}</title>"),
        format!("<meta name=\"description\" content=\"{description}\">"),
        format!("<meta property=\"og:title\" content=\"{title}\">"),
        format!("<meta property=\"og:description\" content=\"{description}\">"),
        "<meta property=\"og:type\" content=\"article\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"{}></script>", scripts.theme, links.checked(&scripts.theme)?),
        format!("<link rel=\"stylesheet\" href=\"{root}{stylesheet}\">"),
    ];
    if let Some(keep) = links.keep {
        head.push(offline::link(root, keep, &links.site.integrity(keep)?));
    }
    if let Some(url) = url.map(escape) {
        head.push(format!("<link rel=\"canonical\" href=\"{url}\"><meta property=\"og:url\" content=\"{url}\">"));
        head.push(oembed::discovery(&url, oembed::FIRST, &title));
        head.extend(links.offer.drawn.then(|| picture::preview(&url, briefing)));
    }
    head.push(links.boot(root)?);
    // Last, since nothing on the page waits for it.
    head.push(linked_data::block(briefing, url));
    Ok(head.join("\n"))
}
