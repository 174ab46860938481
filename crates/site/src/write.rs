//! All files of a site, in their order.

use crate::kit::ENGINE;
use crate::links::Links;
use crate::output::Output;
use crate::{
    Error, Kit, Options, SINGLE_FOLDER, assets, element, embed, explorer, export, offline, page, picture, present,
    share, single, style,
};
use briefing::model::Briefing;
use briefing_app::view::take::Offer;
use std::path::Path;

/// Writes the site of `briefings`, one per language, into the folder `out`.
///
/// # Errors
/// A sentence that names the file that could not be read or written.
pub(crate) fn site(
    briefings: Vec<Briefing>,
    land: Option<&str>,
    kit: &Kit,
    options: &Options,
    out: &Path,
) -> Result<(), Error> {
    let output = Output::new(out.to_owned());
    let template = kit.text(&format!("{ENGINE}/index.html"))?;
    let engine = assets::engine(kit, &output)?;
    let fonts = assets::fonts(kit, &output)?;
    let scripts = assets::public(kit, &output)?;
    let library = export::library(kit, &output)?;
    let keep = options.offline.then(|| output.hashed("keep", "js", scripts.keep.as_bytes())).transpose()?;
    let globe = land.map(|land| output.hashed("globe", "svg", land.as_bytes())).transpose()?;
    let css = |stem: &str, text: Result<String, Error>| output.hashed(stem, "css", text?.as_bytes());
    let stylesheet = css("style", style::first(kit, &briefings, &fonts))?;
    let below = css("below", style::below(kit, &briefings))?;
    let paper = css("paper", style::paper(kit))?;
    let frame = css("embed", style::frame(kit))?;
    let share = css("share", style::share(kit))?;
    let slides = css("present", style::present(kit, &briefings, &fonts))?;
    let languages: Vec<(String, String)> = briefings.iter().map(spoken).collect();
    let pictures = picture::Materials::load(kit, land)?;
    pictures.write_icons(&output)?;
    output.write(assets::ELEMENT, element::element(&scripts.element, &briefings).as_bytes())?;
    for (number, briefing) in briefings.into_iter().enumerate() {
        let briefing: &'static Briefing = Box::leak(Box::new(briefing));
        let language = &briefing.catalogue.language;
        let data = explorer::data(briefing);
        let bytes =
            data.explorer.to_bytes().map_err(|error| Error::new(format!("the data cannot be written: {error}")))?;
        let content = output.hashed(&format!("data-{language}"), "bin", &bytes)?;
        // The first language stands at the root, the others in a folder of their own.
        let (folder, root) = if number == 0 { (String::new(), "") } else { (format!("{language}/"), "../") };
        let pieces = export::write(briefing, &folder, options.site_url.as_deref(), &output)?;
        let deck =
            library.as_deref().map(|library| export::deck(briefing, &scripts.deck, library, &output)).transpose()?;
        let offer = Offer { pieces, deck, drawn: pictures.fonts.is_some() };
        let links = Links {
            root,
            site: &output,
            engine: &engine,
            content: &content,
            offer: &offer,
            stylesheet: &stylesheet,
            below: &below,
            paper: &paper,
            frame: &frame,
            share: &share,
            slides: &slides,
            scripts: &scripts,
            land: globe.as_deref(),
            keep: keep.as_deref(),
            site_url: options.site_url.as_deref(),
        };
        pictures.write(briefing, &folder, links.url(briefing).as_deref(), &output)?;
        let page = offline::versioned(&page::page(briefing, data, template, &links)?);
        output.write(&format!("{folder}index.html"), page.as_bytes())?;
        if options.single {
            // It is no part of the site, so the list of what is kept on devices does not have it.
            let page = single::page(&page, root, &output)?;
            let folder = Output::new(out.join(SINGLE_FOLDER));
            folder.write(&format!("briefing-{language}.html"), page.as_bytes())?;
        }
        let panel = share::page(briefing, &languages, template, &links)?;
        output.write(&format!("{folder}{}", share::FILE), panel.as_bytes())?;
        if options.offline {
            let manifest = offline::manifest(briefing, root, kit, &output)?;
            output.write(&format!("{folder}{}", offline::MANIFEST), manifest.as_bytes())?;
        }
        let slides = present::page(briefing, data, template, &links)?;
        output.write(&format!("{folder}{}", present::NAME), slides.as_bytes())?;
        for (name, text) in embed::files(briefing, data, template, &links)? {
            output.write(&format!("{folder}{name}"), text.as_bytes())?;
        }
    }
    offline::worker(&output, &scripts, options.offline)
}

/// The code of a language and its name.
fn spoken(briefing: &Briefing) -> (String, String) {
    (briefing.catalogue.language.clone(), briefing.catalogue.strings.language_name().to_owned())
}
