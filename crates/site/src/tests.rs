//! The pages of the small content tree, read as a browser without scripts reads them.

mod page;
mod parts;
mod site;

use crate::export::{LIBRARY, LICENCES};
use crate::{ENGINE, Kit, Options, PUBLIC, SLIDES, STYLE, build};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The styles and scripts of the project, an engine that is none, and what the library for slides is made
/// of, each file saying its name.
fn kit(folder: &Path) -> Kit {
    let files = LICENCES.into_iter().map(|(_, file)| file).chain(LIBRARY);
    let files = files.map(|file| (format!("{SLIDES}/{file}"), format!("/* {file} */\n//# sourceMappingURL=map\n")));
    let template = fs::read_to_string(root().join("index.html")).expect("the template");
    let engine = ["engine-1.js", "engine-1_bg.wasm"].map(|file| (format!("{ENGINE}/{file}"), file.to_owned()));
    for (path, text) in files.chain(engine).chain([(format!("{ENGINE}/index.html"), template)]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        fs::write(path, text).expect("a temporary file");
    }
    let kit = Kit::read(folder).and_then(|kit| kit.with_folder(STYLE, &root().join("style")));
    kit.and_then(|kit| kit.with_folder(PUBLIC, &root().join("public"))).expect("a kit")
}

/// Copies content, in which no folder stands inside another one.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let copy = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            self::copy(&entry, &copy);
        } else {
            fs::copy(&entry, &copy).expect("a copy");
        }
    }
}

/// A site of the small content tree in a folder that goes away with it.
struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn write(site_url: Option<&str>) -> Self {
        Self::write_with(site_url, false)
    }

    /// The same, with a picture of the land if there is to be a globe.
    fn write_with(site_url: Option<&str>, land: bool) -> Self {
        Self::write_from(land, |options| Options { site_url: site_url.map(ToOwned::to_owned), ..options })
    }

    /// The same, with other options than usual.
    fn write_from(land: bool, change: impl FnOnce(Options) -> Options) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let content = folder.path().join("content");
        copy(&root().join("examples/valleys"), &content);
        if land {
            fs::copy(root().join("content/globe.svg"), content.join("globe.svg")).expect("the land");
        }
        let options = Options { single: true, offline: true, ..Options::default() };
        let kit = kit(&folder.path().join("kit"));
        build(&content, &kit, &change(options), &folder.path().join("site")).expect("a site");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("site").join(name)
    }

    /// A file of text.
    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file of text")
    }

    fn page(&self) -> String {
        self.text("index.html")
    }

    /// What stands alone under a name.
    fn embed(&self, name: &str) -> String {
        self.text(&format!("embed/{name}.html"))
    }

    /// The presentation.
    fn slides(&self) -> String {
        self.text("present.html")
    }

    fn files(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.path("")).expect("a site");
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        names.filter(|name| !name.starts_with('.')).collect()
    }
}

/// What stands between each `start` and the next `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end).map(|(inside, _)| inside)).collect()
}
