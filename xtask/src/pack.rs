//! The compressed forms of a site's files, which hosts send in place of the files themselves.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Failure, Outcome};
use crate::files;

/// A form in which a host may send a file.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// What is added to the name of the file.
    pub(crate) ending: &'static str,
    pack: fn(&[u8]) -> std::io::Result<Vec<u8>>,
}

/// What nearly every browser takes.
pub(crate) const BROTLI: Form = Form { ending: "br", pack: brotli };

/// What everything else takes.
pub(crate) const GZIP: Form = Form { ending: "gz", pack: gzip };

/// What is packed already, and gains nothing.
const PACKED: [&str; 6] = ["woff2", "png", "webp", "jpg", "pptx", "pdf"];

/// What is carried away as it is, and the notes for the host itself.
const LEFT: [&str; 1] = [crate::hosting::HEADERS_FILE];

impl Form {
    /// The file in this form.
    pub(crate) fn of(self, file: &Path) -> PathBuf {
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(self.ending);
        name.into()
    }

    /// Writes the file in this form beside it.
    pub(crate) fn write(self, file: &Path, content: &[u8]) -> Outcome {
        (self.pack)(content)
            .and_then(|small| fs::write(self.of(file), small))
            .map_err(|error| Failure::file("compress", file, &error))
    }
}

/// Writes every form of every file in `site` that gains from it.
///
/// What `previous`, an older version of the site, has of a file that is still the same is taken
/// from there: the best level of compression takes seconds for a whole site.
pub(crate) fn pack(site: &Path, previous: &Path) -> Outcome {
    for file in files::below(site)?.into_iter().filter(|file| gains(file)) {
        let content = fs::read(&file).map_err(|error| Failure::file("read", &file, &error))?;
        let old = previous.join(file.strip_prefix(site).unwrap_or(&file));
        let same = fs::read(&old).is_ok_and(|old| old == content);
        for form in [BROTLI, GZIP] {
            let kept = same && fs::copy(form.of(&old), form.of(&file)).is_ok();
            if !kept {
                form.write(&file, &content)?;
            }
        }
    }
    Ok(())
}

/// Whether a file becomes smaller by packing.
pub(crate) fn gains(file: &Path) -> bool {
    let is = |endings: &[&str]| file.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending));
    let name = file.file_name().unwrap_or_default();
    let hidden = name.to_string_lossy().starts_with('.');
    let alone = file.parent().and_then(Path::file_name) == Some(OsStr::new(crate::hosting::SINGLE_FOLDER));
    !hidden && !alone && !is_packed(file) && !is(&PACKED) && !LEFT.iter().any(|left| name == *left)
}

/// Whether a file is a compressed form of another one.
pub(crate) fn is_packed(file: &Path) -> bool {
    file.extension().is_some_and(|found| [BROTLI, GZIP].iter().any(|form| found == form.ending))
}

/// A file as brotli at its best level.
pub(crate) fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut sent, &parameters)?;
    Ok(sent)
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;
    use std::io::Read;

    fn site(place: &Scratch, name: &str, page: &str) -> PathBuf {
        let site = place.join(name);
        fs::create_dir_all(site.join("fonts")).unwrap();
        fs::write(site.join("index.html"), page).unwrap();
        fs::write(site.join("engine.wasm"), "engine").unwrap();
        fs::write(site.join("fonts/serif.woff2"), "font").unwrap();
        fs::write(site.join(".briefing"), "marker").unwrap();
        site
    }

    #[test]
    fn what_gains_is_packed_and_unpacks_to_itself() {
        let place = Scratch::new("pack");
        let site = site(&place, "site", "page");
        pack(&site, &place.join("none")).unwrap();
        let mut page = String::new();
        let packed = fs::File::open(site.join("index.html.gz")).unwrap();
        flate2::read::GzDecoder::new(packed).read_to_string(&mut page).unwrap();
        assert_eq!(page, "page");
        let mut page = Vec::new();
        brotli::BrotliDecompress(&mut fs::File::open(site.join("index.html.br")).unwrap(), &mut page).unwrap();
        assert_eq!(page, b"page");
        assert!(site.join("engine.wasm.br").is_file());
        assert!(!site.join("fonts/serif.woff2.br").exists() && !site.join(".briefing.gz").exists());
        // Packing a site again does not pack what is packed.
        pack(&site, &place.join("none")).unwrap();
        assert!(!site.join("index.html.br.gz").exists());
    }

    #[test]
    fn only_what_has_changed_is_packed_again() {
        let place = Scratch::new("pack-again");
        let old = site(&place, "old", "old page");
        for name in ["index.html.br", "index.html.gz", "engine.wasm.br", "engine.wasm.gz"] {
            fs::write(old.join(name), "kept").unwrap();
        }
        let new = site(&place, "new", "new page");
        pack(&new, &old).unwrap();
        assert_eq!(fs::read(new.join("engine.wasm.gz")).unwrap(), b"kept");
        assert_ne!(fs::read(new.join("index.html.gz")).unwrap(), b"kept");
        assert_ne!(fs::read(new.join("index.html.br")).unwrap(), b"kept");
    }
}
