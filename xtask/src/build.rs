//! `cargo xtask build`: the static site, ready for any host.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::PathBuf;

use crate::arguments;
use crate::engine;
use crate::failure::{Failure, Outcome};
use crate::hosting;
use crate::pack;
use crate::prerender::Prerender;
use crate::progress::Step;
use crate::project;
use crate::sizes::Sizes;
use crate::staging::Staging;

const HELP: &str = "\
cargo xtask build [--content DIR] [--out DIR] [--site-url URL] [--single] [--no-offline]

Writes the static site: complete pages, their data, and the engine that wakes them up, with the
compressed forms that hosts send, and the headers for hosts that read them from a file.
The previous site stays as it was until the new one is complete.

  --content DIR   the briefing's content files (default: content)
  --out DIR       where the site goes (default: dist)
  --site-url URL  the address where it will be published, for links that must be absolute
  --single        also writes each language as one file that opens from a disk, in single/
  --no-offline    browsers do not keep the site for when there is no network, and forget what an
                  earlier version had them keep";

/// What to build, and where to put it.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) content: PathBuf,
    pub(crate) out: PathBuf,
    pub(crate) site_url: Option<String>,
    /// Whether the site goes to a host, with everything that hosts can use.
    pub(crate) packed: bool,
    /// Whether each language is also written as one file with everything inside.
    pub(crate) single: bool,
    /// Whether browsers keep the site for when there is no network.
    pub(crate) offline: bool,
}

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Outcome {
    let mut plan = Plan { packed: true, offline: true, ..Plan::default() };
    let go = arguments::read("build", HELP, words, |option, parser| {
        match option {
            "content" => plan.content = arguments::folder(parser)?,
            "out" => plan.out = arguments::folder(parser)?,
            "single" => plan.single = true,
            "no-offline" => plan.offline = false,
            "site-url" => plan.site_url = Some(arguments::parsed::<Address>(parser, ADDRESS)?.0),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !go {
        return Ok(());
    }
    plan.build()?;
    println!("{}", Sizes::measure(&plan.out)?);
    println!("the site is in {}", project::shown(&plan.out));
    Ok(())
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            content: arguments::default_content(),
            out: project::root().join("dist"),
            site_url: None,
            packed: false,
            single: false,
            offline: false,
        }
    }
}

impl Plan {
    /// Builds everything that is not up to date and writes the site.
    ///
    /// Answers the prerenderer, with which later changes of the content alone can be written.
    pub(crate) fn build(&self) -> Outcome<Prerender> {
        arguments::require_content(&self.content)?;
        // What can be refused is refused before the long steps.
        let staging = self.stage()?;
        let prerender = Prerender::build(engine::build()?, &self.content)?;
        self.write(&prerender, staging)?;
        Ok(prerender)
    }

    /// Writes the site with a prerenderer that is there already.
    pub(crate) fn render(&self, prerender: &Prerender) -> Outcome {
        self.write(prerender, self.stage()?)
    }

    fn stage(&self) -> Outcome<Locked> {
        let lock = lock()?;
        let staging = Staging::create(&self.out)?;
        Ok(Locked { staging, _lock: lock })
    }

    fn write(&self, prerender: &Prerender, locked: Locked) -> Outcome {
        let staging = locked.staging;
        prerender.run(self, staging.folder())?;
        if self.packed {
            let step = Step::start("packing the site");
            hosting::write_headers(staging.folder(), self.site_url.as_deref())?;
            pack::pack(staging.folder(), &self.out)?;
            step.done();
        }
        staging.commit()
    }
}

/// A staging folder, and the lock that keeps other builds of this checkout away from it.
struct Locked {
    staging: Staging,
    _lock: File,
}

fn lock() -> Outcome<File> {
    let folder = project::notes();
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    let path = folder.join("build.lock");
    let file = File::create(&path).map_err(|error| Failure::file("write", &path, &error))?;
    if file.try_lock().is_err() {
        eprintln!("another build of this checkout is running; waiting for it …");
        file.lock().map_err(|error| Failure::file("lock", &path, &error))?;
    }
    Ok(file)
}

const ADDRESS: &str = "an address that begins with http:// or https://";

/// The address of a published site.
struct Address(String);

impl std::str::FromStr for Address {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).ok_or(())?;
        let plain = host.chars().all(|sign| sign.is_ascii_graphic() && !"\"<>\\".contains(sign));
        if plain && !host.is_empty() && !host.starts_with('/') { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_address_is_checked() {
        let good = |text: &str| text.parse::<Address>().is_ok();
        assert!(good("https://example.org/briefing/"));
        assert!(good("http://127.0.0.1:8080"));
        assert!(!good("example.org"));
        assert!(!good("https://"));
        assert!(!good("https:///path"));
        assert!(!good("https://example.org/\"><script>"));
    }
}
