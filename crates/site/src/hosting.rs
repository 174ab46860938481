//! What every host is asked to send along: the one policy, and how long a file may be kept.
//!
//! The development server sends the policy itself; `_headers` says it to hosts that read that file,
//! and a test holds the samples in `docs/hosts` to it.

use crate::assets::WORKER;
use crate::{Error, files, integrity};
use std::fs;
use std::path::Path;

/// The strictest policy under which the pages work. They may be shown in frames anywhere.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";

/// For files whose name changes with their content.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For everything else: it may be kept, but must be asked for each time.
pub const ASK: &str = "no-cache";

/// The file that some hosts read from the root of a site.
pub(crate) const HEADERS_FILE: &str = "_headers";

/// What every answer has under a policy, with the origin of the site where it is known. Frames without an
/// origin of their own may fetch the files as well.
///
/// In such frames WebKit takes `'self'` for nothing at all, and needs the origin by its name.
pub fn everywhere(policy: &str, origin: Option<&str>) -> [(&'static str, String); 4] {
    let policy = match origin {
        Some(origin) => policy.replace("'self'", &format!("'self' {origin}")),
        None => policy.to_owned(),
    };
    [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
    ]
}

/// The origin of an address that begins with a scheme.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + "://".len());
    let end = address.get(host..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(address.len(), |at| host + at);
    address.get(..end).unwrap_or(address)
}

/// Writes `_headers` for the files of a site, whose address may be known.
///
/// Hosts join what several rules say about one header, so no header is said twice for a file: what
/// has no rule of its own is asked for each time, which is how these hosts treat files anyway. It is
/// said of the worker all the same, for a network in front of the host that thinks otherwise: whoever keeps it,
/// keeps readers from newer versions.
pub(crate) fn write_headers(site: &Path, url: Option<&str>) -> Result<(), Error> {
    let mut text = String::from("/*\n");
    for (name, value) in everywhere(POLICY, url.map(origin)) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    let names = files::below(site)?.into_iter().map(|file| files::relative(&file, site));
    for name in names.filter(|name| integrity::names_its_content(name)) {
        text.push_str(&format!("/{name}\n  Cache-Control: {FOR_EVER}\n"));
    }
    text.push_str(&format!("/{WORKER}\n  Cache-Control: {ASK}\n"));
    let path = site.join(HEADERS_FILE);
    fs::write(&path, text).map_err(|error| Error::file("write", &path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_said_once_for_each_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = folder.path();
        for name in ["index.html", "boot-25f9088b72a2e555.js"] {
            fs::write(site.join(name), "").expect("a temporary file");
        }
        let headers = |url| {
            write_headers(site, url).expect("headers");
            fs::read_to_string(site.join(HEADERS_FILE)).expect("a file")
        };
        let known = headers(Some("https://example.org:8443/briefing/"));
        assert!(known.contains(" img-src 'self' https://example.org:8443 data:;"), "{known}");
        let text = headers(None);
        assert!(text.starts_with(&format!("/*\n  Content-Security-Policy: {POLICY}\n")), "{text}");
        assert_eq!(text.matches("Cache-Control").count(), 2, "{text}");
        assert!(text.contains(&format!("/boot-25f9088b72a2e555.js\n  Cache-Control: {FOR_EVER}\n")), "{text}");
        assert!(text.ends_with(&format!("/{WORKER}\n  Cache-Control: {ASK}\n")), "{text}");
    }

    #[test]
    fn the_samples_send_the_same() {
        for (name, origin) in [("nginx.conf", "$scheme://$http_host"), ("object-storage.md", "https://example.org")] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hosts").join(name);
            let text = fs::read_to_string(&path).expect("a sample");
            for (header, value) in everywhere(POLICY, Some(origin)) {
                assert!(text.contains(header) && text.contains(&value), "{name} does not send {header}: {value}");
            }
            for value in [FOR_EVER, ASK] {
                assert!(text.contains(value), "{name} does not say {value}");
            }
            assert!(text.contains(WORKER), "{name} does not say how long {WORKER} may be kept");
        }
    }
}
