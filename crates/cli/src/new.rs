//! `briefing new`: a small, complete example to begin with.

use crate::error::Error;
use crate::{arguments, terminal};
use include_dir::{Dir, DirEntry, include_dir};
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

const HELP: &str = "\
Usage: briefing new DIR

Writes a small, complete briefing with comments into DIR, which must be empty or not be there yet, and
beside it the schemas by which editors offer fields and underline mistakes.";

/// The example, which the tests of the project use as well.
static EXAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../examples/valleys");

/// Where the schemas go, and the file by which editors find them.
const SCHEMAS: &str = ".schemas";
const TAPLO: &str = ".taplo.toml";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result<(), Error> {
    let Some(folder) = arguments::read("new", HELP, words, |_, _| Ok(false))? else { return Ok(()) };
    let folder = folder.ok_or_else(|| Error::usage("the folder of the new briefing is missing", Some("new")))?;
    require_empty(&folder)?;
    write_all(&EXAMPLE, &folder)?;
    for (name, text) in briefing::load::editors::schemas() {
        write(&folder.join(SCHEMAS).join(name), text.as_bytes())?;
    }
    write(&folder.join(TAPLO), briefing::load::editors::taplo_rules(&[""], SCHEMAS).trim_start().as_bytes())?;
    let shown = folder.display();
    terminal::say(format_args!("a briefing of two valleys is in {shown}; `briefing serve {shown}` shows it"));
    Ok(())
}

fn require_empty(folder: &Path) -> Result<(), Error> {
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(Error::file("use", folder, &error)),
    };
    if is_empty {
        return Ok(());
    }
    let shown = folder.display();
    Err(Error::new(format!("{shown} is not empty, and nothing in it is overwritten; name another folder")))
}

fn write_all(dir: &Dir, folder: &Path) -> Result<(), Error> {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => write_all(dir, folder)?,
            DirEntry::File(file) => write(&folder.join(file.path()), file.contents())?,
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| Error::file("write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::{SCHEMAS, TAPLO, command};
    use std::fs;

    #[test]
    fn a_new_briefing_has_no_mistakes_and_overwrites_nothing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let folder = place.path().join("vallées 日本 here");
        command(vec![folder.clone().into()]).expect("a new briefing");
        briefing::load::compile_dir(&folder).map_err(|report| report.render(false)).expect("no mistakes");
        let rules = fs::read_to_string(folder.join(TAPLO)).expect("rules for editors");
        for line in rules.lines().filter_map(|line| line.strip_prefix("schema.path = ")) {
            assert!(folder.join(line.trim_matches('"')).is_file(), "{line}");
        }
        assert!(folder.join(SCHEMAS).is_dir());
        fs::write(folder.join("briefing.toml"), "mine").expect("a file");
        assert!(command(vec![folder.clone().into()]).is_err());
        assert_eq!(fs::read_to_string(folder.join("briefing.toml")).expect("a file"), "mine");
    }
}
