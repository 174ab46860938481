//! `briefing check`: the content only, every mistake at once.

use crate::error::{Error, counted};
use crate::{arguments, content, terminal};
use briefing::check::paragraphs::Account;
use std::ffi::OsString;

const HELP: &str = "\
Usage: briefing check [DIR]

Reads and checks the content files and lists every mistake at once, with file, line, column and a hint.
Builds nothing.";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result<(), Error> {
    let Some(folder) = arguments::read("check", HELP, words, |_, _| Ok(false))? else { return Ok(()) };
    let content = content::folder(folder)?;
    let briefings = briefing::load::compile_dir(&content).map_err(|report| {
        let mistakes = counted(report.count(), "error");
        terminal::warn(report.render(terminal::has_colors()).trim_end());
        Error::new(format!("the content has {mistakes}"))
    })?;
    let commitments = briefings.first().map_or(0, |briefing| briefing.catalogue.commitments.len());
    terminal::say(format_args!(
        "content: {}, {}, no errors",
        counted(commitments, "commitment"),
        counted(briefings.len(), "language")
    ));
    for account in briefing::load::accounts(&content).unwrap_or_default() {
        let Account { code, paragraphs, cited, boilerplate } = account;
        terminal::say(format_args!("  {code}: {paragraphs} paragraphs, {cited} cited, {boilerplate} boilerplate"));
    }
    Ok(())
}
