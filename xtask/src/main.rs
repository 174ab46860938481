//! The project's commands: `cargo xtask serve`, `build`, `test`, `check`, `verify` and
//! `bench`.
//!
//! Each command is one file that says what happens in which order; the shared parts are named
//! after what they are. Reading order: `serve`, `build`, `engine`, `prerender`, `staging`,
//! `server`, `watch`, `test`, `tools`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks through its standard streams"
)]

mod arguments;
mod bench;
mod build;
mod check;
mod driver;
mod e2e;
mod engine;
mod failure;
mod files;
mod globe;
mod hosting;
mod hosts;
mod pack;
mod prerender;
mod process;
mod progress;
mod project;
#[cfg(test)]
mod scratch;
mod screen;
mod selection;
mod serve;
mod server;
mod sizes;
mod staging;
mod test;
mod test_sites;
mod tidy;
mod tools;
mod verify;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask <command>

Commands
  serve   build the briefing, serve it on this machine, reload it when a file changes
  build   write the static site, ready for any host
  check   check the content only, in about a second
  verify  prove the content against the source texts
  globe   draw the land of the globe anew, after its centre has changed
  test    everything that must hold: format, lints, unit, wasm and browser tests
  bench   measure the page beside a plain static page, and with Lighthouse

`cargo xtask <command> --help` tells the options of a command.
What is missing (wasm target, Trunk, wasm-bindgen, wasm-opt) is fetched once and kept for all
checkouts in one folder, which BRIEFING_TOOLS_DIR can move.

Exit status: 0 done; 1 the content, a test or the environment failed; 2 wrong usage.";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn run(mut words: Vec<OsString>) -> Outcome {
    if words.is_empty() {
        return Err(Failure::usage("a command is missing: serve, build, test, check, verify, globe or bench", None));
    }
    let rest = words.split_off(1);
    let command = words.pop().unwrap_or_default();
    match command.to_str() {
        Some("serve") => serve::command(rest),
        Some("build") => build::command(rest),
        Some("test") => test::command(rest),
        Some("check") => check::command(rest),
        Some("verify") => verify::command(rest),
        Some("bench") => bench::command(rest),
        Some("globe") => globe::command(rest),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(Failure::usage(
            format!(
                "there is no command `{}`: the commands are serve, build, test, check, verify, globe and bench",
                command.to_string_lossy()
            ),
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
        assert_eq!(status(&["build", "--wat"]), 2);
        assert_eq!(status(&["build", "extra"]), 2);
        assert_eq!(status(&["build", "--out"]), 2);
        assert_eq!(status(&["serve", "--port", "seventy"]), 2);
        assert_eq!(status(&["test", "--only", "everything"]), 2);
        assert_eq!(status(&["check", "--content"]), 2);
        assert_eq!(status(&["verify"]), 2);
        assert_eq!(status(&["globe", "--center"]), 2);
        assert_eq!(status(&["bench", "--rounds", "0"]), 2);
        assert_eq!(status(&["bench", "--only", "everything"]), 2);
        assert_eq!(status(&["bench", "--site", "dist", "--entries", "100"]), 2);
    }

    #[test]
    fn every_command_has_help() {
        for command in ["serve", "build", "test", "check", "verify", "globe", "bench"] {
            assert_eq!(status(&[command, "--help"]), 0, "{command}");
        }
        assert_eq!(status(&["--help"]), 0);
    }

    #[test]
    fn a_content_folder_that_is_missing_is_status_one() {
        assert_eq!(status(&["check", "--content", "no-such-folder"]), 1);
    }
}
