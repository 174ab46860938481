//! The executable `briefing`, for whoever writes a briefing: neither Rust nor Node is needed.
//!
//! Each command is one file. What a site is made of is the crate `site`; what may be said in a content file
//! is the crate `briefing`.

mod arguments;
mod build;
mod check;
mod content;
mod error;
mod kit;
mod new;
mod serve;
mod terminal;
mod verify;

use error::Error;
use std::ffi::OsString;
use std::process::ExitCode;

const HELP: &str = "\
briefing: a page of claims, each traced to the paragraph that says so

Usage: briefing <command> [options]

Commands
  new DIR          write a small, complete example to begin with
  serve [DIR]      show the briefing in a browser, and every saved change
  check [DIR]      list every mistake in the content
  verify SOURCES   compare every claim with the source texts
  build [DIR]      write the static site, ready for any host

DIR is the folder of the briefing, with briefing.toml in it or in its folder `content`; without it, the
folder you are in. `briefing <command> --help` tells the options of a command.

  -h, --help       this text
  -V, --version    the version

Exit status: 0 done; 1 the content has mistakes or a file could not be used; 2 wrong usage.";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::warn(format_args!("error: {error}"));
            ExitCode::from(error.status())
        }
    }
}

fn run(mut words: Vec<OsString>) -> Result<(), Error> {
    if words.is_empty() {
        return Err(Error::usage("a command is missing: new, serve, check, verify or build", None));
    }
    let rest = words.split_off(1);
    let command = words.pop().unwrap_or_default();
    match command.to_str() {
        Some("new") => new::command(rest),
        Some("serve") => serve::command(rest),
        Some("check") => check::command(rest),
        Some("verify") => verify::command(rest),
        Some("build") => build::command(rest),
        Some("help" | "--help" | "-h") => {
            terminal::say(HELP);
            Ok(())
        }
        Some("--version" | "-V") => {
            terminal::say(format_args!("briefing {}", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        _ => Err(Error::usage(
            format!(
                "there is no command `{}`: the commands are new, serve, check, verify and build",
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
        run(words.iter().map(OsString::from).collect()).map_or_else(|error| error.status(), |()| 0)
    }

    #[test]
    fn wrong_usage_is_status_two() {
        for words in [
            &[][..],
            &["biuld"],
            &["build", "--wat"],
            &["build", "one", "two"],
            &["build", "--out"],
            &["build", "--site-url", "example.org"],
            &["serve", "--port", "seventy"],
            &["verify"],
            &["new"],
        ] {
            assert_eq!(status(words), 2, "{words:?}");
        }
    }

    #[test]
    fn every_command_has_help() {
        for command in ["new", "serve", "check", "verify", "build"] {
            assert_eq!(status(&[command, "--help"]), 0, "{command}");
        }
        assert_eq!(status(&["--help"]), 0);
        assert_eq!(status(&["--version"]), 0);
    }

    #[test]
    fn a_folder_without_content_is_status_one() {
        assert_eq!(status(&["check", "no-such-folder"]), 1);
        let empty = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(status(&["check", &empty.path().to_string_lossy()]), 1);
    }
}
