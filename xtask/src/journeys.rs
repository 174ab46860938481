//! The journeys: what readers do, in three kinds of browsers, and which journeys are for one kind only.

use std::path::PathBuf;
use std::process::Command;

use crate::driver::Driver;
use crate::failure::{Failure, Outcome};
use crate::hosts::Host;
use crate::left_out::{self, LeftOut};
use crate::process;
use crate::releases::{self, MARK, Releases};
use crate::screen::Screen;
use crate::tools;
use crate::tools::browser::Browser;

/// How many journeys are under way at the same time.
const AT_ONCE: usize = 2;

/// More than so many failures are no accident.
const FEW: usize = 5;

/// How often what failed is tried again.
const AGAIN: usize = 2;

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
    /// One for each driver, since one window has the focus; after the drivers, which draw on them.
    _screens: Vec<Screen>,
}

impl Engine {
    fn chromium() -> Outcome<Self> {
        let Browser { program, driver } = Browser::chromium()?;
        let drivers = vec![Driver::start(&driver)?];
        Ok(Self { variable: CHROMIUM, program, drivers, left_out: &[], _screens: Vec::new() })
    }

    fn firefox() -> Outcome<Self> {
        let Browser { program, driver } = Browser::firefox()?;
        let drivers = (1..=AT_ONCE).map(|number| Driver::start_with(&driver, number, &[]));
        let drivers = drivers.collect::<Outcome<Vec<_>>>()?;
        Ok(Self { variable: "FIREFOX", program, drivers, left_out: left_out::FIREFOX, _screens: Vec::new() })
    }

    fn webkit() -> Outcome<Self> {
        let (Browser { program, driver }, desktop) = Browser::webkit()?;
        let screens = (1..=AT_ONCE).map(|_| Screen::start(&desktop)).collect::<Outcome<Vec<_>>>()?;
        let start = |(number, screen): (usize, &Screen)| {
            let environment = [
                ("DISPLAY", screen.display.as_str()),
                ("GDK_BACKEND", "x11"),
                // The sandbox refuses to work for root and in most containers; these browsers only see our own pages.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
            ];
            Driver::start_with(&driver, number, &environment)
        };
        let drivers = (1..).zip(&screens).map(start).collect::<Outcome<Vec<_>>>()?;
        Ok(Self { variable: "WEBKIT", program, drivers, left_out: left_out::WEBKIT, _screens: screens })
    }

    /// The addresses of the drivers, each as often as it may be used at the same time.
    fn addresses(&self) -> String {
        let addresses = self.drivers.iter().cycle().take(AT_ONCE).map(Driver::url);
        addresses.collect::<Vec<_>>().join(" ")
    }

    /// Runs a program of journeys with some options of its own. What fails is tried again, alone: on a
    /// machine with much to do a driver loses a word now and then, and that is said.
    fn run(&self, program: &str, options: &[String], environment: &[(&str, PathBuf)]) -> Outcome {
        let (passed, lines) = process::echoed(&mut self.command(program, AT_ONCE, options, environment)?)?;
        if passed {
            return Ok(());
        }
        let first = failed(&lines);
        let mut left = first.clone();
        for _ in 0..AGAIN {
            if left.is_empty() || first.len() > FEW {
                break;
            }
            println!("again, and alone: {}", left.join(", "));
            let options = [vec!["--exact".to_owned()], left].concat();
            let (passed, lines) = process::echoed(&mut self.command(program, 1, &options, environment)?)?;
            if passed {
                println!("unsteady, failed and then passed: {}", first.join(", "));
                return Ok(());
            }
            left = failed(&lines);
        }
        let only = "cargo xtask test --only STEP --journey NAME";
        Err(Failure::new(format!("a journey failed, as told above; `{only}` takes it alone")))
    }

    fn command(
        &self,
        program: &str,
        at_once: usize,
        options: &[String],
        environment: &[(&str, PathBuf)],
    ) -> Outcome<Command> {
        let mut command = process::cargo();
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        command
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("AXE_JS", tools::axe()?)
            .env("WEBDRIVER_URL", self.addresses())
            .env(self.variable, &self.program);
        command.args(["test", "-p", "journeys", "--test", program, "--"]).arg(format!("--test-threads={at_once}"));
        command.args(options);
        Ok(command)
    }
}

/// The journeys that failed, as their program says it.
fn failed(lines: &[String]) -> Vec<String> {
    let names = lines.iter().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    names.map(ToOwned::to_owned).collect()
}

/// All journeys, in Chromium.
pub(crate) fn chromium(names: &[String]) -> Outcome {
    readers(&Engine::chromium()?, names)
}

/// The journeys that may differ, in Firefox, and the one file, which is sent to people whose browser nobody
/// knows. What hosts answer is known from what Chromium records.
pub(crate) fn firefox(names: &[String]) -> Outcome {
    let engine = Engine::firefox()?;
    if names.is_empty() || names.iter().any(|name| ONE_FILE.contains(name.as_str())) {
        on_hosts(&engine, &[ONE_FILE.to_owned()])?;
    }
    readers(&engine, names)
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
    let folder = releases::site()?.out;
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
    on_hosts(&Engine::chromium()?, names)
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
    use super::failed;

    #[test]
    fn what_failed_is_known_by_name() {
        let lines = ["test a::b ... ok", "test a::c ... FAILED", "failures:", "    a::c"].map(ToOwned::to_owned);
        assert_eq!(failed(&lines), ["a::c"]);
    }
}
