//! `cargo xtask check`: the content only, every error at once.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::Path;

use crate::arguments;
use crate::failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask check [--content DIR]

Reads and checks the content files and reports every error at once, with file, line, column and
a hint. Builds nothing.

  --content DIR   the briefing's content files (default: content)";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Outcome {
    let mut content = arguments::default_content();
    let go = arguments::read("check", HELP, words, |option, parser| {
        match option {
            "content" => content = arguments::folder(parser)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if go { check(&content) } else { Ok(()) }
}

/// Checks the content in a folder and prints what was found.
pub(crate) fn check(content: &Path) -> Outcome {
    arguments::require_content(content)?;
    match briefing::load::compile_dir(content) {
        Ok(briefings) => {
            let commitments = briefings.first().map_or(0, |briefing| briefing.catalogue.commitments.len());
            println!(
                "content: {}, {}, no errors",
                counted(commitments, "commitment"),
                counted(briefings.len(), "language")
            );
            for account in briefing::load::accounts(content).unwrap_or_default() {
                let briefing::check::paragraphs::Account { code, paragraphs, cited, boilerplate } = account;
                println!("  {code}: {paragraphs} paragraphs, {cited} cited, {boilerplate} boilerplate");
            }
            Ok(())
        }
        Err(report) => {
            let stderr = std::io::stderr();
            let color = stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none();
            eprintln!("{}", report.render(color).trim_end());
            Err(Failure::new(format!("the content has {}", counted(report.count(), "error"))))
        }
    }
}

fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "language"), "1 language");
        assert_eq!(counted(0, "error"), "0 errors");
        assert_eq!(counted(47, "commitment"), "47 commitments");
    }
}
