//! `cargo xtask dist`: the executable `briefing` with everything inside, for authors.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments;
use crate::build::Plan;
use crate::error::{Error, Result};
use crate::executable;
use crate::files;
use crate::kit;
use crate::process;
use crate::project;

const HELP: &str = "\
cargo xtask dist

Writes target/dist/briefing: the executable for authors, with engine, styles, scripts, fonts and the library
for slides inside. It needs nothing else.";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result {
    if arguments::read("dist", HELP, words, |_, _| Ok(false))? {
        let program = write()?;
        let size = fs::metadata(&program).map_err(|error| Error::file("read", &program, &error))?.len();
        println!("{} ({} MB)", project::shown(&program), size.div_ceil(1_000_000));
    }
    Ok(())
}

/// Builds the executable, and says where it is.
pub(crate) fn write() -> Result<PathBuf> {
    executable::with_kit(&kit::complete()?)
}

/// Uses the executable as an author does: with nothing but itself, in an empty folder. The sites that it
/// writes are those of the checkout, file by file.
pub(crate) fn test() -> Result {
    let place = project::notes().join("author");
    drop(fs::remove_dir_all(&place));
    let home = place.join("home");
    fs::create_dir_all(&home).map_err(|error| Error::file("create", &home, &error))?;
    let program = place.join(executable::name());
    fs::copy(write()?, &program).map_err(|error| Error::file("write", &program, &error))?;
    let content = project::root().join("content");
    let alone = |words: &[&Path]| run_alone(&program, &place, &home, words);
    let word = Path::new;
    alone(&[word("new"), word("valleys")])?;
    alone(&[word("check"), word("valleys")])?;
    alone(&[word("verify"), word("valleys/texts"), word("--content"), word("valleys")])?;
    for (folder, name) in [(place.join("valleys"), "small"), (content, "real")] {
        alone(&[word("build"), &folder, word("--out"), word(name), word("--single")])?;
        let out = place.join(format!("{name}-checkout"));
        Plan { content: folder, out: out.clone(), packed: true, single: true, offline: true }.build()?;
        require_same(&place.join(name), &out)?;
    }
    Ok(())
}

/// Runs the executable without PATH, home and, where the system has a word for that, network.
fn run_alone(program: &Path, place: &Path, home: &Path, words: &[&Path]) -> Result {
    let unshare = process::on_path("unshare").filter(|unshare| {
        process::first_line(Command::new(unshare).args(["--net", "echo", "yes"])).is_some_and(|line| line == "yes")
    });
    let mut command = match unshare {
        Some(unshare) => {
            let mut command = Command::new(unshare);
            command.arg("--net").arg(program);
            command
        }
        None => Command::new(program),
    };
    command.args(words).current_dir(place).env_clear().env("PATH", "").env("HOME", home);
    match process::status(&mut command)? {
        0 => Ok(()),
        status => Err(Error::told(status)),
    }
}

fn require_same(one: &Path, other: &Path) -> Result {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let below = files::below(folder)?;
        Ok(below.iter().map(|file| file.strip_prefix(folder).unwrap_or(file).to_owned()).collect())
    };
    let (own, others) = (names(one)?, names(other)?);
    let differs = own.iter().find(|name| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok());
    match differs.or_else(|| others.iter().find(|name| !own.contains(name))) {
        None => {
            println!("{}: {} files, the same as those of the checkout", project::shown(one), own.len());
            Ok(())
        }
        Some(name) => Err(Error::new(format!("{} is not the same with and without a checkout", name.display()))),
    }
}

#[cfg(test)]
mod tests {
    use super::require_same;
    use crate::scratch::Scratch;
    use std::fs;

    #[test]
    fn a_difference_is_found_on_either_side() {
        let place = Scratch::new("same");
        let (one, other) = (place.join("one"), place.join("other"));
        for folder in [&one, &other] {
            fs::create_dir_all(folder.join("embed")).unwrap();
            fs::write(folder.join("embed/a.html"), "a").unwrap();
        }
        require_same(&one, &other).unwrap();
        fs::write(other.join("b.html"), "b").unwrap();
        assert!(require_same(&one, &other).is_err() && require_same(&other, &one).is_err());
        fs::write(one.join("b.html"), "c").unwrap();
        assert!(require_same(&one, &other).is_err());
    }
}
