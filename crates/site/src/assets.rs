//! The engine, fonts and scripts of a site, under the names that its pages give them.

use crate::kit::{ENGINE, FONTS, PUBLIC};
use crate::output::Output;
use crate::{Error, Kit};

/// The script for pages of others. Its name is part of what they write, so it has no digest.
pub(crate) const ELEMENT: &str = "partnership-briefing.js";

/// The worker. It stands at the root, since a worker rules over its folder, and keeps its name, since
/// that is how a browser finds a newer one.
pub(crate) const WORKER: &str = "offline.js";

/// What stands there in a site that is not kept.
const FAREWELL: &str = "farewell.js";

/// The names of the engine's files.
#[derive(Clone, Debug)]
pub(super) struct Engine {
    /// The glue.
    pub script: String,
    /// The engine.
    pub wasm: String,
}

/// A web font as it stands in the site.
#[derive(Clone, Debug)]
pub(super) struct Font {
    /// Its weight, 400 or 600.
    pub weight: u16,
    /// Its file.
    pub file: String,
}

/// Our own scripts by their plain names.
#[derive(Clone, Debug, Default)]
pub(super) struct Scripts {
    /// Wakes the page.
    pub boot: String,
    /// Makes a file of what is shown, when it is asked for.
    pub take: String,
    /// Shows the panel for sharing, when it is asked for.
    pub share: String,
    /// Makes slides of what is shown, when they are asked for.
    pub deck: String,
    /// Sets the theme before the page is drawn.
    pub theme: String,
    /// Tells the page around a frame how high its content is.
    pub frame: String,
    /// Has the briefing kept on the device when the page rests; as it is written, since not every
    /// site is kept.
    pub keep: String,
    /// What keeps it there, as it is written; the list of the files is put before it.
    pub offline: String,
    /// What stands in its place in a site that is not kept, as it is written.
    pub farewell: String,
    /// Shows one slide at a time.
    pub present: String,
    /// Makes frames on pages of others, as it is written; what it knows of the site is put into it.
    pub element: String,
}

/// Copies the engine under names of our own: Trunk's digests vary in length, and were made before the script
/// was shortened.
pub(crate) fn engine(kit: &Kit, output: &Output) -> Result<Engine, Error> {
    let copied = |ending: &str| {
        let found = kit.folder(ENGINE).find(|(name, _)| name.ends_with(&format!(".{ending}")));
        let (_, bytes) = found.ok_or_else(|| Error::new(format!("the kit of the site has no engine.{ending}")))?;
        output.hashed("engine", ending, bytes)
    };
    Ok(Engine { script: copied("js")?, wasm: copied("wasm")? })
}

/// Copies the web fonts that the stylesheet knows, if there are any.
pub(crate) fn fonts(kit: &Kit, output: &Output) -> Result<Vec<Font>, Error> {
    if !kit.has(FONTS) {
        return Ok(Vec::new());
    }
    let font = |weight: u16| {
        let stem = format!("source-serif-4-latin-{weight}-normal");
        let file = output.hashed(&format!("fonts/{stem}"), "woff2", kit.bytes(&format!("{FONTS}/{stem}.woff2"))?)?;
        Ok(Font { weight, file })
    };
    [400, 600].into_iter().map(font).collect()
}

/// Copies the public files; our own scripts get a digest.
pub(crate) fn public(kit: &Kit, output: &Output) -> Result<Scripts, Error> {
    let mut scripts = Scripts::default();
    for (name, bytes) in kit.folder(PUBLIC) {
        let script = lean(bytes);
        let text = || String::from_utf8_lossy(&script).into_owned();
        match name {
            "boot.js" => scripts.boot = output.hashed("boot", "js", &script)?,
            "deck.js" => scripts.deck = output.hashed("take/deck", "js", &script)?,
            "frame.js" => scripts.frame = output.hashed("frame", "js", &script)?,
            "keep.js" => scripts.keep = text(),
            ELEMENT => scripts.element = text(),
            FAREWELL => scripts.farewell = text(),
            WORKER => scripts.offline = text(),
            "present.js" => scripts.present = output.hashed("present", "js", &script)?,
            "share.js" => scripts.share = output.hashed("share", "js", &script)?,
            "take.js" => scripts.take = output.hashed("take/script", "js", &script)?,
            "theme.js" => scripts.theme = output.hashed("theme", "js", &script)?,
            _ => output.write(name, bytes)?,
        }
    }
    Ok(scripts)
}

/// A script without its indentation and the lines that are comments, which are for authors. None of ours
/// has a text that goes over several lines.
fn lean(script: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn a_script_loses_its_comments_and_keeps_its_lines() {
        let script = b"// Why.\nconst a = \"//\"; // kept\n\n  // Why.\n  b();\n";
        assert_eq!(lean(script), b"const a = \"//\"; // kept\nb();\n");
    }
}
