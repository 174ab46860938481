//! The copies of the site that are measured, packed as a host would send them.

use std::fs;
use std::path::{Path, PathBuf};

use server::{Folder, Server};

use super::plain;
use crate::brotli;
use crate::error::{Error, Result};
use crate::files;

/// The filter written by hand, and what it is called in its copy.
const FILTER: &str = include_str!("filter.js");
const FILTER_NAME: &str = "filter.js";

/// Where a site has its entries as data.
const ENTRIES: &str = "take/briefing.json";

/// What only scripts ask for.
const OF_SCRIPTS: [&str; 3] = ["js", "wasm", "bin"];

/// The same page three times, each served on a port of its own.
pub(super) struct Copies {
    /// As it was built.
    pub(super) built: Server,
    /// Without any script.
    pub(super) still: Server,
    /// With the filter written by hand in place of the engine.
    pub(super) by_hand: Server,
    /// The entries alone, as a static page.
    pub(super) lean: Server,
    /// The entries alone, as a list in plain JavaScript.
    pub(super) windowed: Server,
}

impl Copies {
    /// Makes the copies of a site in a folder, and serves them.
    pub(super) fn serve(site: &Path, folder: &Path) -> Result<Self> {
        let still = |page: &str| without_scripts(page);
        let by_hand = |page: &str| {
            let tag = format!("<script src=\"{FILTER_NAME}\" defer></script>\n</head>");
            without_scripts(page).replacen("</head>", &tag, 1)
        };
        let entries = site.join(ENTRIES);
        let entries = fs::read_to_string(&entries).map_err(|error| Error::file("read", &entries, &error))?;
        Ok(Self {
            lean: page(&plain::lean(&entries)?, folder.join("lean"))?,
            windowed: page(&plain::windowed(&entries)?, folder.join("windowed"))?,
            built: serve(site, folder.join("built"), |_| true, str::to_owned)?,
            still: serve(site, folder.join("still"), is_still, still)?,
            by_hand: serve(site, folder.join("by-hand"), is_still, by_hand)?,
        })
    }
}

fn is_still(file: &Path) -> bool {
    !OF_SCRIPTS.iter().any(|ending| file.extension().is_some_and(|found| found == *ending))
}

/// Copies what `keeps` names, pages through `page`, and serves the copy.
fn serve(site: &Path, folder: PathBuf, keeps: impl Fn(&Path) -> bool, page: impl Fn(&str) -> String) -> Result<Server> {
    write(&folder.join(FILTER_NAME), FILTER.as_bytes())?;
    for file in files::below(site)?.into_iter().filter(|file| keeps(file) && !brotli::is_form(file)) {
        let mut content = fs::read(&file).map_err(|error| Error::file("read", &file, &error))?;
        if file.extension().is_some_and(|ending| ending == "html") {
            content = page(&String::from_utf8_lossy(&content)).into_bytes();
        }
        write(&folder.join(file.strip_prefix(site).unwrap_or(&file)), &content)?;
    }
    serve_folder(folder)
}

/// Serves a page with nothing beside it.
fn page(html: &str, folder: PathBuf) -> Result<Server> {
    write(&folder.join("index.html"), html.as_bytes())?;
    serve_folder(folder)
}

fn serve_folder(folder: PathBuf) -> Result<Server> {
    let unserved = |error| Error::new(format!("a copy cannot be served: {error}"));
    let router = server::site(&Folder::new(folder), |_| Vec::new());
    server::listen(0).and_then(|listener| Server::start(listener, router)).map_err(unserved)
}

/// Writes a file, and beside it the form in which a host would send it.
fn write(file: &Path, content: &[u8]) -> Result {
    let failed = |error: std::io::Error| Error::file("write", file, &error);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, content).map_err(failed)?;
    if brotli::gains(file) { brotli::write(file, content) } else { Ok(()) }
}

/// The page without its script elements, data blocks included.
fn without_scripts(page: &str) -> String {
    const END: &str = "</script>";
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, script)) = rest.split_once("<script") {
        kept.push_str(before);
        rest = script.split_once(END).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn every_script_goes_and_all_else_stays() {
        let page = "<head><script src=\"a.js\"></script>\n<link href=\"a.css\">\n\
                    <script type=\"application/ld+json\">{\"a\":1}</script></head><p>after</p>";
        assert_eq!(without_scripts(page), "<head>\n<link href=\"a.css\">\n</head><p>after</p>");
        assert_eq!(without_scripts("<p>none</p>"), "<p>none</p>");
    }

    #[test]
    fn a_copy_has_what_its_page_asks_for_and_no_engine() {
        let place = Scratch::new("copies");
        let site = place.join("site");
        fs::create_dir_all(site.join("take")).unwrap();
        for (name, content) in [
            ("index.html", "<head><script src=\"boot.js\"></script></head><p>page</p>"),
            ("boot.js", "boot"),
            ("engine.wasm", "engine"),
            ("style.css", "p{}"),
            ("font.woff2", "font"),
            ("take/briefing.json", "{\"title\": \"t\", \"commitments\": []}"),
        ] {
            fs::write(site.join(name), content).unwrap();
        }
        let folder = place.join("copies");
        Copies::serve(&site, &folder).unwrap();
        let has = |file: &str| folder.join(file).is_file();
        let page = |copy: &str| fs::read_to_string(folder.join(copy).join("index.html")).unwrap();
        assert_eq!(page("built"), fs::read_to_string(site.join("index.html")).unwrap());
        assert!(has("built/engine.wasm.br") && has("built/boot.js"));
        assert_eq!(page("still"), "<head></head><p>page</p>");
        assert!(has("still/style.css") && has("still/font.woff2") && has("still/index.html.br"));
        assert!(!has("still/engine.wasm") && !has("still/boot.js") && !has("still/font.woff2.br"));
        assert_eq!(page("by-hand"), "<head><script src=\"filter.js\" defer></script>\n</head><p>page</p>");
        assert!(has("by-hand/filter.js") && has("lean/index.html.br") && has("windowed/index.html.br"));
    }
}
