//! `cargo xtask test`: everything that must hold, in an order in which the quick comes first.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::arguments;
use crate::build;
use crate::dist;
use crate::e2e::{self, Asked};
use crate::error::{Error, Result};
use crate::kit;
use crate::process;
use crate::project;
use crate::sizes::Sizes;
use crate::test_sites;
use crate::tidy;
use crate::tools;
use crate::tools::browser::Browser;
use progress::seconds;

const HELP: &str = "\
cargo xtask test [--only STEP]... [--test NAME]... [--full] [--day DAY] [--zone ZONE]
                 [--fonts FONTS]

Runs every step in this order and stops at the first that fails; fetches what is missing, the
browser included.

  format    the source is formatted
  lints     Clippy has nothing to say
  core      unit tests of the core, the server and these commands
  views     unit tests of the views, of the site that is written from them, and of the executable
  wasm      unit tests of the page, in a browser
  tidy      the rules of the house that no compiler knows
  content   the real briefing has no errors
  proof     the real briefing holds against its source texts, if BRIEFING_SOURCES names their folder
  build     the site is built and within its size budget
  dist      the executable for authors needs nothing but itself, and writes the same sites
  e2e       what readers do, in Chromium, with the fonts of several devices
  firefox   what of it may differ by engine, in Firefox
  webkit    what of it may differ by engine, in WebKit
  hosts     the built site on other hosts, and as one file from the disk
  licences  licences and origins of the dependencies

  --only STEP   runs this step only; may be given more than once
  --test NAME   takes only the browser tests with NAME in their names, such as `filters::`, also those that
                are else not asked; may be given more than once
  --full        asks Firefox and WebKit everything that they can be asked
  --day DAY     the day on which the pages are read, such as 2031-01-01
  --zone ZONE   the time zone of the browsers, such as Pacific/Kiritimati
  --fonts FONTS  only with these fonts in the step e2e: arial, dejavu or noto-jp";

const WASM: &str = "wasm32-unknown-unknown";

/// A step's name, and what it does with what is asked of the browser tests.
type Step = (&'static str, fn(&Asked) -> Result);

/// The registry of steps.
const STEPS: [Step; 15] = [
    ("format", |_| format()),
    ("lints", |_| lints()),
    ("core", |_| core()),
    ("views", |_| views()),
    ("wasm", |_| wasm()),
    ("tidy", |_| tidy()),
    ("content", |_| content()),
    ("proof", |_| proof()),
    ("build", |_| build()),
    ("dist", |_| dist::test()),
    ("e2e", e2e::chromium),
    ("firefox", e2e::firefox),
    ("webkit", e2e::webkit),
    ("hosts", e2e::hosts),
    ("licences", |_| licences()),
];

/// The steps that need a browser of each kind, and those that need parts of the toolchain.
const CHROMIUM: [&str; 3] = ["wasm", "e2e", "hosts"];
const FIREFOX: [&str; 1] = ["firefox"];
const WEBKIT: [&str; 1] = ["webkit"];
const COMPONENTS: [&str; 2] = ["format", "lints"];

/// The steps that are tests in browsers.
const BROWSERS: [&str; 4] = ["e2e", "firefox", "webkit", "hosts"];

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result {
    let mut only: Vec<&str> = Vec::new();
    let mut asked = Asked::default();
    let go = arguments::read("test", HELP, words, |option, parser| {
        match option {
            "test" => asked.names.push(arguments::parsed(parser, "a part of the names of tests, such as `filters::`")?),
            "full" => asked.full = true,
            "day" => asked.day = arguments::parsed(parser, "a day, such as 2031-01-01")?,
            "zone" => asked.zone = arguments::parsed(parser, "a time zone, such as Pacific/Kiritimati")?,
            "fonts" => asked.fonts = Some(arguments::parsed(parser, "a set of fonts: arial, dejavu or noto-jp")?),
            "only" => {}
            _ => return Ok(false),
        }
        if option != "only" {
            return Ok(true);
        }
        let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        let what = format!("a step (the steps are {})", names.join(", "));
        let name: String = arguments::parsed(parser, &what)?;
        match names.into_iter().find(|step| *step == name) {
            Some(step) => only.push(step),
            None => {
                let sentence = format!("`{name}` is not {what}");
                return Err(lexopt::Error::Custom(sentence.into()));
            }
        }
        Ok(true)
    })?;
    if !go {
        return Ok(());
    }
    // Who names browser tests means no other step.
    let meant = |name: &str| asked.names.is_empty() || BROWSERS.contains(&name);
    let wanted = |name: &str| (only.is_empty() && meant(name)) || only.contains(&name);
    // What is missing on this machine is better noticed now than after minutes of work.
    if COMPONENTS.iter().any(|step| wanted(step)) {
        tools::require_components()?;
    }
    if CHROMIUM.iter().any(|step| wanted(step)) {
        Browser::chromium()?;
    }
    if FIREFOX.iter().any(|step| wanted(step)) {
        Browser::firefox()?;
    }
    if cfg!(target_os = "linux") && WEBKIT.iter().any(|step| wanted(step)) {
        Browser::webkit()?;
    }
    let all = Instant::now();
    let mut times = Vec::new();
    for (name, step) in STEPS.into_iter().filter(|(name, _)| wanted(name)) {
        println!("== {name}");
        let started = Instant::now();
        let result = step(&asked);
        let time = seconds(started.elapsed());
        if let Err(failure) = result {
            return Err(Error::new(format!("{name} ({time}): {failure}")));
        }
        println!("== {name}: passed in {time}\n");
        times.push(format!("{name} {time}"));
    }
    println!("all passed in {} ({})", seconds(all.elapsed()), times.join(", "));
    Ok(())
}

/// Runs Cargo with its output streamed, so that the lines of the tests are seen.
fn cargo(arguments: &str) -> Result {
    run(&mut process::cargo(), arguments)
}

fn run(command: &mut Command, arguments: &str) -> Result {
    println!("cargo {arguments}");
    if process::streamed(command.args(arguments.split_whitespace()))? {
        return Ok(());
    }
    Err(Error::new(format!("`cargo {arguments}` failed, as told above")))
}

fn format() -> Result {
    cargo("fmt --all --check").map_err(|failure| Error::new(format!("{failure}; `cargo fmt --all` puts it right")))
}

fn lints() -> Result {
    tools::require_wasm_target()?;
    // The page is built with one of its two features at a time, and never with both.
    for selection in [
        "-p briefing --all-targets --features load".to_owned(),
        "-p briefing".to_owned(),
        "-p xtask -p progress -p server -p e2e --all-targets".to_owned(),
        "-p briefing-app --features ssr --all-targets".to_owned(),
        "-p site -p briefing-cli --all-targets".to_owned(),
        format!("-p briefing-app --features hydrate --target {WASM}"),
    ] {
        cargo(&format!("clippy {selection} -- -D warnings"))?;
    }
    Ok(())
}

fn core() -> Result {
    cargo("test -p briefing")?;
    cargo("test -p xtask -p progress -p server")
}

fn views() -> Result {
    // With the fonts of all languages, so that a new one finds its pictures tried.
    let fonts = kit::assemble()?.join("picture-fonts");
    cargo("test -p briefing-app --features ssr")?;
    run(process::cargo().env("PICTURE_FONTS", fonts), "test -p site -p briefing-cli")
}

fn wasm() -> Result {
    tools::require_wasm_target()?;
    let runner = tools::WasmTestRunner::require()?;
    let browser = Browser::chromium()?;
    let mut command = process::cargo();
    command
        // Cargo splits this value at spaces, which the folder may have, so only the name is given.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner.name)
        .env("PATH", process::path_with(&[runner.folder])?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser)?)
        // The default of 20 seconds is short for a first start on a loaded machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(&mut command, &format!("test -p briefing-app --lib --features hydrate --target {WASM}"))
}

/// The project's browser settings with the browser of this machine put in.
fn capabilities(browser: &Browser) -> Result<PathBuf> {
    let source = project::root().join("webdriver.json");
    let text = fs::read_to_string(&source).map_err(|error| Error::file("read", &source, &error))?;
    let path = project::notes().join("webdriver.json");
    fs::create_dir_all(project::notes())
        .and_then(|()| fs::write(&path, with_binary(&text, &browser.program.to_string_lossy())))
        .map_err(|error| Error::file("write", &path, &error))?;
    Ok(path)
}

fn with_binary(settings: &str, program: &str) -> String {
    let program = program.replace('\\', "\\\\").replace('"', "\\\"");
    settings.replacen("\"args\"", &format!("\"binary\": \"{program}\", \"args\""), 1)
}

fn tidy() -> Result {
    tidy::check(&project::root())
}

fn content() -> Result {
    build::plain("check", &[project::root().into_os_string()])
}

/// The texts are not part of the project, so without them the proof is left out and that is said.
fn proof() -> Result {
    let Some(folder) = std::env::var_os("BRIEFING_SOURCES") else {
        println!("left out: BRIEFING_SOURCES does not name the folder of the source texts");
        return Ok(());
    };
    build::plain("verify", &[folder, "--content".into(), project::root().into_os_string()])
}

fn build() -> Result {
    let sizes = Sizes::measure(&test_sites::site()?)?;
    println!("{sizes}");
    sizes.require_within_budget()
}

fn licences() -> Result {
    let mut deny = Command::new(tools::cargo_deny()?);
    deny.current_dir(project::root());
    run(&mut deny, "deny --workspace check --hide-inclusion-graph licenses bans sources")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_step() {
        for (name, _) in STEPS {
            assert!(HELP.contains(&format!("\n  {name} ")), "{name}");
        }
        for name in [&CHROMIUM[..], &FIREFOX, &WEBKIT, &COMPONENTS, &BROWSERS].concat() {
            assert!(STEPS.iter().any(|(step, _)| *step == name), "{name}");
        }
    }

    #[test]
    fn the_browser_is_put_into_the_settings() {
        let settings = fs::read_to_string(project::root().join("webdriver.json")).unwrap();
        let filled = with_binary(&settings, "/opt/chromium");
        assert!(filled.contains("\"binary\": \"/opt/chromium\", \"args\": ["), "{filled}");
    }
}
