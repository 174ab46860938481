//! The compressed forms of a site's files, which hosts send in place of the files themselves.

use crate::hosting::HEADERS_FILE;
use crate::{Error, SINGLE_FOLDER, files};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A compressed form: what is added to the name of the file, and what makes it.
type Form = (&'static str, fn(&[u8]) -> io::Result<Vec<u8>>);

/// What nearly every browser takes, and what everything else takes.
const FORMS: [Form; 2] = [("br", brotli), ("gz", gzip)];

/// What is compressed already, and gains nothing.
const COMPRESSED: [&str; 6] = ["woff2", "png", "webp", "jpg", "pptx", "pdf"];

/// Writes every form of every file in `site` that gains from it.
///
/// What `previous`, an older version of the site, has of a file that is still the same is taken from there.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn folder(site: &Path, previous: &Path) -> Result<(), Error> {
    let mut files = files::below(site)?;
    files.retain(|file| gains(file, site));
    // The largest take longest, and the last one should be over soon.
    files.sort_by_cached_key(|file| std::cmp::Reverse(fs::metadata(file).map_or(0, |meta| meta.len())));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            one(file, site, previous)?;
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(Error::new("a file could not be compressed; run the command again")))
        })
    })
}

fn one(file: &Path, site: &Path, previous: &Path) -> Result<(), Error> {
    let content = fs::read(file).map_err(|error| Error::file("read", file, &error))?;
    let old = previous.join(file.strip_prefix(site).unwrap_or(file));
    let same = fs::read(&old).is_ok_and(|old| old == content);
    for (ending, compress) in FORMS {
        let compressed = with_ending(file, ending);
        if same && fs::copy(with_ending(&old, ending), &compressed).is_ok() {
            continue;
        }
        compress(&content)
            .and_then(|small| fs::write(&compressed, small))
            .map_err(|error| Error::file("write", &compressed, &error))?;
    }
    Ok(())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Whether a file becomes smaller by compressing, and is sent by a host at all.
fn gains(file: &Path, site: &Path) -> bool {
    let name = files::relative(file, site);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let carried = name.starts_with(&format!("{SINGLE_FOLDER}/"));
    let done = FORMS.iter().any(|(form, _)| *form == ending) || COMPRESSED.contains(&ending);
    !name.starts_with('.') && name != HEADERS_FILE && !carried && !done
}

/// At the best level: a file is compressed once and sent many times.
fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut sent, &parameters)?;
    Ok(sent)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::folder;
    use std::fs;
    use std::io::Read;
    use std::path::{Path, PathBuf};

    fn site(place: &Path, name: &str, page: &str) -> PathBuf {
        let site = place.join(name);
        fs::create_dir_all(site.join("fonts")).expect("a folder");
        for (name, text) in
            [("index.html", page), ("engine.wasm", "engine"), ("fonts/serif.woff2", "font"), (".briefing", "marker")]
        {
            fs::write(site.join(name), text).expect("a file");
        }
        site
    }

    #[test]
    fn what_gains_is_compressed_and_opens_to_itself() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let site = site(place.path(), "site", "page");
        folder(&site, &place.path().join("none")).expect("a compressed site");
        let mut page = String::new();
        let compressed = fs::File::open(site.join("index.html.gz")).expect("a file");
        flate2::read::GzDecoder::new(compressed).read_to_string(&mut page).expect("gzip");
        assert_eq!(page, "page");
        let mut page = Vec::new();
        let mut compressed = fs::File::open(site.join("index.html.br")).expect("a file");
        brotli::BrotliDecompress(&mut compressed, &mut page).expect("brotli");
        assert_eq!(page, b"page");
        assert!(site.join("engine.wasm.br").is_file());
        assert!(!site.join("fonts/serif.woff2.br").exists() && !site.join(".briefing.gz").exists());
        // Doing it again does not compress what is compressed.
        folder(&site, &place.path().join("none")).expect("a compressed site");
        assert!(!site.join("index.html.br.gz").exists());
    }

    #[test]
    fn only_what_has_changed_is_compressed_again() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let old = site(place.path(), "old", "old page");
        for name in ["index.html.br", "index.html.gz", "engine.wasm.br", "engine.wasm.gz"] {
            fs::write(old.join(name), "kept").expect("a file");
        }
        let new = site(place.path(), "new", "new page");
        folder(&new, &old).expect("a compressed site");
        let read = |name| fs::read(new.join(name)).expect("a file");
        assert_eq!(read("engine.wasm.gz"), b"kept");
        assert_ne!(read("index.html.gz"), b"kept");
        assert_ne!(read("index.html.br"), b"kept");
    }
}
