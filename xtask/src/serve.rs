//! `cargo xtask serve`: builds the briefing, serves it on this machine, and follows the files.

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Instant;

use crate::arguments;
use crate::build::Plan;
use crate::failure::Outcome;
use crate::progress;
use crate::project;
use crate::server;
use crate::server::reload::Reload;
use crate::watch::{Change, Watch};

const HELP: &str = "\
cargo xtask serve [--content DIR] [--port N] [--no-watch]

Builds the briefing into dist/, serves it on this machine and prints the address.
A change of a content file, a stylesheet or a public file shows in the browser within two
seconds; a change of the source builds the programs first. A file with an error leaves the last
good site where it was.

  --content DIR   the briefing's content files (default: content)
  --port N        the port (default: 8080; 0 takes any free one)
  --no-watch      serve only, without following the files";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Outcome {
    let mut plan = Plan::default();
    let mut port = 8080;
    let mut watching = true;
    let go = arguments::read("serve", HELP, words, |option, parser| {
        match option {
            "content" => plan.content = arguments::folder(parser)?,
            "port" => port = arguments::parsed(parser, "a port number from 0 to 65535")?,
            "no-watch" => watching = false,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !go {
        return Ok(());
    }
    // Both can be refused, and that is better said before a long build than after it.
    let listener = server::listen(port)?;
    arguments::require_content(&plan.content)?;
    let site = server::site(plan.out.clone());
    if !watching {
        plan.build()?;
        let running = server::start(listener, site)?;
        println!("{}", running.url());
        loop {
            std::thread::park();
        }
    }
    // The watch begins before the build, so that a change during the build is not missed.
    let watch = Watch::start(&project::root(), &plan.content)?;
    let mut prerender = plan.build()?;
    let reload = Arc::new(Reload::new());
    let running = server::start(listener, reload.around(site))?;
    println!("{}", running.url());
    while let Some(change) = watch.next() {
        let started = Instant::now();
        let done = match change {
            Change::Pages => plan.render(&prerender),
            Change::Programs => plan.build().map(|fresh| prerender = fresh),
        };
        match done {
            Ok(()) => {
                reload.ring();
                eprintln!("updated in {}", progress::seconds(started.elapsed()));
            }
            Err(failure) => eprintln!("error: {failure}"),
        }
    }
    Ok(())
}
