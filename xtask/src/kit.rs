//! The kit of the sites: engine, styles, scripts, fonts and the library for slides in one folder, from which
//! the executable takes them, or which is put into it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::engine;
use crate::error::{Error, Result};
use crate::files;
use crate::project;
use crate::tools;

/// Brings the kit up to date and says where it is.
///
/// Without npm or network fonts and library are left out: pages are then set in fallback fonts and offer no
/// slides, the still pictures are there as SVG alone, and everything else is the same.
pub(crate) fn assemble() -> Result<PathBuf> {
    gather(|what, failure| {
        eprintln!("note: {what}, because {failure}");
        Ok(())
    })
}

/// The same, and nothing may be left out.
pub(crate) fn complete() -> Result<PathBuf> {
    gather(|_, failure| Err(failure))
}

/// Brings what is edited by hand up to date in a kit that is there.
pub(crate) fn refresh(kit: &Path) -> Result {
    for part in ["style", "public"] {
        mirror(&all(&project::root().join(part))?, &kit.join(part))?;
    }
    Ok(())
}

fn gather(missing: impl Fn(&str, Error) -> Result) -> Result<PathBuf> {
    let kit = project::target().join("kit");
    mirror(&all(&engine::build()?)?, &kit.join("engine"))?;
    refresh(&kit)?;
    let parts: [Part; 3] = [
        ("fonts", "pages will use fallback fonts", page_fonts),
        ("picture-fonts", "there will be no PNG of the pictures", picture_fonts),
        ("slides", "slides cannot be downloaded from the page", slides),
    ];
    for (part, without, files) in parts {
        match files() {
            Ok(files) => mirror(&files, &kit.join(part))?,
            Err(failure) => {
                missing(without, failure)?;
                mirror(&[], &kit.join(part))?;
            }
        }
    }
    Ok(kit)
}

/// A part of the kit, how pages are without it, and where its files are.
type Part = (&'static str, &'static str, fn() -> Result<Vec<File>>);

/// A file, and its path in a part of the kit.
type File = (PathBuf, PathBuf);

fn all(folder: &Path) -> Result<Vec<File>> {
    let named = |file: PathBuf| (file.clone(), file.strip_prefix(folder).unwrap_or(&file).to_owned());
    Ok(files::below(folder)?.into_iter().map(named).collect())
}

fn by_name(files: impl IntoIterator<Item = PathBuf>) -> Vec<File> {
    files.into_iter().filter_map(|file| Some((file.clone(), file.file_name()?.into()))).collect()
}

fn page_fonts() -> Result<Vec<File>> {
    let folder = tools::fonts()?;
    Ok(by_name([400, 600].map(|weight| folder.join(format!("source-serif-4-latin-{weight}-normal.woff2")))))
}

fn picture_fonts() -> Result<Vec<File>> {
    Ok(by_name(tools::picture_fonts()?))
}

/// The library with what it is made of, and the licences of all of it.
const SLIDES: [&str; 8] = [
    "pptxgenjs/LICENSE",
    "pptxgenjs/dist/pptxgen.min.js",
    "jszip/LICENSE.markdown",
    "jszip/dist/jszip.min.js",
    "pako/LICENSE",
    "lie/license.md",
    "immediate/LICENSE.txt",
    "setimmediate/LICENSE.txt",
];

fn slides() -> Result<Vec<File>> {
    let packages = tools::deck()?;
    Ok(SLIDES.iter().map(|file| (packages.join(file), PathBuf::from(file))).collect())
}

/// Makes a folder hold these files and no others. A file that is the same is left alone, so that whoever
/// follows the folder is not disturbed.
fn mirror(files: &[File], folder: &Path) -> Result {
    for old in files::below(folder)? {
        if !files.iter().any(|(_, name)| old == folder.join(name)) {
            fs::remove_file(&old).map_err(|error| Error::file("remove", &old, &error))?;
        }
    }
    for (file, name) in files {
        let bytes = fs::read(file).map_err(|error| Error::file("read", file, &error))?;
        let copy = folder.join(name);
        if fs::read(&copy).is_ok_and(|old| old == bytes) {
            continue;
        }
        let written = copy.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&copy, bytes));
        written.map_err(|error| Error::file("write", &copy, &error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{all, mirror};
    use crate::scratch::Scratch;
    use std::fs;

    #[test]
    fn a_mirror_has_what_is_there_now_and_nothing_else() {
        let place = Scratch::new("mirror");
        let (from, to) = (place.join("from"), place.join("to"));
        fs::create_dir_all(from.join("view")).unwrap();
        fs::write(from.join("view/card.css"), "one").unwrap();
        fs::write(from.join("base.css"), "one").unwrap();
        mirror(&all(&from).unwrap(), &to).unwrap();
        let first = fs::metadata(to.join("base.css")).unwrap().modified().unwrap();
        fs::remove_file(from.join("view/card.css")).unwrap();
        fs::write(from.join("view/bar.css"), "two").unwrap();
        mirror(&all(&from).unwrap(), &to).unwrap();
        assert!(!to.join("view/card.css").exists() && to.join("view/bar.css").is_file());
        assert_eq!(fs::metadata(to.join("base.css")).unwrap().modified().unwrap(), first, "left alone");
    }
}
