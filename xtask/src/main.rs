//! What developers do: `cargo xtask serve`, `build`, `test`, `dist` and the others.
//!
//! Each command is one file that says what happens in which order; the shared parts are named after what they
//! are. Reading order: `serve`, `build`, `executable`, `kit`, `engine`, `test`, `tools`. What authors do is the
//! crate `briefing-cli`, which `serve`, `build`, `check` and `verify` run with the engine of this checkout.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks through its standard streams"
)]

mod arguments;
mod bench;
mod brotli;
mod build;
mod dist;
mod driver;
mod e2e;
mod engine;
mod error;
mod executable;
mod files;
mod globe;
mod hosts;
mod kit;
mod process;
mod project;
#[cfg(test)]
mod scratch;
mod screen;
mod selection;
mod serve;
mod sizes;
mod test;
mod test_sites;
mod tidy;
mod tools;

use std::ffi::OsString;
use std::process::ExitCode;

use error::{Error, Result};

const HELP: &str = "\
cargo xtask <command>

Commands
  serve   build the briefing, show it in a browser, and follow every saved file, the source included
  build   write the static site, ready for any host
  check   list every mistake in the content
  verify  compare every claim with the source texts
  test    everything that must hold: format, lints, unit, wasm and browser tests
  dist    write the executable `briefing` for authors, with everything inside
  globe   draw the land of the globe anew, after its centre has changed
  bench   measure the page beside a plain static page, and with Lighthouse

`cargo xtask <command> --help` tells the options of a command; serve, build, check and verify take those of
`briefing`. What is missing (wasm target, Trunk, wasm-bindgen, wasm-opt) is fetched once and kept for all
checkouts in one folder, which BRIEFING_TOOLS_DIR can move.

Exit status: 0 done; 1 the content, a test or the environment failed; 2 wrong usage.";

const COMMANDS: &str = "serve, build, check, verify, test, dist, globe and bench";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn run(mut words: Vec<OsString>) -> Result {
    if words.is_empty() {
        return Err(Error::usage(format!("a command is missing; there are {COMMANDS}"), None));
    }
    let rest = words.split_off(1);
    let command = words.pop().unwrap_or_default();
    match command.to_str() {
        // Who asks what can be asked wants to wait for nothing.
        Some(name @ ("serve" | "build")) if rest.iter().any(|word| word == "--help" || word == "-h") => {
            build::plain(name, &rest)
        }
        Some("serve") => serve::command(&rest),
        Some("build") => build::build(&rest),
        Some(name @ ("check" | "verify")) => build::plain(name, &rest),
        Some("test") => test::command(rest),
        Some("dist") => dist::command(rest),
        Some("globe") => globe::command(rest),
        Some("bench") => bench::command(rest),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(Error::usage(
            format!("there is no command `{}`: there are {COMMANDS}", command.to_string_lossy()),
            None,
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(words: &[&str]) -> u8 {
        match run(words.iter().map(OsString::from).collect()) {
            Ok(()) => 0,
            Err(failure) => failure.status(),
        }
    }

    #[test]
    fn wrong_usage_is_status_two() {
        assert_eq!(status(&[]), 2);
        assert_eq!(status(&["biuld"]), 2);
        assert_eq!(status(&["dist", "--wat"]), 2);
        assert_eq!(status(&["test", "--only", "everything"]), 2);
        assert_eq!(status(&["globe", "--center"]), 2);
        assert_eq!(status(&["bench", "--rounds", "0"]), 2);
        assert_eq!(status(&["bench", "--only", "everything"]), 2);
        assert_eq!(status(&["bench", "--site", "dist", "--entries", "100"]), 2);
    }

    #[test]
    fn every_command_has_help() {
        for command in ["test", "dist", "globe", "bench"] {
            assert_eq!(status(&[command, "--help"]), 0, "{command}");
        }
        assert_eq!(status(&["--help"]), 0);
    }
}
