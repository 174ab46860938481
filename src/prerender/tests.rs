//! The pages of the small content tree, read as a browser without scripts reads them.

mod page;
mod parts;
mod site;

use super::{Inputs, write_site};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of packages with what the library for slides needs, each file saying its name.
fn packages(folder: &Path) -> PathBuf {
    let folder = folder.join("packages");
    for file in [
        "pptxgenjs/LICENSE",
        "pptxgenjs/dist/pptxgen.min.js",
        "jszip/LICENSE.markdown",
        "jszip/dist/jszip.min.js",
        "pako/LICENSE",
        "lie/license.md",
        "immediate/LICENSE.txt",
        "setimmediate/LICENSE.txt",
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        fs::write(path, format!("/* {file} */\n//# sourceMappingURL=map\n")).expect("a temporary file");
    }
    folder
}

/// A site of the small content tree in a folder that goes away with it.
struct Site {
    folder: PathBuf,
}

impl Site {
    fn write(name: &str, site_url: Option<&str>) -> Self {
        Self::write_with(name, site_url, false)
    }

    /// The same, with a picture of the land if there is to be a globe.
    fn write_with(name: &str, site_url: Option<&str>, land: bool) -> Self {
        let land = land.then(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("content/globe.svg"));
        Self::write_from(name, |inputs| Inputs { site_url: site_url.map(ToOwned::to_owned), land, ..inputs })
    }

    /// The same, from other inputs than usual.
    fn write_from(name: &str, change: impl FnOnce(Inputs) -> Inputs) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = std::env::temp_dir().join(format!("briefing-{name}-{}", std::process::id()));
        let engine = folder.join("engine");
        fs::create_dir_all(&engine).expect("a temporary folder");
        for file in ["engine-1.js", "engine-1_bg.wasm"] {
            fs::write(engine.join(file), file).expect("a temporary file");
        }
        let inputs = Inputs {
            engine,
            template: root.join("index.html"),
            style: root.join("style"),
            public: root.join("public"),
            land: None,
            fonts: None,
            picture_fonts: Vec::new(),
            deck: Some(packages(&folder)),
            site_url: None,
            single: Some(folder.join("single")),
            offline: true,
        };
        let content = root.join("examples/valleys");
        let briefings = briefing::load::compile_dir(&content).map_err(|report| report.render(false));
        write_site(briefings.expect("a good tree"), &change(inputs), folder.join("site")).expect("a site");
        Self { folder }
    }

    fn page(&self) -> String {
        fs::read_to_string(self.folder.join("site/index.html")).expect("a page")
    }

    /// What stands alone under a name.
    fn embed(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(format!("site/embed/{name}.html"))).expect("an embed")
    }

    /// The presentation.
    fn slides(&self) -> String {
        fs::read_to_string(self.folder.join("site/present.html")).expect("slides")
    }

    fn files(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.folder.join("site")).expect("a site");
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Left behind at worst in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What stands between each `start` and the next `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end).map(|(inside, _)| inside)).collect()
}
