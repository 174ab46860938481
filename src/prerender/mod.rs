//! A checked briefing to the files of a site. Native only.

mod assets;
mod document;
mod embed;
mod integrity;
mod linked_data;
mod offline;
mod picture;
mod present;
mod raster;
mod share;
mod single;
mod style;
mod take;

use crate::store::Data;
use crate::view::glyph;
use crate::view::take::Offer;
use assets::Output;
use briefing::explorer::Explorer;
use briefing::facet::FACETS;
use briefing::model::{Briefing, Status};
use std::fs;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

/// What a site is written from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The engine's files, as Trunk left them.
    pub engine: PathBuf,
    /// The page around the views, as Trunk left it.
    pub template: PathBuf,
    /// The stylesheets.
    pub style: PathBuf,
    /// Files that are copied as they are.
    pub public: PathBuf,
    /// The land of the globe, a picture that the content may bring.
    pub land: Option<PathBuf>,
    /// The web fonts, if they could be had.
    pub fonts: Option<PathBuf>,
    /// The web fonts of pictures; without them there is no PNG.
    pub picture_fonts: Vec<PathBuf>,
    /// The library for slides with what it is made of, if it could be had.
    pub deck: Option<PathBuf>,
    /// The address of the site, if it is known.
    pub site_url: Option<String>,
    /// The folder for pages with everything inside, if they are wanted.
    pub single: Option<PathBuf>,
    /// Whether devices keep the site for when there is no network.
    pub offline: bool,
}

/// Takes a character apart, as the browser does.
pub fn decompose(character: char, out: &mut String) {
    out.extend(std::iter::once(character).nfkd());
}

/// Writes the site of `briefings`, one per language, into the folder `out`.
///
/// # Errors
/// A sentence that names the file that could not be read or written.
pub fn write_site(briefings: Vec<Briefing>, inputs: &Inputs, out: PathBuf) -> Result<(), String> {
    let mut output = Output::new(out);
    let template = read_text(&inputs.template)?;
    let engine = output.engine(&inputs.engine)?;
    let fonts = inputs.fonts.as_deref().map(|folder| output.fonts(folder)).transpose()?.unwrap_or_default();
    let scripts = output.public(&inputs.public)?;
    let library = inputs.deck.as_deref().map(|folder| take::library(folder, &output)).transpose()?;
    let keep = inputs.offline.then(|| output.hashed("keep", "js", scripts.keep.as_bytes())).transpose()?;
    let land = inputs.land.as_deref().map(|file| output.copied(file, "globe", "svg")).transpose()?;
    let stylesheet = style::bundle(&inputs.style, &briefings, &fonts)?;
    let stylesheet = output.hashed("style", "css", stylesheet.as_bytes())?;
    let paper = output.hashed("paper", "css", style::paper(&inputs.style)?.as_bytes())?;
    let frame = output.hashed("embed", "css", style::frame(&inputs.style)?.as_bytes())?;
    let share = output.hashed("share", "css", style::share(&inputs.style)?.as_bytes())?;
    let languages: Vec<(String, String)> = briefings.iter().map(spoken).collect();
    let pictures = picture::Materials::load(inputs)?;
    pictures.write_icons(&output)?;
    let slides = output.hashed("present", "css", style::present(&inputs.style, &briefings, &fonts)?.as_bytes())?;
    output.write(embed::ELEMENT, embed::element(&scripts.element, &briefings).as_bytes())?;
    for (number, briefing) in briefings.into_iter().enumerate() {
        let briefing: &'static Briefing = Box::leak(Box::new(briefing));
        let language = &briefing.catalogue.language;
        let data = drawn(briefing);
        let bytes = data.explorer.to_bytes().map_err(|error| format!("the data cannot be written: {error}"))?;
        let content = output.hashed(&format!("data-{language}"), "bin", &bytes)?;
        // The first language stands at the root, the others in a folder of their own.
        let (folder, root) = if number == 0 { (String::new(), "") } else { (format!("{language}/"), "../") };
        let pieces = take::write(briefing, &folder, inputs.site_url.as_deref(), &output)?;
        let deck =
            library.as_deref().map(|library| take::deck(briefing, &scripts.deck, library, &output)).transpose()?;
        let offer = Offer { pieces, deck, drawn: pictures.fonts.is_some() };
        let links = document::Links {
            root,
            site: &output,
            engine: &engine,
            content: &content,
            offer: &offer,
            stylesheet: &stylesheet,
            paper: &paper,
            frame: &frame,
            share: &share,
            slides: &slides,
            scripts: &scripts,
            fonts: &fonts,
            land: land.as_deref(),
            keep: keep.as_deref(),
            site_url: inputs.site_url.as_deref(),
        };
        pictures.write(briefing, &folder, links.url(briefing).as_deref(), &output)?;
        let page = offline::versioned(&document::page(briefing, data, &template, &links)?);
        output.write(&format!("{folder}index.html"), page.as_bytes())?;
        if let Some(folder) = &inputs.single {
            let page = single::page(&page, root, &output)?;
            Output::new(folder.clone()).write(&format!("briefing-{language}.html"), page.as_bytes())?;
        }
        let panel = share::page(briefing, &languages, &template, &links)?;
        output.write(&format!("{folder}{}", share::FILE), panel.as_bytes())?;
        if inputs.offline {
            let manifest = offline::manifest(briefing, root, &inputs.style, &output)?;
            output.write(&format!("{folder}{}", offline::MANIFEST), manifest.as_bytes())?;
        }
        let slides = present::page(briefing, data, &template, &links)?;
        output.write(&format!("{folder}{}", present::NAME), slides.as_bytes())?;
        for (name, text) in embed::files(briefing, data, &template, &links)? {
            output.write(&format!("{folder}{name}"), text.as_bytes())?;
        }
    }
    offline::worker(&output, &scripts, inputs.offline)
}

/// The code of a language and its name.
fn spoken(briefing: &Briefing) -> (String, String) {
    (briefing.catalogue.language.clone(), briefing.catalogue.strings.language_name().to_owned())
}

/// What the explorer is drawn from: the index, and the signs as HTML.
fn drawn(briefing: &'static Briefing) -> &'static Data {
    let catalogue = &briefing.catalogue;
    let glyphs = FACETS.iter().map(|facet| match facet.id {
        "pillar" => catalogue.pillars.iter().map(glyph::pillar).collect(),
        "status" => Status::LADDER.into_iter().map(glyph::status).collect(),
        "source" => catalogue.sources.iter().map(glyph::source).collect(),
        _ => Vec::new(),
    });
    Box::leak(Box::new(Data { explorer: Explorer::new(briefing, decompose), glyphs: glyphs.collect(), decompose }))
}

fn read_text(path: &std::path::Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

#[cfg(test)]
mod tests;
