//! The files of a site beside its pages. Names carry a digest of the content, so that a host may
//! keep them for ever and a page never mixes two versions.

use super::{embed, integrity, offline};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// The folder a site is written into.
pub(super) struct Output {
    folder: PathBuf,
    /// What has been written, by its name.
    written: Mutex<BTreeSet<String>>,
}

impl Output {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, written: Mutex::new(BTreeSet::new()) }
    }

    /// Writes a file, making its folders.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.folder.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        self.names_now().insert(name.to_owned());
        Ok(())
    }

    /// Pictures are written side by side; who fails there has said so, and the names are still right.
    fn names_now(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The names of the files that have been written, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        self.names_now().iter().cloned().collect()
    }

    /// A file of the site, as it was written.
    pub(super) fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        read(&self.folder.join(name))
    }

    /// Whether the name is that of a file of the site which is no page.
    pub(super) fn has(&self, name: &str) -> bool {
        // Most of what attributes say is no name, and the disk need not be asked.
        let is_name = |sign: u8| sign.is_ascii_alphanumeric() || b"-_./".contains(&sign);
        let ending = Path::new(name).extension();
        name.bytes().all(is_name) && ending.is_some_and(|ending| ending != "html") && self.folder.join(name).is_file()
    }

    /// The digest of a file of the site, for the browser to compare with what arrives.
    pub(super) fn integrity(&self, name: &str) -> Result<String, String> {
        self.read(name).map(|bytes| integrity::of(&bytes))
    }

    /// Writes a file under a name with a digest, and says that name.
    pub(super) fn hashed(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, String> {
        let name = format!("{stem}-{}.{ending}", integrity::short(bytes));
        self.write(&name, bytes)?;
        Ok(name)
    }

    /// Copies a file, under a name with a digest, and says that name.
    pub(super) fn copied(&self, file: &Path, stem: &str, ending: &str) -> Result<String, String> {
        self.hashed(stem, ending, &read(file)?)
    }

    /// Copies the engine under names of our own: Trunk's digests vary in length, and were made before
    /// the script was shortened.
    pub(super) fn engine(&mut self, folder: &Path) -> Result<Engine, String> {
        let files = files(folder)?;
        let named = |ending: &str| {
            let found = files.iter().find(|name| name.ends_with(ending)).cloned();
            found.ok_or_else(|| format!("there is no {ending} file in {}", folder.display()))
        };
        let copied = |ending: &str| self.copied(&folder.join(named(&format!(".{ending}"))?), "engine", ending);
        Ok(Engine { script: copied("js")?, wasm: copied("wasm")? })
    }

    /// Copies the web fonts that the stylesheet knows.
    pub(super) fn fonts(&mut self, folder: &Path) -> Result<Vec<Font>, String> {
        let font = |weight: u16| {
            let stem = format!("source-serif-4-latin-{weight}-normal");
            let file = self.hashed(&format!("fonts/{stem}"), "woff2", &read(&folder.join(format!("{stem}.woff2")))?)?;
            Ok(Font { weight, file })
        };
        [400, 600].into_iter().map(font).collect()
    }

    /// Copies the public files; our own scripts get a digest.
    pub(super) fn public(&mut self, folder: &Path) -> Result<Scripts, String> {
        let mut scripts = Scripts::default();
        for name in files(folder)? {
            let bytes = read(&folder.join(&name))?;
            let script = lean(&bytes);
            let text = || String::from_utf8_lossy(&script).into_owned();
            match name.as_str() {
                "boot.js" => scripts.boot = self.hashed("boot", "js", &script)?,
                "deck.js" => scripts.deck = self.hashed("take/deck", "js", &script)?,
                "frame.js" => scripts.frame = self.hashed("frame", "js", &script)?,
                "keep.js" => scripts.keep = text(),
                embed::ELEMENT => scripts.element = text(),
                offline::FAREWELL => scripts.farewell = text(),
                offline::WORKER => scripts.offline = text(),
                "present.js" => scripts.present = self.hashed("present", "js", &script)?,
                "share.js" => scripts.share = self.hashed("share", "js", &script)?,
                "take.js" => scripts.take = self.hashed("take/script", "js", &script)?,
                "theme.js" => scripts.theme = self.hashed("theme", "js", &script)?,
                _ => self.write(&name, &bytes)?,
            }
        }
        Ok(scripts)
    }
}

/// A script without its indentation and the lines that are comments, which are for authors. None of ours
/// has a text that goes over several lines.
fn lean(script: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

fn files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    Ok(names)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
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
