use super::*;
use crate::scratch::Scratch;

/// A site of a few files beside a file that must never be served.
fn place(name: &str) -> (Scratch, PathBuf) {
    let place = Scratch::new(&format!("site-{name}"));
    let site = place.join("site");
    fs::create_dir_all(site.join("fr")).unwrap();
    fs::write(place.join("secret.txt"), "secret").unwrap();
    for (file, content) in [
        (".briefing", "marker"),
        ("index.html", "<head></head>home"),
        ("fr/index.html", "<head></head>accueil"),
        ("engine.wasm", "\0asm"),
        ("engine.js", "js"),
        ("page.css", "css"),
        ("briefing.bin", "data"),
        ("font.woff2", "font"),
        ("shape.svg", "svg"),
        ("a.json", "{}"),
        ("a.webmanifest", "{}"),
    ] {
        fs::write(site.join(file), content).unwrap();
    }
    (place, site)
}

fn ask(site: &Site, target: &str) -> Answer {
    site.answer(&Question { method: "GET", target, host: None, known: None, brotli: false })
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| value)
}

#[test]
fn types_are_right() {
    let (_place, folder) = place("types");
    let site = Site::new(folder);
    for (target, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/engine.wasm", "application/wasm"),
        ("/engine.js", "text/javascript; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/font.woff2", "font/woff2"),
        ("/shape.svg", "image/svg+xml; charset=utf-8"),
        ("/a.json", "application/json; charset=utf-8"),
        ("/a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/briefing.bin", "application/octet-stream"),
    ] {
        let answer = ask(&site, target);
        assert_eq!(answer.status, 200, "{target}");
        assert_eq!(header(&answer, "Content-Type"), kind, "{target}");
        assert_eq!(header(&answer, "X-Content-Type-Options"), "nosniff");
        assert!(header(&answer, "Content-Security-Policy").starts_with("default-src 'none'; "));
    }
}

#[test]
fn nothing_outside_is_served() {
    let (_place, folder) = place("outside");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", folder.join("link.txt")).unwrap();
    let site = Site::new(folder).with_faults();
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/fr/%2E%2E%2F%2E%2E/secret.txt",
        "/no-wasm/../../secret.txt",
        "/..%5csecret.txt",
        "/.briefing",
        "/%2ebriefing",
        "/link.txt",
        "/etc/passwd",
        "//etc/passwd",
        "/a%00.json",
        "/%ff",
        "/missing",
    ] {
        let answer = ask(&site, target);
        assert_eq!(answer.status, 404, "{target}");
        let body = String::from_utf8(answer.body).unwrap();
        assert!(body.contains("Not found"), "{target}: {body}");
    }
}

#[test]
fn folders_have_a_slash_and_a_page() {
    let (_place, folder) = place("folders");
    let site = Site::new(folder).with_faults();
    let answer = ask(&site, "/fr?stop=japan");
    assert_eq!(answer.status, 301);
    assert_eq!(header(&answer, "Location"), "/fr/?stop=japan");
    assert_eq!(header(&ask(&site, "//fr"), "Location"), "/fr/");
    let answer = ask(&site, "/no-scripts/fr");
    assert_eq!(header(&answer, "Location"), "/no-scripts/fr/");
    assert!(ask(&site, "/fr/?stop=japan").body.ends_with(b"accueil"));
    let long = format!("/fr/?q={}", "a".repeat(100_000));
    assert_eq!(ask(&site, &long).status, 200);
}

#[test]
fn a_known_version_is_not_sent_again() {
    let (_place, folder) = place("etag");
    let site = Site::new(folder);
    let tag = header(&ask(&site, "/page.css"), "ETag").to_owned();
    let again = |known| {
        site.answer(&Question { method: "GET", target: "/page.css", host: None, known: Some(known), brotli: false })
    };
    assert_eq!(again(&tag).status, 304);
    assert!(again(&tag).body.is_empty());
    assert_eq!(again("\"other\"").status, 200);
}

#[test]
fn other_methods_are_refused() {
    let (_place, folder) = place("methods");
    let site = Site::new(folder);
    let answer = site.answer(&Question { method: "POST", target: "/", host: None, known: None, brotli: false });
    assert_eq!(answer.status, 405);
    assert_eq!(header(&answer, "Allow"), "GET, HEAD");
}

#[test]
fn the_policy_names_the_site_as_it_was_asked_for() {
    let (_place, folder) = place("policy");
    let site = Site::new(folder);
    let policy = |host| {
        let answer = site.answer(&Question { method: "GET", target: "/", host, known: None, brotli: false });
        header(&answer, "Content-Security-Policy").to_owned()
    };
    assert!(policy(Some("localhost:80")).contains("style-src 'self' http://localhost:80;"));
    assert_eq!(policy(Some("a; script-src *")), policy(None));
}

#[test]
fn faults_break_one_thing_each() {
    let (_place, folder) = place("faults");
    let site = Site::new(folder).with_faults();
    let status = |target: &str| ask(&site, target).status;
    assert_eq!(status("/engine.wasm"), 200);
    assert_eq!(status("/no-wasm/engine.wasm"), 404);
    assert_eq!(status("/no-wasm/briefing.bin"), 200);
    assert_eq!(status("/no-data/briefing.bin"), 404);
    assert_eq!(status("/no-data/engine.wasm"), 200);
    assert_eq!(status("/no-scripts/fr/"), 200);

    let garbage = ask(&site, "/bad-wasm/engine.wasm");
    assert_eq!(garbage.status, 200);
    assert_eq!(header(&garbage, "Content-Type"), "application/wasm");
    assert!(!garbage.body.starts_with(b"\0asm"));

    let asked = std::time::Instant::now();
    assert_eq!(status("/slow-wasm/engine.js"), 200);
    assert_eq!(status("/slow-wasm/engine.wasm"), 200);
    let delay = Fault::SlowWasm.delays("wasm").unwrap();
    assert!(asked.elapsed() >= delay);
    assert!(asked.elapsed() < 2 * delay);

    let plain = ask(&site, "/plain-wasm/engine.wasm");
    assert_eq!(header(&plain, "Content-Type"), "text/plain; charset=utf-8");
    assert_eq!(plain.body, b"\0asm");
    let stripped = ask(&site, "/no-query/fr/?stop=japan");
    assert_eq!((stripped.status, header(&stripped, "Location")), (302, "/no-query/fr/"));
    assert_eq!(status("/no-query/fr/"), 200);

    let policy = |target| header(&ask(&site, target), "Content-Security-Policy").to_owned();
    assert!(policy("/no-scripts/").contains("script-src 'none';"));
    assert!(!policy("/no-scripts/").contains("wasm-unsafe-eval"));
    assert!(policy("/no-wasm/").contains("script-src 'self' 'wasm-unsafe-eval';"));

    let (_place, folder) = place("no-faults");
    let plain = Site::new(folder);
    assert_eq!(ask(&plain, "/no-wasm/").status, 404);
}

#[test]
fn pages_reload_only_while_files_are_watched() {
    let (_place, folder) = place("reload");
    let plain = Site::new(folder.clone());
    assert_eq!(ask(&plain, "/__reload.js").status, 404);
    assert!(!plain.waits_for("/__changed?since=1"));
    assert_eq!(ask(&plain, "/").body, b"<head></head>home");

    let reload = Arc::new(Reload::new());
    let site = Site::new(folder).reloading(Arc::clone(&reload));
    assert!(site.waits_for("/__changed?since=1"));
    let page = String::from_utf8(ask(&site, "/").body).unwrap();
    assert!(page.contains("<script src=\"/__reload.js?since="), "{page}");
    assert_eq!(ask(&site, "/__reload.js?since=1").status, 200);
    let version = reload.version().to_string();
    assert_eq!(ask(&site, "/__changed?since=1").body, version.as_bytes());
}

#[test]
fn a_packed_file_is_sent_to_those_who_take_it() {
    let (_place, folder) = place("packed");
    fs::write(BROTLI.of(&folder.join("page.css")), "small").unwrap();
    let site = Site::new(folder);
    let answer = |target, brotli| site.answer(&Question { method: "GET", target, host: None, known: None, brotli });
    let small = answer("/page.css", true);
    assert_eq!((small.body.as_slice(), header(&small, "Content-Encoding")), (&b"small"[..], "br"));
    assert_eq!(header(&small, "Content-Type"), "text/css; charset=utf-8");
    let plain = answer("/page.css", false);
    assert_eq!((plain.body.as_slice(), header(&plain, "Content-Encoding")), (&b"css"[..], ""));
    let other = answer("/engine.js", true);
    assert_eq!((other.body.as_slice(), header(&other, "Content-Encoding")), (&b"js"[..], ""));
}
