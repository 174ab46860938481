//! The tools that the commands need beyond Rust: what they are, and how they get here.

pub(crate) mod browser;
pub(crate) mod cache;
mod crates;
pub(crate) mod debian;
pub(crate) mod fonts;
mod npm;
pub(crate) mod office;
mod rustup;
mod versions;

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::process;
use cache::Cache;
pub(crate) use rustup::{require_components, require_wasm_target};

/// Trunk with the programs that it calls, all at their pinned versions.
pub(crate) struct Trunk {
    /// The program itself.
    pub(crate) program: PathBuf,
    /// The folders that go before the PATH.
    pub(crate) path: Vec<PathBuf>,
    /// The program that shortens scripts.
    pub(crate) shortener: PathBuf,
}

impl Trunk {
    /// The environment that tells Trunk which versions to expect, so that it takes ours.
    pub(crate) const ENVIRONMENT: [(&'static str, &'static str); 2] =
        [("TRUNK_TOOLS_WASM_BINDGEN", versions::WASM_BINDGEN), ("TRUNK_TOOLS_WASM_OPT", versions::WASM_OPT)];

    /// Fetches what is missing.
    pub(crate) fn require() -> Result<Self> {
        check_pin()?;
        require_wasm_target()?;
        let cache = Cache::open()?;
        // The npm package comes first: it is quick, and a missing npm is best said at once.
        let binaryen = npm::package(&cache, "binaryen", "binaryen", versions::BINARYEN)?;
        let wasm_opt = binaryen.join("node_modules").join(".bin");
        let esbuild = npm::package(&cache, "esbuild", "esbuild", versions::ESBUILD)?;
        let command = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
        let shortener = esbuild.join("node_modules").join(".bin").join(command);
        require_node("`wasm-opt`")?;
        let bindgen = wasm_bindgen(&cache)?;
        let trunk = crates::tool(
            &cache,
            &crates::Tool {
                name: "trunk",
                version: versions::TRUNK,
                options: &["--locked", "--no-default-features", "--features", "rustls"],
                programs: &["trunk"],
                minutes: 3,
            },
        )?;
        Ok(Self { program: program(trunk.clone(), "trunk"), path: vec![trunk, bindgen, wasm_opt], shortener })
    }

    /// The tool versions in one line, for telling whether an engine was built with these.
    pub(crate) fn versions() -> String {
        let [trunk, bindgen] = [versions::TRUNK, versions::WASM_BINDGEN];
        format!("trunk {trunk} wasm-bindgen {bindgen} binaryen {} esbuild {}", versions::BINARYEN, versions::ESBUILD)
    }
}

/// The program that runs wasm tests in a browser.
pub(crate) struct WasmTestRunner {
    /// What the program is called.
    pub(crate) name: &'static str,
    /// The folder where it is, for the PATH.
    pub(crate) folder: PathBuf,
}

impl WasmTestRunner {
    /// Fetches the program if it is missing.
    pub(crate) fn require() -> Result<Self> {
        check_pin()?;
        Ok(Self { name: "wasm-bindgen-test-runner", folder: wasm_bindgen(&Cache::open()?)? })
    }
}

/// The folder with the font files of the page.
pub(crate) fn fonts() -> Result<PathBuf> {
    let name = "@fontsource/source-serif-4";
    let folder = npm::package(&Cache::open()?, "source-serif-4", name, versions::SOURCE_SERIF)?;
    Ok(npm::files(&folder, name).join("files"))
}

/// A font of still pictures: its name and version, its parts, and its weights. A language whose letters the
/// others lack has a line here, and its families in the core (`picture/look.rs`).
type PictureFont = (&'static str, &'static str, &'static [&'static str], [u16; 2]);

const PICTURE_FONTS: [PictureFont; 4] = [
    ("source-serif-4", versions::SOURCE_SERIF, &["latin", "latin-ext"], [400, 600]),
    ("source-sans-3", versions::SOURCE_SANS, &["latin", "latin-ext"], [400, 700]),
    ("noto-serif-jp", versions::NOTO_JP, &["japanese"], [400, 600]),
    ("noto-sans-jp", versions::NOTO_JP, &["japanese"], [400, 700]),
];

/// The font files for still pictures in all languages.
pub(crate) fn picture_fonts() -> Result<Vec<PathBuf>> {
    let cache = Cache::open()?;
    let mut files = Vec::new();
    for (name, version, parts, weights) in PICTURE_FONTS {
        let package = format!("@fontsource/{name}");
        let folder = npm::files(&npm::package(&cache, name, &package, version)?, &package).join("files");
        let file = |part: &&str, weight: u16| folder.join(format!("{name}-{part}-{weight}-normal.woff2"));
        files.extend(parts.iter().flat_map(|part| weights.map(|weight| file(part, weight))));
    }
    Ok(files)
}

/// The folder of the library that makes slides, and of what it is made of.
pub(crate) fn deck() -> Result<PathBuf> {
    let folder = npm::package(&Cache::open()?, "pptxgenjs", "pptxgenjs", versions::PPTXGENJS)?;
    Ok(folder.join("node_modules"))
}

/// The land of the Earth as TopoJSON.
pub(crate) fn land() -> Result<PathBuf> {
    let folder = npm::package(&Cache::open()?, "world-atlas", "world-atlas", versions::WORLD_ATLAS)?;
    Ok(npm::files(&folder, "world-atlas").join("land-50m.json"))
}

/// The script with which the browser tests look for accessibility faults.
pub(crate) fn axe() -> Result<PathBuf> {
    let folder = npm::package(&Cache::open()?, "axe-core", "axe-core", versions::AXE)?;
    Ok(npm::files(&folder, "axe-core").join("axe.min.js"))
}

/// The script that scores a page; it is run by Node.
pub(crate) fn lighthouse() -> Result<PathBuf> {
    require_node("Lighthouse")?;
    let folder = npm::package(&Cache::open()?, "lighthouse", "lighthouse", versions::LIGHTHOUSE)?;
    Ok(npm::files(&folder, "lighthouse").join("cli").join("index.js"))
}

/// The program that checks licences and origins.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    let folder = crates::tool(
        &Cache::open()?,
        &crates::Tool {
            name: "cargo-deny",
            version: versions::CARGO_DENY,
            options: &["--locked", "--no-default-features"],
            programs: &["cargo-deny"],
            minutes: 1,
        },
    )?;
    Ok(program(folder, "cargo-deny"))
}

/// The program through which the browser tests talk to Firefox; no distribution that the tests know has it.
fn geckodriver() -> Result<PathBuf> {
    let folder = crates::tool(
        &Cache::open()?,
        &crates::Tool {
            name: "geckodriver",
            version: versions::GECKODRIVER,
            options: &["--locked"],
            programs: &["geckodriver"],
            minutes: 2,
        },
    )?;
    Ok(program(folder, "geckodriver"))
}

fn wasm_bindgen(cache: &Cache) -> Result<PathBuf> {
    crates::tool(
        cache,
        &crates::Tool {
            name: "wasm-bindgen-cli",
            version: versions::WASM_BINDGEN,
            // Without `--locked`: the lock file of this release asks for a withdrawn crate.
            options: &[],
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            minutes: 2,
        },
    )
}

/// Some programs of npm packages are scripts for Node, so npm alone does not make them run.
fn require_node(program: &str) -> Result {
    let mut node = std::process::Command::new("node");
    match process::first_line(node.arg("--version")) {
        Some(_) => Ok(()),
        None => Err(Error::new(format!(
            "`node` was not found, and {program} needs it; install Node.js from https://nodejs.org"
        ))),
    }
}

fn program(folder: PathBuf, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Compares the pinned wasm-bindgen with the library in Cargo.lock: they must match exactly,
/// because the two exchange an unstable format.
fn check_pin() -> Result {
    let path = crate::project::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| Error::file("read", &path, &error))?;
    match locked_version(&lock, "wasm-bindgen") {
        Some(version) if version == versions::WASM_BINDGEN => Ok(()),
        Some(version) => Err(Error::new(format!(
            "Cargo.lock has wasm-bindgen {version}, but xtask/src/tools/versions.rs pins the tool \
             at {}; set both to the same version",
            versions::WASM_BINDGEN
        ))),
        None => Err(Error::new("Cargo.lock does not name wasm-bindgen; restore it with `git checkout Cargo.lock`")),
    }
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.by_ref().find(|line| *line == heading)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pin_matches_the_lock_file() {
        check_pin().unwrap();
    }

    #[test]
    fn the_lock_file_is_read_by_whole_names() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.7\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.7"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
