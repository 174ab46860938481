//! What every site is made with, whatever its content: the engine, the page around the views, styles,
//! scripts, fonts, and the library for slides.

use crate::Error;
use crate::files;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The engine as Trunk left it: its script, its wasm, and the page around the views.
pub const ENGINE: &str = "engine";
/// The stylesheets.
pub const STYLE: &str = "style";
/// Our own scripts, and files that are copied as they are.
pub const PUBLIC: &str = "public";
/// The web fonts of the page; without them it is set in fallback fonts.
pub const FONTS: &str = "fonts";
/// The web fonts of still pictures; without them there is no PNG.
pub const PICTURE_FONTS: &str = "picture-fonts";
/// The packages of the library for slides; without them no slides can be downloaded.
pub const SLIDES: &str = "slides";

/// The files, by their paths with forward slashes. The first part of a path is one of the constants above.
#[derive(Clone, Debug, Default)]
pub struct Kit {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Kit {
    /// Reads all files below a folder.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        ["", ENGINE].iter().try_for_each(|part| {
            let folder = folder.join(part);
            folder.read_dir().map(drop).map_err(|error| Error::file("read the kit", &folder, &error))
        })?;
        Self::default().with_folder("", folder)
    }

    /// Takes the files as they are, such as those that are part of a program.
    pub fn from_files(files: impl IntoIterator<Item = (String, &'static [u8])>) -> Self {
        Self { files: files.into_iter().map(|(path, bytes)| (path, Cow::Borrowed(bytes))).collect() }
    }

    /// Adds all files below a folder under a path.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn with_folder(mut self, path: &str, folder: &Path) -> Result<Self, Error> {
        for file in files::below(folder)? {
            let below = files::relative(&file, folder);
            let path = if path.is_empty() { below } else { format!("{path}/{below}") };
            let bytes = fs::read(&file).map_err(|error| Error::file("read", &file, &error))?;
            self.files.insert(path, Cow::Owned(bytes));
        }
        Ok(self)
    }

    /// A file.
    pub(crate) fn bytes(&self, path: &str) -> Result<&[u8], Error> {
        let found = self.files.get(path).map(AsRef::as_ref);
        found.ok_or_else(|| Error::new(format!("the kit of the site has no {path}")))
    }

    /// A file of text.
    pub(crate) fn text(&self, path: &str) -> Result<&str, Error> {
        std::str::from_utf8(self.bytes(path)?).map_err(|error| Error::new(format!("{path} is no text: {error}")))
    }

    /// The files that stand in a folder, in order: their names and what is in them. Hidden files and those
    /// of folders inside it are left out.
    pub(crate) fn folder(&self, folder: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let prefix = format!("{folder}/");
        self.files.iter().filter_map(move |(path, bytes)| {
            let name = path.strip_prefix(&prefix)?;
            (!name.contains('/') && !name.starts_with('.')).then_some((name, bytes.as_ref()))
        })
    }

    /// Whether it has anything in a folder, at any depth.
    pub(crate) fn has(&self, folder: &str) -> bool {
        let prefix = format!("{folder}/");
        self.files.keys().any(|path| path.starts_with(&prefix))
    }
}
