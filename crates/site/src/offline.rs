//! What lets a device keep the briefing: the worker with the list of the files, and the manifest.

use crate::assets::{Scripts, WORKER};
use crate::kit::STYLE;
use crate::output::Output;
use crate::{Error, Kit, integrity, picture};
use briefing::model::Briefing;
use serde_json::json;

/// The manifest of a language, beside its page.
pub(crate) const MANIFEST: &str = "briefing.webmanifest";

/// What the names of files have in them that is not kept: what only frames need, which keep nothing, and
/// the library for slides, which is larger than everything else together.
const LEFT_OUT: [&str; 4] = ["embed/", "embed-", "frame-", "pptxgen-"];

/// Where the version of a page goes.
const VERSION: &str = "{version}";

/// The line of a head that names the manifest, and says to `keep`, whose digest is `digest`, what it needs.
/// `root` is the way from the page to the root of the site.
pub(crate) fn link(root: &str, keep: &str, digest: &str) -> String {
    format!(
        "<link rel=\"manifest\" href=\"{MANIFEST}\" data-keep=\"{root}{keep}\" data-keep-integrity=\"{digest}\" \
         data-worker=\"{root}{WORKER}\" data-version=\"{VERSION}\">"
    )
}

/// The page with its version, by which it is told from a newer one.
pub(crate) fn versioned(page: &str) -> String {
    page.replacen(VERSION, &integrity::short(page.as_bytes()), 1)
}

/// Writes the worker for everything that has been written until now, or the one that takes its place.
///
/// # Errors
/// A sentence that names the file that could not be read or written.
pub(crate) fn worker(output: &Output, scripts: &Scripts, kept: bool) -> Result<(), Error> {
    if !kept {
        return output.write(WORKER, scripts.farewell.as_bytes());
    }
    let names: Vec<String> =
        output.names().into_iter().filter(|name| !LEFT_OUT.iter().any(|part| name.contains(part))).collect();
    let listed = |is_one: fn(&str) -> bool| -> Result<String, Error> {
        let files = names.iter().filter(|name| is_one(name));
        let files = files.map(|name| Ok(json!([name, output.integrity(name)?])));
        Ok(json!(files.collect::<Result<Vec<_>, Error>>()?).to_string())
    };
    let assets = listed(integrity::names_its_content)?;
    let pages = listed(|name| name.ends_with(".html"))?;
    // The pages name all the rest by what is in it.
    let version = integrity::short(pages.as_bytes());
    let lists = format!("const VERSION = \"{version}\";\nconst ASSETS = {assets};\nconst PAGES = {pages};\n");
    output.write(WORKER, format!("{lists}{}", scripts.offline).as_bytes())
}

/// The manifest, with which a device offers to keep the briefing among its programs. `root` is the way
/// from the page to the root of the site. Its icons are those that `output` has.
///
/// # Errors
/// When the stylesheets do not say the colour of the paper.
pub(crate) fn manifest(briefing: &Briefing, root: &str, kit: &Kit, output: &Output) -> Result<String, Error> {
    let site = &briefing.site;
    let tokens = kit.text(&format!("{STYLE}/tokens.css"))?;
    let paper = tokens.split_once("--paper: light-dark(").and_then(|(_, rest)| rest.split_once(','));
    let (paper, _) = paper.ok_or_else(|| Error::new("style/tokens.css does not say the colour --paper"))?;
    let mut icons = vec![json!({ "src": format!("{root}icon.svg"), "sizes": "any", "type": "image/svg+xml" })];
    for (file, side, covered) in picture::ICONS.into_iter().filter(|(file, ..)| output.has(file)) {
        icons.push(json!({
            "src": format!("{root}{file}"),
            "sizes": format!("{side}x{side}"),
            "type": "image/png",
            "purpose": if covered { "maskable" } else { "any" },
        }));
    }
    let manifest = json!({
        "name": site.title,
        "short_name": site.short_title,
        "description": site.description,
        "lang": briefing.catalogue.language,
        "start_url": "./",
        // The other languages are part of it.
        "scope": if root.is_empty() { "./" } else { root },
        "display": "minimal-ui",
        "theme_color": paper,
        "background_color": paper,
        "icons": icons,
    });
    Ok(manifest.to_string())
}
