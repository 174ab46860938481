use super::*;
use std::fs;
use std::path::PathBuf;

/// A folder that is removed when the test is over.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("server-site-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A site of a few files beside a file that must never be served.
    fn with_site(name: &str) -> (Self, PathBuf) {
        let place = Self::new(name);
        let site = place.0.join("site");
        fs::create_dir_all(site.join("fr")).unwrap();
        fs::write(place.0.join("secret.txt"), "secret").unwrap();
        for (file, content) in [
            (".briefing", "marker"),
            ("index.html", "home"),
            ("fr/index.html", "accueil"),
            ("engine.wasm", "\0asm"),
            ("engine.js", "js"),
            ("page.css", "css"),
            ("briefing.bin", "data"),
            ("font.woff2", "font"),
            ("shape.svg", "svg"),
            ("a.json", "{}"),
            ("a.webmanifest", "{}"),
            ("a.md", "#"),
            ("a.ics", "ics"),
            ("a.pptx", "pk"),
        ] {
            fs::write(site.join(file), content).unwrap();
        }
        (place, site)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// An answer that has arrived.
struct Arrived {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Arrived {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn headers(origin: Option<&str>) -> Vec<(&'static str, String)> {
    vec![("x-origin", origin.unwrap_or("none").to_owned())]
}

fn send(site: &Router, request: axum::http::request::Builder) -> Arrived {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let Ok(response) = site.clone().oneshot(request.body(Body::empty()).unwrap()).await;
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Arrived { status: parts.status.as_u16(), headers: parts.headers, body }
    })
}

fn get(site: &Router, target: &str) -> Arrived {
    send(site, Request::builder().uri(target))
}

#[test]
fn types_are_right() {
    let (_place, folder) = Scratch::with_site("types");
    let site = site(&Folder::new(folder), headers);
    for (target, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/fr/", "text/html; charset=utf-8"),
        ("/engine.wasm", "application/wasm"),
        ("/engine.js", "text/javascript; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/font.woff2", "font/woff2"),
        ("/shape.svg", "image/svg+xml; charset=utf-8"),
        ("/a.json", "application/json; charset=utf-8"),
        ("/a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/a.md", "text/markdown; charset=utf-8"),
        ("/a.ics", "text/calendar; charset=utf-8"),
        ("/a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("/briefing.bin", "application/octet-stream"),
    ] {
        let answer = get(&site, target);
        assert_eq!(answer.status, 200, "{target}");
        assert_eq!(answer.header("content-type"), kind, "{target}");
        assert_eq!(answer.header("cache-control"), "no-store", "{target}");
        assert_eq!(answer.header("x-origin"), "none", "{target}");
    }
}

#[test]
fn nothing_outside_is_served() {
    let (_place, folder) = Scratch::with_site("outside");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", folder.join("link.txt")).unwrap();
    let site = site(&Folder::new(folder), headers);
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/fr/%2E%2E%2F%2E%2E/secret.txt",
        "/..%5csecret.txt",
        "/.briefing",
        "/%2ebriefing",
        "/link.txt",
        "/etc/passwd",
        "//etc/passwd",
        "/a%00.json",
        "/%ff",
        "/missing",
        "/index.html/",
        "/page.css/more",
    ] {
        let answer = get(&site, target);
        assert_eq!(answer.status, 404, "{target}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{target}");
        let body = String::from_utf8(answer.body).unwrap();
        assert!(body.contains("Not found"), "{target}: {body}");
    }
}

#[test]
fn the_site_says_itself_what_is_not_there() {
    let (_place, folder) = Scratch::with_site("not-found");
    fs::write(folder.join("404.html"), "ours").unwrap();
    let answer = get(&site(&Folder::new(folder), headers), "/missing");
    assert_eq!((answer.status, answer.body.as_slice()), (404, &b"ours"[..]));
}

#[test]
fn folders_have_a_slash_and_a_page() {
    let (_place, folder) = Scratch::with_site("folders");
    let site = site(&Folder::new(folder), headers);
    let answer = get(&site, "/fr?stop=japan");
    assert_eq!((answer.status, answer.header("location")), (301, "/fr/?stop=japan"));
    assert_eq!(get(&site, "//fr").header("location"), "/fr/", "not another host");
    assert_eq!(get(&site, "/fr/?stop=japan").body, b"accueil");
}

#[test]
fn head_has_no_body_and_other_methods_are_refused() {
    let (_place, folder) = Scratch::with_site("methods");
    let site = site(&Folder::new(folder), headers);
    let head = send(&site, Request::head("/page.css"));
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, "3", 0));
    let post = send(&site, Request::post("/"));
    assert_eq!((post.status, post.header("allow"), post.header("x-origin")), (405, "GET, HEAD", "none"));
}

#[test]
fn the_headers_know_the_origin_if_it_is_plain() {
    let (_place, folder) = Scratch::with_site("origin");
    let site = site(&Folder::new(folder), headers);
    let origin = |host| send(&site, Request::get("/").header("Host", host)).header("x-origin").to_owned();
    assert_eq!(origin("localhost:80"), "http://localhost:80");
    assert_eq!(origin("[::1]:80"), "http://[::1]:80");
    assert_eq!(origin("a; script-src *"), "none");
}

#[test]
fn a_small_form_is_sent_to_those_who_take_it() {
    let (_place, folder) = Scratch::with_site("small");
    fs::write(folder.join("page.css.br"), "br").unwrap();
    fs::write(folder.join("page.css.gz"), "gz").unwrap();
    let site = site(&Folder::new(folder), headers);
    let ask = |target: &str, taken: &str| {
        let answer = send(&site, Request::get(target).header("Accept-Encoding", taken));
        assert!(answer.header("content-type").starts_with("text/"), "{target} {taken}");
        (answer.header("content-encoding").to_owned(), String::from_utf8(answer.body).unwrap())
    };
    let pair = |encoding: &str, body: &str| (encoding.to_owned(), body.to_owned());
    assert_eq!(ask("/page.css", "gzip, deflate, br"), pair("br", "br"));
    assert_eq!(ask("/page.css", "gzip"), pair("gzip", "gz"));
    assert_eq!(ask("/page.css", ""), pair("", "css"));
    assert_eq!(ask("/engine.js", "gzip, deflate, br"), pair("", "js"));
}

#[test]
fn another_folder_takes_the_place_of_the_first() {
    let (place, first) = Scratch::with_site("switched");
    let second = place.0.join("second");
    fs::create_dir_all(&second).unwrap();
    fs::write(second.join("index.html"), "second").unwrap();
    let folder = Folder::new(first);
    let site = site(&folder, headers);
    assert_eq!(get(&site, "/").body, b"home");
    folder.set(&second);
    assert_eq!(get(&site, "/").body, b"second");
    assert_eq!(get(&site, "/fr/").status, 404);
    folder.set(place.0.join("missing"));
    assert_eq!(get(&site, "/").status, 404);
}
