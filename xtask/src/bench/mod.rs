//! `cargo xtask bench`: the built page beside a plain static page, and Lighthouse.
//!
//! Every limit is a comparison inside one run, in which all sides take turns: a slow machine slows
//! them all. One side is measured twice, which shows how much of a difference is noise.

mod copies;
mod entries;
mod filter;
mod lighthouse;
mod load;
mod plain;
mod rounds;
mod sample;
mod scroll;
mod session;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments;
use crate::build::Plan;
use crate::driver::Driver;
use crate::error::{Error, Result};
use crate::project;
use crate::tools::browser::Browser;
use copies::Copies;
use progress::Step;
use sample::Verdict;

const HELP: &str = "\
cargo xtask bench [--rounds N] [--site DIR] [--entries N] [--only PART]...

Measures the built page in Chromium, beside a lean static page and a list in plain JavaScript with the same
entries, and copies of the page without its scripts, and says which limits are kept. The processor is
slowed four times; loads have 1.6 Mbit/s and 150 ms of latency. All sides take turns, each in a fresh
browser. The tables give medians, with the smallest and the largest value.

  load        first and largest paint, layout shift, longest task and growth of a load
  filter      a filter and a search, from the input to the next paint
  scroll      frames dropped while scrolling through the route
  lighthouse  the four scores of Lighthouse on a phone, and what it found

  --rounds N   how often each side is measured (default: 15)
  --site DIR   measure this site instead of building one
  --entries N  build the briefing with its commitments repeated until there are N
  --only PART  measure this part only; may be given more than once";

/// What every part needs.
struct Bench {
    rounds: usize,
    browser: Browser,
    driver: Driver,
    copies: Copies,
}

/// A part's name, and how it is measured.
type Part = (&'static str, fn(&Bench) -> Result<Vec<Verdict>>);

/// The registry of parts.
const PARTS: [Part; 4] = [
    ("load", load::measure),
    ("filter", filter::measure),
    ("scroll", scroll::measure),
    ("lighthouse", lighthouse::measure),
];

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result {
    let mut rounds = 15;
    let mut site = None;
    let mut entries = None;
    let mut only: Vec<&str> = Vec::new();
    let go = arguments::read("bench", HELP, words, |option, parser| {
        match option {
            "rounds" => rounds = arguments::parsed::<std::num::NonZeroUsize>(parser, "a number of rounds")?.get(),
            "site" => site = Some(arguments::folder(parser)?),
            "entries" => entries = Some(arguments::parsed::<usize>(parser, "a number of entries")?),
            "only" => only.push(arguments::parsed::<Name>(parser, "a part: load, filter, scroll or lighthouse")?.0),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !go {
        return Ok(());
    }
    if site.is_some() && entries.is_some() {
        return Err(Error::usage("`--entries` builds a site, and `--site` names one that is built", Some("bench")));
    }
    let browser = Browser::chromium()?;
    let folder = project::target().join("bench");
    let site = match site {
        Some(site) if site.join("index.html").is_file() => site,
        Some(site) => return Err(Error::new(format!("there is no site in {}", project::shown(&site)))),
        None => build(&folder, entries)?,
    };
    let copies = copies(&site, &folder.join("copies"))?;
    let driver = Driver::start(&browser.driver)?;
    let bench = Bench { rounds, browser, driver, copies };
    let mut verdicts = Vec::new();
    for (name, measure) in PARTS.into_iter().filter(|(name, _)| only.is_empty() || only.contains(name)) {
        let step = Step::start(format!("measuring: {name}"));
        let told = measure(&bench)?;
        step.done();
        verdicts.extend(told.into_iter().map(|verdict| (name, verdict)));
    }
    println!();
    for (name, verdict) in &verdicts {
        println!("{name:<12}{verdict}");
    }
    match verdicts.iter().filter(|(_, verdict)| !verdict.kept).count() {
        0 => Ok(()),
        broken => Err(Error::new(format!("{broken} of {} limits are broken, as told above", verdicts.len()))),
    }
}

/// The name of a part.
struct Name(&'static str);

impl std::str::FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        PARTS.iter().find(|(name, _)| *name == text).map(|(name, _)| Self(name)).ok_or(())
    }
}

fn build(folder: &Path, entries: Option<usize>) -> Result<PathBuf> {
    let mut plan = Plan { out: folder.join("site"), ..Plan::default() };
    if let Some(wanted) = entries {
        let content = folder.join("content");
        empty(&content)?;
        entries::repeat(&plan.content, wanted, &content)?;
        plan.content = content;
    }
    plan.build()?;
    Ok(plan.out)
}

fn copies(site: &Path, folder: &Path) -> Result<Copies> {
    let step = Step::start("packing the copies");
    empty(folder)?;
    let copies = Copies::serve(site, folder)?;
    step.done();
    Ok(copies)
}

/// Removes what an earlier run left.
fn empty(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::file("empty", folder, &error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_part() {
        for (name, _) in PARTS {
            assert!(HELP.contains(&format!("\n  {name} ")), "{name}");
        }
    }
}
