//! The engine: the WebAssembly that wakes the pages up, built by Trunk into `target/engine`.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::files;
use crate::process;
use crate::project;
use crate::tools::{self, Trunk};

/// How the engine is compiled, as Trunk does it, so that one compilation serves both.
const COMPILED: [&str; 8] =
    ["build", "--release", "--target", "wasm32-unknown-unknown", "--bin", "engine", "--features", "hydrate"];

/// Builds the engine, unless the one that is there was made from the same program.
///
/// Cargo knows which files the program is made of, so it is asked first; only another program is made ready
/// for browsers again, which takes longest.
///
/// Answers the folder with the page template and the engine's files.
pub(crate) fn build() -> Result<PathBuf> {
    let root = project::root();
    let folder = project::target().join("engine");
    let stamp = project::notes().join("engine.stamp");
    tools::require_wasm_target()?;
    let what = "compiling the engine";
    let mut cargo = process::cargo();
    process::quiet(cargo.args(COMPILED), what, "engine-cargo")?.map_err(|run| run.into_error(what))?;
    let wanted = fingerprint(&root)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) && is_complete(&folder) {
        return Ok(folder);
    }
    let template = root.join("index.html");
    if !template.is_file() {
        return Err(Error::new(
            "there is no index.html at the root of the checkout, and it is the template of every \
             page; restore it with `git checkout index.html`",
        ));
    }
    let trunk = Trunk::require()?;
    // Until the build has succeeded nothing may vouch for what is in the folder.
    match fs::remove_file(&stamp) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::file("remove", &stamp, &error));
        }
        _ => {}
    }
    let mut command = std::process::Command::new(&trunk.program);
    command
        .args(["build", "--release", "--dist"])
        .arg(&folder)
        .current_dir(&root)
        .env("PATH", process::path_with(&trunk.path)?)
        .envs(Trunk::ENVIRONMENT)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk wants `true` or `false` here and stops at the `1` that others are content with.
        .env_remove("NO_COLOR");
    process::quiet(&mut command, "building the engine", "engine")?
        .map_err(|run| run.into_error("building the engine"))?;
    if !is_complete(&folder) {
        return Err(Error::new(format!(
            "Trunk succeeded but left no engine in {}; check the `data-trunk` link in index.html",
            project::shown(&folder)
        )));
    }
    for script in scripts(&folder)? {
        let mut command = std::process::Command::new(&trunk.shortener);
        command.arg(&script).args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"]);
        command.arg(format!("--outfile={}", script.display()));
        process::quiet(&mut command, "shortening the engine's script", "esbuild")?
            .map_err(|run| run.into_error("shortening the engine's script"))?;
    }
    fs::create_dir_all(project::notes())
        .and_then(|()| fs::write(&stamp, wanted))
        .map_err(|error| Error::file("write", &stamp, &error))?;
    Ok(folder)
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files::below(folder)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "js"));
    Ok(files)
}

fn is_complete(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    let names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    has(".wasm") && has(".js") && names.iter().any(|name| name == "index.html")
}

/// What Trunk and its tools make the engine from, beside themselves.
const TRUNK: [&str; 2] = ["Trunk.toml", "index.html"];

/// A digest over the program, and over everything that is done with it.
fn fingerprint(root: &Path) -> Result<String> {
    let program = project::target().join("wasm32-unknown-unknown/release/engine.wasm");
    let mut digest = Sha256::new();
    digest.update(Trunk::versions());
    for file in TRUNK.map(|name| root.join(name)).iter().chain([&program]) {
        let content = fs::read(file).map_err(|error| Error::file("read", file, &error))?;
        // Lengths keep a byte that moves from one file to the next from going unnoticed.
        digest.update(format!("\n{}\n", content.len()));
        digest.update(&content);
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
