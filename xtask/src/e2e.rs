//! The tests in real browsers: all of them in Chromium, and in two further engines what can differ there.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::driver::Driver;
use crate::error::{Error, Result};
use crate::hosts::Host;
use crate::process;
use crate::project;
use crate::screen::Screen;
use crate::selection::{self, Selection};
use crate::test_sites::{self, MARK, Versions};
use crate::tools;
use crate::tools::browser::Browser;
use crate::tools::fonts::{FontWorld, Fonts};

/// How many tests run at the same time.
const AT_ONCE: usize = 2;

/// How many of the slowest are told.
const SLOWEST: usize = 10;

/// Names the file that says which fonts there are.
const FONTS: &str = "FONTCONFIG_FILE";

/// The fonts with which everything is tried, and those with which the layout is tried, too.
const USUAL_FONTS: FontWorld = FontWorld::Arial;
const FURTHER_FONTS: [FontWorld; 2] = [FontWorld::DejaVu, FontWorld::NotoJp];

/// Under which of these the tests are told their browser.
const VARIABLES: [&str; 3] = [CHROMIUM, "FIREFOX", "WEBKIT"];
const CHROMIUM: &str = "CHROMIUM";

/// The programs of tests.
const PAGE: &str = "page";
const HOSTS: &str = "hosts";

/// The test with the site as one file.
const ONE_FILE: &str = "one_file_has_everything_inside";

/// What is asked of the tests.
pub(crate) struct Asked {
    /// Parts of the names of tests; all tests if there is none.
    pub(crate) names: Vec<String>,
    /// Whether every engine is asked everything.
    pub(crate) full: bool,
    /// The day on which the pages are read, as YYYY-MM-DD.
    pub(crate) day: String,
    /// The time zone of the browsers.
    pub(crate) zone: String,
    /// The only fonts with which Chromium is asked.
    pub(crate) fonts: Option<FontWorld>,
}

impl Default for Asked {
    /// No machine has this day and this zone by accident for long.
    fn default() -> Self {
        let (day, zone) = ("2026-09-15".to_owned(), "America/Toronto".to_owned());
        Self { names: Vec::new(), full: false, day, zone, fonts: None }
    }
}

/// A browser that is ready for tests, with what must stay alive as long as it is used.
struct Engine<'a> {
    asked: &'a Asked,
    variable: &'static str,
    program: PathBuf,
    /// Chromedriver knows several browsers at once; the other drivers know one.
    drivers: Vec<Driver>,
    selection: Selection,
    fonts: Fonts,
    /// One for each driver, since one window has the focus; after the drivers, which draw on them.
    _screens: Vec<Screen>,
}

impl<'a> Engine<'a> {
    fn chromium(asked: &'a Asked, fonts: FontWorld) -> Result<Self> {
        let Browser { program, driver } = Browser::chromium()?;
        let fonts = fonts.require()?;
        let drivers = vec![asked.driver(&driver, 1, &fonts, &[])?];
        let selection = selection::CHROMIUM;
        Ok(Self { asked, variable: CHROMIUM, program, drivers, selection, fonts, _screens: Vec::new() })
    }

    fn firefox(asked: &'a Asked) -> Result<Self> {
        let Browser { program, driver } = Browser::firefox()?;
        let fonts = USUAL_FONTS.require()?;
        let drivers = (1..=AT_ONCE).map(|number| asked.driver(&driver, number, &fonts, &[]));
        let drivers = drivers.collect::<Result<Vec<_>>>()?;
        let selection = selection::FIREFOX;
        Ok(Self { asked, variable: "FIREFOX", program, drivers, selection, fonts, _screens: Vec::new() })
    }

    fn webkit(asked: &'a Asked) -> Result<Self> {
        let (Browser { program, driver }, desktop) = Browser::webkit()?;
        let fonts = USUAL_FONTS.require()?;
        let screens = (1..=AT_ONCE).map(|_| Screen::start(&desktop)).collect::<Result<Vec<_>>>()?;
        let start = |(number, screen): (usize, &Screen)| {
            let environment = [
                ("DISPLAY", screen.display.as_str()),
                ("GDK_BACKEND", "x11"),
                // The sandbox refuses to work for root and in most containers; these browsers only see our own pages.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
            ];
            asked.driver(&driver, number, &fonts, &environment)
        };
        let drivers = (1..).zip(&screens).map(start).collect::<Result<Vec<_>>>()?;
        let selection = selection::WEBKIT;
        Ok(Self { asked, variable: "WEBKIT", program, drivers, selection, fonts, _screens: screens })
    }

    /// The addresses of the drivers, each as often as it may be used at the same time.
    fn addresses(&self) -> String {
        let addresses = self.drivers.iter().cycle().take(AT_ONCE).map(Driver::url);
        addresses.collect::<Vec<_>>().join(" ")
    }

    /// Runs a program of tests with some options of its own, tells which were the slowest, and answers whether
    /// all passed.
    fn run(&self, program: &str, options: &[String], environment: &[(&str, PathBuf)]) -> Result<bool> {
        let times = project::notes().join("e2e-times");
        fs::write(&times, "").map_err(|error| Error::file("write", &times, &error))?;
        let mut command = self.command(program, options, environment)?;
        let passed = process::streamed(command.env("TIMES_FILE", &times))?;
        let times = fs::read_to_string(&times).map_err(|error| Error::file("read", &times, &error))?;
        println!("the slowest:");
        for (name, milliseconds) in slowest(&times).iter().take(SLOWEST) {
            println!("  {:>5.1} s  {name}", Duration::from_millis(*milliseconds).as_secs_f64());
        }
        Ok(passed)
    }

    fn command(&self, program: &str, options: &[String], environment: &[(&str, PathBuf)]) -> Result<Command> {
        let mut command = process::cargo();
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        command
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("AXE_JS", tools::axe()?)
            .env("E2E_DAY", &self.asked.day)
            .env("WEBDRIVER_URL", self.addresses())
            // LibreOffice looks for fonts, too.
            .env(FONTS, &self.fonts.config)
            .env("FONT_FOLDERS", std::env::join_paths(&self.fonts.folders).unwrap_or_default())
            .env(self.variable, &self.program);
        command.args(["test", "-p", "e2e", "--test", program, "--"]).arg(format!("--test-threads={AT_ONCE}"));
        command.args(options);
        Ok(command)
    }
}

impl Asked {
    /// A driver whose browsers know nothing of the language, the zone and the fonts of this machine.
    fn driver(
        &self,
        program: &std::path::Path,
        number: usize,
        fonts: &Fonts,
        environment: &[(&str, &str)],
    ) -> Result<Driver> {
        let fonts = fonts.config.to_string_lossy();
        let own = [(FONTS, &*fonts), ("TZ", self.zone.as_str()), ("LANG", "C.UTF-8"), ("LANGUAGE", "en_GB")];
        Driver::start_with(program, number, &[&own, environment].concat())
    }
}

/// The tests with their times in milliseconds, the slowest first. The times of a test that opened several
/// browsers are added.
fn slowest(times: &str) -> Vec<(&str, u64)> {
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for (time, name) in times.lines().filter_map(|line| line.split_once(' ')) {
        *sums.entry(name).or_default() += time.parse::<u64>().unwrap_or_default();
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, time)| Reverse(*time));
    sums
}

fn required(passed: bool) -> Result {
    if passed {
        return Ok(());
    }
    let only = "cargo xtask test --only STEP --test NAME";
    Err(Error::new(format!("a test failed, as told above; `{only}` takes it alone")))
}

/// All tests, in Chromium.
pub(crate) fn chromium(asked: &Asked) -> Result {
    let wanted = |fonts: &FontWorld| asked.fonts.is_none_or(|only| only == *fonts);
    if wanted(&USUAL_FONTS) {
        page(&Engine::chromium(asked, USUAL_FONTS)?, &[])?;
    }
    for fonts in FURTHER_FONTS.into_iter().filter(wanted) {
        println!("with the fonts {}: what judges the layout", fonts.name());
        page(&Engine::chromium(asked, fonts)?, selection::LAYOUT)?;
    }
    Ok(())
}

/// The tests whose answer may differ, in Firefox, and the one file, which is sent to people whose browser nobody
/// knows. What hosts answer is known from what Chromium records.
pub(crate) fn firefox(asked: &Asked) -> Result {
    if asked.names.is_empty() || asked.names.iter().any(|name| ONE_FILE.contains(name.as_str())) {
        on_hosts(&Engine::firefox(asked)?, &[ONE_FILE.to_owned()])?;
    }
    // With drivers of its own: the program before has left its browsers open.
    page(&Engine::firefox(asked)?, &[])
}

/// The tests whose answer may differ, in WebKit.
pub(crate) fn webkit(asked: &Asked) -> Result {
    if !cfg!(target_os = "linux") {
        println!("left out: WebKitGTK, which stands for this engine, is for Linux");
        return Ok(());
    }
    page(&Engine::webkit(asked)?, &[])
}

/// The tests of the page, or those of them whose names begin as said.
fn page(engine: &Engine<'_>, among: &[&str]) -> Result {
    let versions = Versions::build()?;
    let environment = [
        ("SITE_FOLDER", test_sites::site()?),
        ("NEWER_FOLDER", versions.newer),
        ("NEWER_MARK", MARK.into()),
        ("UNKEPT_FOLDER", versions.unkept),
        ("SOFFICE", tools::office::require()?),
    ];
    if engine.variable != CHROMIUM {
        println!("not observed here: complaints of the browser and what it asks for; Chromium alone tells them");
    }
    let all: Vec<String> = selection::listed(PAGE)?
        .into_iter()
        .filter(|name| among.is_empty() || among.iter().any(|pattern| name.starts_with(pattern)))
        .collect();
    let run = |names: Vec<String>| {
        // A program without names would run everything.
        if names.is_empty() { Ok(true) } else { engine.run(PAGE, &exactly(names), &environment) }
    };
    // Who names a test wants it, in whichever browser.
    if !engine.asked.names.is_empty() {
        let named = |name: &String| engine.asked.names.iter().any(|part| name.contains(part.as_str()));
        return required(run(all.into_iter().filter(named).collect())?);
    }
    required(run(engine.selection.deciding(engine.asked.full, &all)?)?)?;
    if !run(engine.selection.unsteady())? {
        println!("what does not decide has failed this time");
    }
    Ok(())
}

fn exactly(names: Vec<String>) -> Vec<String> {
    [vec!["--exact".to_owned()], names].concat()
}

/// The hosts get the site as `build` writes it, with everything that hosts can use.
pub(crate) fn hosts(asked: &Asked) -> Result {
    on_hosts(&Engine::chromium(asked, USUAL_FONTS)?, &asked.names)
}

fn on_hosts(engine: &Engine<'_>, names: &[String]) -> Result {
    let out = test_sites::hosted()?;
    let (nginx, python) = (Host::nginx(&out)?, Host::python(&out)?);
    let environment = [
        ("SITE_FOLDER", out.clone()),
        ("NGINX_URL", nginx.url().into()),
        ("PYTHON_URL", python.url().into()),
        ("SINGLE_FOLDER", out.join("single")),
    ];
    required(engine.run(HOSTS, names, &environment)?)
}

#[cfg(test)]
mod tests {
    use super::slowest;

    #[test]
    fn the_slowest_comes_first_with_all_its_times() {
        assert_eq!(slowest("10 a::b\n12 a::c\n3 a::b\n"), [("a::b", 13), ("a::c", 12)]);
    }
}
