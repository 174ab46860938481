//! Hosts: the built site as it arrives from hosts of many kinds, and from a disk.
//!
//! Everywhere the page wakes and filters, asks nobody else for anything, leaves no cookie, and the
//! browser has nothing to complain about.

use e2e::settings::variable;
use e2e::traffic::Response;
use e2e::{BrowserOptions, Error, Result, Session, Traffic, browse};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

/// What leaves no machine: what stands in the page, and the first tab of a fresh browser.
const INSIDE: [&str; 3] = ["data:", "about:", "chrome:"];

/// Opens the page and uses it, and says what was answered on the way.
async fn use_page(session: &Session, address: &str) -> Result<Vec<Response>> {
    session.open_address(address).await?;
    let plain = session.until_view("the engine wakes the page", |view| view.ready).await?;
    assert!(plain.notices.is_empty(), "{:?}", plain.notices);
    let total = plain.cards.len();
    let chosen = plain
        .values("pillar")
        .into_iter()
        .find(|value| (1..i64::try_from(total).unwrap_or(0)).contains(&plain.count(value)));
    let chosen = chosen.ok_or_else(|| Error::new("no pillar narrows the page"))?;
    let narrowed = session.press_choice(&chosen).await?;
    assert_eq!(i64::try_from(narrowed.cards.len())?, plain.count(&chosen), "{chosen} narrows the page");
    assert_eq!(session.press_choice(&chosen).await?.cards, plain.cards);
    assert_eq!(session.complaints().await?, Vec::<String>::new());
    assert!(session.client.get_all_cookies().await?.is_empty(), "the page leaves cookies");
    let Some(traffic) = session.traffic().await? else {
        return Ok(Vec::new());
    };
    // A host is all up to the third slash; of a disk it is the file itself.
    let end = if address.starts_with("file:") {
        address.len()
    } else {
        address.match_indices('/').nth(2).map_or(0, |(at, _)| at + 1)
    };
    let origin = address.get(..end).unwrap_or_default();
    let mut answers = Vec::new();
    let mut asked = 0;
    for part in traffic {
        match part {
            Traffic::Request(url) if INSIDE.iter().any(|scheme| url.starts_with(scheme)) => {}
            Traffic::Request(url) => {
                assert!(url.starts_with(origin), "{url} is asked for");
                asked += 1;
            }
            Traffic::Response(answer) if answer.url.starts_with(origin) => answers.push(answer),
            Traffic::Response(_) => {}
        }
    }
    assert!(asked > 0, "nothing was recorded");
    Ok(answers)
}

/// The answer for the file with this ending.
fn of<'a>(answers: &'a [Response], ending: &str) -> Result<&'a Response> {
    let found = answers.iter().find(|answer| answer.ending() == ending && answer.status == 200);
    found.ok_or_else(|| Error::new(format!("no .{ending} file was answered: {answers:?}")))
}

/// The head of the answer to a browser that takes this encoding alone.
fn head(address: &str, encoding: &str) -> Result<String> {
    let (host, path) = address.trim_start_matches("http://").split_once('/').unwrap_or_default();
    let mut stream = TcpStream::connect(host)?;
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).to_lowercase();
    Ok(answer.split("\r\n\r\n").next().unwrap_or_default().to_owned())
}

#[test]
fn nginx_with_the_sample_configuration_does_everything_a_host_can() -> Result {
    let address = variable("NGINX_URL")?;
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        let answers = use_page(session, &address).await?;
        let types = [
            ("html", "text/html; charset=utf-8"),
            ("js", "text/javascript; charset=utf-8"),
            ("css", "text/css; charset=utf-8"),
            ("wasm", "application/wasm"),
            ("bin", "application/octet-stream"),
            ("svg", "image/svg+xml; charset=utf-8"),
        ];
        for (ending, kind) in types {
            let answer = of(&answers, ending)?;
            assert_eq!(answer.header("content-type"), kind, "{}", answer.url);
            assert_eq!(answer.header("content-encoding"), "br", "{}", answer.url);
            assert!(answer.header("vary").contains("Accept-Encoding"), "{answer:?}");
        }
        for answer in &answers {
            let plain = ["/icon.svg", "/offline.js", "/briefing.webmanifest"];
            let named = answer.ending() != "html" && !plain.iter().any(|name| answer.url.ends_with(name));
            let cache = if named { "public, max-age=31536000, immutable" } else { "no-cache" };
            assert_eq!(answer.header("cache-control"), cache, "{}", answer.url);
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'; "), "{answer:?}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{}", answer.url);
        }
        let wasm = of(&answers, "wasm")?;
        assert!(head(&wasm.url, "gzip")?.contains("\r\ncontent-encoding: gzip"), "who takes gzip gets it");
        assert!(!head(&wasm.url, "identity")?.contains("\r\ncontent-encoding:"), "who takes nothing gets the file");
        let bare = head(address.trim_end_matches('/'), "identity")?;
        assert!(bare.contains("\r\nlocation: /briefing/"), "{bare}");
        Ok(())
    })
}

#[test]
fn the_server_of_python_does_as_it_is() -> Result {
    let address = variable("PYTHON_URL")?;
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        let answers = use_page(session, &address).await?;
        assert_eq!(of(&answers, "wasm")?.header("content-encoding"), "");
        Ok(())
    })
}

#[test]
fn an_engine_with_the_wrong_type_wakes_the_page() -> Result {
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        let answers = use_page(session, &format!("{}plain-wasm/", session.settings.site)).await?;
        assert_eq!(of(&answers, "wasm")?.header("content-type"), "text/plain; charset=utf-8");
        Ok(())
    })
}

#[test]
fn a_host_that_knows_no_compression_does() -> Result {
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        let answers = use_page(session, &format!("{}no-compression/", session.settings.site)).await?;
        assert!(answers.iter().all(|answer| answer.header("content-encoding").is_empty()), "{answers:?}");
        let answers = use_page(session, &session.settings.site).await?;
        assert_eq!(of(&answers, "wasm")?.header("content-encoding"), "br", "other hosts do know it");
        Ok(())
    })
}

#[test]
fn a_host_that_strips_the_query_opens_the_whole_briefing() -> Result {
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        let plain = format!("{}no-query/", session.settings.site);
        use_page(session, &plain).await?;
        let whole = session.view().await?;
        let chosen = whole.values("pillar").pop().ok_or_else(|| Error::new("the page has no pillar"))?;
        use_page(session, &format!("{plain}?{chosen}")).await?;
        assert_eq!(session.client.current_url().await?.as_str(), plain);
        assert_eq!(session.view().await?.cards, whole.cards);
        // A choice still writes the address, and loading that address again is no error either.
        session.press_choice(&chosen).await?;
        session.until_view("the address follows", |view| !view.query.is_empty()).await?;
        session.client.refresh().await?;
        let again = session.until_view("the engine wakes the page again", |view| view.ready).await?;
        assert_eq!(again.cards, whole.cards);
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn one_file_has_everything_inside() -> Result {
    let mut files: Vec<_> = fs::read_dir(variable("SINGLE_FOLDER")?)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    assert!(!files.is_empty(), "there is no such file");
    browse(BrowserOptions::RECORDED, async |session: &Session| {
        for file in &files {
            use_page(session, &format!("file://{}", file.path().display())).await?;
            let loaded = "return [...document.fonts].some((font) => font.weight === '600' && font.status === 'loaded')";
            session.until("the font comes from inside", loaded).await?;
        }
        Ok(())
    })
}
