//! A page: the template, its head, and the views inside the body.

use super::assets::{Engine, Font, Output, Scripts};
use super::{embed, linked_data, offline, picture};
use crate::store::{Data, Store};
use crate::view::take::Offer;
use crate::view::{
    agenda, bar, brief, context, diagram, differences, entry, explorer, figures, footer, help, mark, masthead, matrix,
    newer, people, positions, results, route, sources, statements,
};
use briefing::model::Briefing;
use leptos::prelude::*;

/// What a page refers to.
pub(super) struct Links<'a> {
    /// The way from the page to the root of the site.
    pub root: &'a str,
    /// The files that are written already.
    pub site: &'a Output,
    pub engine: &'a Engine,
    pub content: &'a str,
    pub offer: &'a Offer,
    pub stylesheet: &'a str,
    /// The stylesheet for paper.
    pub paper: &'a str,
    /// The stylesheet of what stands alone in a frame.
    pub frame: &'a str,
    /// The stylesheet of the panel for sharing.
    pub share: &'a str,
    /// The stylesheet of the slides.
    pub slides: &'a str,
    pub scripts: &'a Scripts,
    pub fonts: &'a [Font],
    pub land: Option<&'a str>,
    /// What has the site kept on the device, if that is wanted.
    pub keep: Option<&'a str>,
    pub site_url: Option<&'a str>,
}

impl Links<'_> {
    /// The address of the page of a briefing, if that of the site is known.
    pub(super) fn url(&self, briefing: &Briefing) -> Option<String> {
        let folder = if self.root.is_empty() { String::new() } else { format!("{}/", briefing.catalogue.language) };
        self.site_url.map(|url| format!("{}/{folder}", url.trim_end_matches('/')))
    }

    /// The attribute by which the browser compares what arrives of a script. Stylesheets go without, and
    /// so do the scripts that frames cannot spare: they would be refused from a disk, and in frames
    /// without an origin. There a module can be compared where the host lets everybody read it; a script
    /// for the first sight is not asked for like that, since browsers open a connection of its own then.
    ///
    /// # Errors
    /// When the file has not been written.
    pub(super) fn checked(&self, file: &str) -> Result<String, String> {
        self.site.integrity(file).map(|digest| format!(" integrity=\"{digest}\""))
    }

    /// What wakes a page from which `root` is the way to the root of the site.
    ///
    /// # Errors
    /// When a file of the engine has not been written.
    pub(super) fn boot(&self, root: &str) -> Result<String, String> {
        let Links { engine, content, scripts, .. } = self;
        let loaded = [
            ("js", engine.script.as_str()),
            ("wasm", &engine.wasm),
            ("content", content),
            ("take", &scripts.take),
            ("share", &scripts.share),
        ];
        let loaded = loaded.into_iter().map(|(name, file)| {
            let digest = self.site.integrity(file)?;
            Ok(format!(" data-{name}=\"{root}{file}\" data-{name}-integrity=\"{digest}\""))
        });
        let loaded = loaded.collect::<Result<String, String>>()?;
        Ok(format!(
            "<script type=\"module\" crossorigin src=\"{root}{}\"{}{loaded}></script>",
            scripts.boot,
            self.checked(&scripts.boot)?
        ))
    }
}

/// What is said of the answer, as HTML. It is drawn on its own: what the engine wakes must be alone in
/// its element.
pub(super) fn answer(data: &'static Data) -> String {
    Owner::new().with(|| results::answer(Store::new(data, |_, _| {})).to_html())
}

/// The explorer as HTML. `root` is the way to the root of the site.
pub(super) fn explorer(briefing: &'static Briefing, data: &'static Data, links: &Links<'_>, root: &str) -> String {
    let answer = answer(data);
    let offer = links.offer.below(root);
    Owner::new().with(|| explorer::explorer(briefing, data, answer, offer).to_html())
}

/// The whole page.
pub(super) fn page(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<String, String> {
    let explorer = explorer(briefing, data, links, links.root);
    let url = links.url(briefing);
    let land = links.land.map(|land| format!("{}{land}", links.root));
    let page_body = Owner::new().with(|| body(briefing, explorer, links, url.as_deref(), land.as_deref()).to_html());
    let head = head(briefing, links, url.as_deref())?;
    let page = template.replacen("{lang}", &briefing.catalogue.language, 1).replacen("{head}", &head, 1);
    Ok(page.replacen("{body}", &page_body, 1))
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
    let paper = format!("{}{}", links.root, links.paper);
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
            {route::route(briefing, land)}
            <section class="roadmap wide" id="roadmap" data-far="" aria-labelledby="roadmap-title">
                <h2 id="roadmap-title">{site.sections.commitments.title.as_str()}</h2>
                {intro.map(|intro| view! { <p class="standfirst">{intro}</p> })}
                <div class="overview" data-far="">{matrix::matrix(briefing, strings.matrix_note())}</div>
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

fn head(briefing: &Briefing, links: &Links<'_>, url: Option<&str>) -> Result<String, String> {
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
        head.push(embed::discovery(&url, embed::FIRST, &title));
        head.extend(links.offer.drawn.then(|| picture::preview(&url, briefing)));
    }
    // What stands around the headline waits for them.
    for font in links.fonts {
        let file = &font.file;
        head.push(format!("<link rel=\"preload\" href=\"{root}{file}\" as=\"font\" type=\"font/woff2\" crossorigin>"));
    }
    head.push(links.boot(root)?);
    // Last, since nothing on the page waits for it.
    head.push(linked_data::block(briefing, url));
    Ok(head.join("\n"))
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
