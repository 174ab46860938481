//! `briefing build`: the static site, ready for any host.

use crate::error::Error;
use crate::{arguments, content, kit, terminal};
use progress::Step;
use site::Options;
use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

const HELP: &str = "\
Usage: briefing build [DIR] [--out DIR] [--site-url URL] [--single] [--no-offline]

Writes the static site: complete pages, their data, and the engine that wakes them up, with the compressed
forms that hosts send, and the headers for hosts that read them from a file. The previous site stays as it
was until the new one is complete.

  --out DIR        where the site goes (default: dist)
  --site-url URL   the address where it will be published, for links that must be absolute
  --single         also write each language as one file that opens from a disk, in single/
  --no-offline     browsers do not keep the site for when there is no network, and forget what an earlier
                   version had them keep
  --kit DIR        take engine, styles, scripts and fonts from a folder, as developers do
  --draft          write no compressed forms and no headers";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result<(), Error> {
    let mut options = Options { offline: true, hosted: true, ..Options::default() };
    let mut out = PathBuf::from("dist");
    let mut kit_folder = None;
    let read = arguments::read("build", HELP, words, |option, parser| {
        match option {
            "out" => out = arguments::folder(parser)?,
            "site-url" => options.site_url = Some(arguments::parsed::<Address>(parser, ADDRESS)?.0),
            "single" => options.single = true,
            "no-offline" => options.offline = false,
            "draft" => options.hosted = false,
            "kit" => kit_folder = Some(arguments::folder(parser)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(folder) = read else { return Ok(()) };
    let content = content::folder(folder)?;
    let kit = kit::load(kit_folder.as_deref())?;
    let step = Step::start("building the site");
    site::build(&content, &kit, &options, &out)?;
    step.done();
    terminal::say(format_args!("the site is in {}", out.display()));
    Ok(())
}

const ADDRESS: &str = "an address that begins with http:// or https://";

/// The address of a published site.
struct Address(String);

impl FromStr for Address {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).ok_or(())?;
        let plain = host.chars().all(|sign| sign.is_ascii_graphic() && !"\"<>\\".contains(sign));
        if plain && !host.is_empty() && !host.starts_with('/') { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn a_site_address_is_checked() {
        let good = |text: &str| text.parse::<Address>().is_ok();
        assert!(good("https://example.org/briefing/"));
        assert!(good("http://127.0.0.1:8080"));
        for wrong in ["example.org", "https://", "https:///path", "https://example.org/\"><script>"] {
            assert!(!good(wrong), "{wrong}");
        }
    }
}
