//! The journeys: what readers do, in three kinds of browsers, and which journeys are for one kind only.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::driver::Driver;
use crate::failure::{Failure, Outcome};
use crate::hosts::Host;
use crate::left_out::{self, LeftOut};
use crate::process;
use crate::project;
use crate::releases::{self, MARK, Releases};
use crate::screen::Screen;
use crate::tools;
use crate::tools::browser::Browser;
use crate::tools::fonts::FontWorld;

/// How many journeys are under way at the same time.
const AT_ONCE: usize = 2;

/// How many of the slowest are told.
const SLOWEST: usize = 10;

/// Names the file that says which fonts there are.
const FONTS: &str = "FONTCONFIG_FILE";

/// The fonts with which everything is tried, and those with which the layout is tried, too.
const USUAL_FONTS: FontWorld = FontWorld::Arial;
const FURTHER_FONTS: [FontWorld; 2] = [FontWorld::DejaVu, FontWorld::NotoJp];

/// Under which of these the journeys are told their browser.
const VARIABLES: [&str; 3] = [CHROMIUM, "FIREFOX", "WEBKIT"];
const CHROMIUM: &str = "CHROMIUM";

/// The journey with the site as one file.
const ONE_FILE: &str = "one_file_has_everything_inside";

/// A browser that is ready for journeys, with what must stay alive as long as it is used.
struct Engine {
    variable: &'static str,
    program: PathBuf,
    /// Chromedriver knows several browsers at once; the other drivers know one.
    drivers: Vec<Driver>,
    left_out: &'static [&'static [LeftOut]],
    /// What says which fonts there are.
    fonts: PathBuf,
    /// One for each driver, since one window has the focus; after the drivers, which draw on them.
    _screens: Vec<Screen>,
}

impl Engine {
    fn chromium(fonts: FontWorld) -> Outcome<Self> {
        let Browser { program, driver } = Browser::chromium()?;
        let fonts = fonts.require()?;
        let drivers = vec![Driver::start_with(&driver, 1, &[(FONTS, &fonts.to_string_lossy())])?];
        Ok(Self { variable: CHROMIUM, program, drivers, left_out: &[], fonts, _screens: Vec::new() })
    }

    fn firefox() -> Outcome<Self> {
        let Browser { program, driver } = Browser::firefox()?;
        let fonts = USUAL_FONTS.require()?;
        let start = |number| Driver::start_with(&driver, number, &[(FONTS, &fonts.to_string_lossy())]);
        let drivers = (1..=AT_ONCE).map(start).collect::<Outcome<Vec<_>>>()?;
        Ok(Self { variable: "FIREFOX", program, drivers, left_out: left_out::FIREFOX, fonts, _screens: Vec::new() })
    }

    fn webkit() -> Outcome<Self> {
        let (Browser { program, driver }, desktop) = Browser::webkit()?;
        let screens = (1..=AT_ONCE).map(|_| Screen::start(&desktop)).collect::<Outcome<Vec<_>>>()?;
        let fonts = USUAL_FONTS.require()?;
        let start = |(number, screen): (usize, &Screen)| {
            let environment = [
                (FONTS, &*fonts.to_string_lossy()),
                ("DISPLAY", screen.display.as_str()),
                ("GDK_BACKEND", "x11"),
                // The sandbox refuses to work for root and in most containers; these browsers only see our own pages.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
            ];
            Driver::start_with(&driver, number, &environment)
        };
        let drivers = (1..).zip(&screens).map(start).collect::<Outcome<Vec<_>>>()?;
        Ok(Self { variable: "WEBKIT", program, drivers, left_out: left_out::WEBKIT, fonts, _screens: screens })
    }

    /// The addresses of the drivers, each as often as it may be used at the same time.
    fn addresses(&self) -> String {
        let addresses = self.drivers.iter().cycle().take(AT_ONCE).map(Driver::url);
        addresses.collect::<Vec<_>>().join(" ")
    }

    /// Runs a program of journeys with some options of its own, and tells which were the slowest.
    fn run(&self, program: &str, options: &[String], environment: &[(&str, PathBuf)]) -> Outcome {
        let times = project::notes().join("journeys-times");
        fs::write(&times, "").map_err(|error| Failure::file("write", &times, &error))?;
        let mut command = self.command(program, options, environment)?;
        let passed = process::streamed(command.env("TIMES_FILE", &times))?;
        let times = fs::read_to_string(&times).map_err(|error| Failure::file("read", &times, &error))?;
        let slowest = slowest(&times);
        println!("the slowest:");
        for (name, milliseconds) in slowest.iter().take(SLOWEST) {
            println!("  {:>5.1} s  {name}", Duration::from_millis(*milliseconds).as_secs_f64());
        }
        if passed {
            return Ok(());
        }
        let only = "cargo xtask test --only STEP --journey NAME";
        Err(Failure::new(format!("a journey failed, as told above; `{only}` takes it alone")))
    }

    fn command(&self, program: &str, options: &[String], environment: &[(&str, PathBuf)]) -> Outcome<Command> {
        let mut command = process::cargo();
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        command
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("AXE_JS", tools::axe()?)
            .env("WEBDRIVER_URL", self.addresses())
            // LibreOffice looks for fonts, too.
            .env(FONTS, &self.fonts)
            .env(self.variable, &self.program);
        command.args(["test", "-p", "journeys", "--test", program, "--"]).arg(format!("--test-threads={AT_ONCE}"));
        command.args(options);
        Ok(command)
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

/// All journeys, in Chromium.
pub(crate) fn chromium(names: &[String]) -> Outcome {
    readers(&Engine::chromium(USUAL_FONTS)?, names)?;
    for fonts in FURTHER_FONTS {
        println!("with the fonts {}: what judges the layout", fonts.name());
        let layout = if names.is_empty() {
            left_out::LAYOUT.iter().copied().map(ToOwned::to_owned).collect()
        } else {
            names.to_vec()
        };
        readers(&Engine::chromium(fonts)?, &layout)?;
    }
    Ok(())
}

/// The journeys that may differ, in Firefox, and the one file, which is sent to people whose browser nobody
/// knows. What hosts answer is known from what Chromium records.
pub(crate) fn firefox(names: &[String]) -> Outcome {
    if names.is_empty() || names.iter().any(|name| ONE_FILE.contains(name.as_str())) {
        on_hosts(&Engine::firefox()?, &[ONE_FILE.to_owned()])?;
    }
    // With drivers of its own: the program before has left its browsers open.
    readers(&Engine::firefox()?, names)
}

/// The journeys that may differ, in WebKit.
pub(crate) fn webkit(names: &[String]) -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("left out: WebKitGTK, which stands for this engine, is for Linux");
        return Ok(());
    }
    readers(&Engine::webkit()?, names)
}

fn readers(engine: &Engine, names: &[String]) -> Outcome {
    let folder = releases::site()?;
    let releases = Releases::build()?;
    let environment = [
        ("SITE_FOLDER", folder),
        ("NEWER_FOLDER", releases.newer),
        ("NEWER_MARK", MARK.into()),
        ("UNKEPT_FOLDER", releases.unkept),
        ("SOFFICE", tools::office::require()?),
    ];
    // Who names a journey wants it, in whichever browser.
    if engine.variable != CHROMIUM {
        println!("not observed here: complaints of the browser and what it asks for; Chromium alone tells them");
    }
    let options = if names.is_empty() { left_out::skipped(engine.left_out)? } else { names.to_vec() };
    engine.run("readers", &options, &environment)
}

/// The hosts get the site as `build` writes it, with everything that hosts can use.
pub(crate) fn hosts(names: &[String]) -> Outcome {
    on_hosts(&Engine::chromium(USUAL_FONTS)?, names)
}

fn on_hosts(engine: &Engine, names: &[String]) -> Outcome {
    let out = releases::hosted()?;
    let (nginx, python) = (Host::nginx(&out)?, Host::python(&out)?);
    let environment = [
        ("SITE_FOLDER", out.clone()),
        ("NGINX_URL", nginx.url().into()),
        ("PYTHON_URL", python.url().into()),
        ("SINGLE_FOLDER", out.join("single")),
    ];
    engine.run("hosts", names, &environment)
}

#[cfg(test)]
mod tests {
    use super::slowest;

    #[test]
    fn the_slowest_comes_first_with_all_its_times() {
        assert_eq!(slowest("10 a::b\n12 a::c\n3 a::b\n"), [("a::b", 13), ("a::c", 12)]);
    }
}
