//! Taking away what is shown, as files for other programs.

use e2e::{BrowserOptions, Error, Result, Session, View, browse, parts};
use serde_json::Value;

/// Keeps what the page hands over, with its name, instead of the browser.
const CATCH: &str = "window.taken = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.blob = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () { window.taken.push([window.blob, this.download]); };";

/// The last file that was handed over, as bytes, with its name and how many there were.
const TAKEN: &str = "const done = arguments[0];
    const [blob, name] = window.taken.at(-1);
    blob.arrayBuffer().then((all) => done([Array.from(new Uint8Array(all)), name, window.taken.length]));";

/// A file with its name.
struct File {
    text: String,
    name: String,
}

/// Opens the menu, takes a format, and answers the file as text.
async fn take(session: &Session, format: &str) -> Result<File> {
    let (bytes, name) = taken(session, format).await?;
    let text = String::from_utf8(bytes).map_err(|error| Error::new(error.to_string()))?;
    Ok(File { text, name })
}

/// The same as bytes, with its name.
pub(super) async fn taken(session: &Session, format: &str) -> Result<(Vec<u8>, String)> {
    let before: usize = session.ask("return window.taken.length").await?;
    session.click(parts::OPEN_TAKE).await?;
    session.click(&format!("{} a[download$='.{format}']", parts::OPENED_TAKE)).await?;
    session.until("the page hands a file over", &format!("return window.taken.length > {before}")).await?;
    session.until("the menu closes", "return !document.querySelector('#take:popover-open')").await?;
    let answer = session.client.execute_async(TAKEN, Vec::new()).await?;
    let (bytes, name, count): (Vec<u8>, String, usize) = serde_json::from_value(answer)?;
    assert_eq!(count, before + 1, "one click is one file");
    Ok((bytes, name))
}

/// Ids, titles and links of a spreadsheet.
fn rows(file: &File) -> Result<Vec<[String; 3]>> {
    let text = file.text.strip_prefix('\u{feff}').ok_or_else(|| Error::new("there is no byte order mark"))?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers()?.clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap_or(usize::MAX);
    let columns = [column("id"), column("title"), column("link")];
    let row = |row: csv::StringRecord| columns.map(|at| row.get(at).unwrap_or_default().to_owned());
    Ok(reader.records().map(|found| found.map(row)).collect::<Result<_, _>>()?)
}

fn ids(rows: &[[String; 3]]) -> Vec<&str> {
    rows.iter().map(|[id, ..]| id.as_str()).collect()
}

/// The ids in the rows of the table, in order.
async fn table(session: &Session) -> Result<Vec<String>> {
    session.ask("return [...document.querySelectorAll('#listing tbody th a')].map((link) => link.hash.slice(1))").await
}

pub(super) async fn awake(session: &Session, below: &str) -> Result<View> {
    let view = session.open_awake(below).await?;
    session.ask::<()>(CATCH).await?;
    Ok(view)
}

#[test]
fn a_spreadsheet_has_what_is_shown_in_its_order() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = awake(session, "").await?;
        let everything = take(session, "csv").await?;
        assert_eq!(ids(&rows(&everything)?), plain.cards);
        assert!(everything.name.ends_with(".csv"), "{}", everything.name);
        let pillars = plain.values("pillar");
        let view = session.press_choice(pillars.last().map_or("", String::as_str)).await?;
        assert!(!view.cards.is_empty() && view.cards.len() < plain.cards.len());
        let some = rows(&take(session, "csv").await?)?;
        assert_eq!(ids(&some), view.cards);
        let page: String = session.ask("return location.origin + location.pathname").await?;
        for [id, _, link] in &some {
            assert_eq!(*link, format!("{page}#{id}"));
        }
        session.click(parts::TABLE).await?;
        session.click("[data-sort='1']").await?;
        session.click("[data-sort='1']").await?;
        let sorted = table(session).await?;
        assert_ne!(sorted, view.cards);
        assert_eq!(ids(&rows(&take(session, "csv").await?)?), sorted);
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn nothing_can_be_taken_away_too() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        session.search("zzzzzz").await?;
        let view = session.until_view("the address follows", |view| view.query.contains("zzzzzz")).await?;
        assert!(view.cards.is_empty());
        assert!(rows(&take(session, "csv").await?)?.is_empty());
        let data: Value = serde_json::from_str(&take(session, "json").await?.text)?;
        assert_eq!(data["commitments"], Value::Array(Vec::new()));
        let address = session.client.current_url().await?;
        assert_eq!(data["link"], address.as_str(), "the data says which view it is of");
        let calendar = take(session, "ics").await?.text;
        assert!(calendar.contains("BEGIN:VJOURNAL") && !calendar.contains("BEGIN:VEVENT"), "{calendar}");
        assert!(take(session, "md").await?.text.starts_with("# "));
        Ok(())
    })
}

#[test]
fn a_file_that_cannot_be_had_is_told_and_can_be_tried_again() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        let fail = "window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))";
        session.ask::<()>(fail).await?;
        session.click(parts::OPEN_TAKE).await?;
        let link = format!("{} a[href$='.csv']", parts::OPENED_TAKE);
        session.click(&link).await?;
        let said = format!("return !!document.querySelector('{} [role=alert]:not([hidden])')", parts::OPENED_TAKE);
        session.until("the page says so", &said).await?;
        session.ask::<()>("window.fetch = window.real").await?;
        session.click(&link).await?;
        session.until("the file comes", "return window.taken.length === 1").await?;
        let gone = "return !document.querySelector('#take [role=alert]:not([hidden])')";
        session.until("nothing is said any more", gone).await
    })
}

#[test]
fn everything_is_the_complete_file() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        let page: String = session.ask("return location.origin + location.pathname").await?;
        for format in ["csv", "md", "json"] {
            let shown = take(session, format).await?.text;
            let script = "const done = arguments[1];
                fetch(`take/briefing.${arguments[0]}`).then((answer) => answer.text()).then(done)";
            let complete = session.client.execute_async(script, vec![format.into()]).await?;
            let complete = complete.as_str().unwrap_or_default().to_owned();
            // The tests run on a site that was not told its address.
            let shown = shown.trim_start_matches('\u{feff}').replace(&page, "../");
            assert!(shown == complete, "{format} is put together in two ways");
        }
        Ok(())
    })
}

#[test]
fn without_scripts_the_links_lead_to_complete_files() -> Result {
    let (links, cards) = browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let cards = session.view().await?.cards;
        session.click(parts::OPEN_TAKE).await?;
        let found = session.find(&format!("{} a", parts::OPENED_TAKE)).await?;
        assert!(found.is_displayed().await?);
        // Slides are made by a script, and are not offered without.
        assert!(!session.find("#take a[data-script]").await?.is_displayed().await?);
        let links: Vec<String> = session
            .ask("return [...document.querySelectorAll('#take a[data-pieces]:not([data-script])')].map((a) => a.getAttribute('href'))")
            .await?;
        Ok((links, cards))
    })?;
    assert_eq!(links.len(), 4, "{links:?}");
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_plain("").await?;
        for link in links {
            let script = "const done = arguments[1];
                fetch(arguments[0]).then((answer) => answer.ok ? answer.text() : '').then(done, () => done(''))";
            let text = session.client.execute_async(script, vec![link.as_str().into()]).await?;
            let text = text.as_str().unwrap_or_default().to_owned();
            assert!(text.len() > 200, "{link}: {text}");
            if link.ends_with(".csv") {
                // Reading text takes the mark away.
                let rows = rows(&File { text: format!("\u{feff}{text}"), name: link })?;
                assert_eq!(ids(&rows), cards);
            }
        }
        Ok(())
    })
}

/// Opens the pictures as a browser does, and finds out whether words reach out of those of SVG, in
/// whatever fonts it has: for each its width, its height, how many colours it has, and those words.
const PICTURES: &str = "const done = arguments[0];
    const seen = async (link) => {
        const image = new Image();
        image.src = link.href;
        await image.decode();
        const [width, height] = [image.naturalWidth, image.naturalHeight];
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const colors = new Set(new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)).size;
        const words = [];
        if (link.type === 'image/svg+xml') {
            const text = await (await fetch(link.href)).text();
            const svg = document.importNode(new DOMParser().parseFromString(text, link.type).documentElement, true);
            document.body.append(svg);
            const all = svg.getBoundingClientRect();
            for (const word of svg.querySelectorAll('text')) {
                const { left, right, top, bottom } = word.getBoundingClientRect();
                const out = left < all.left || right > all.right || top < all.top || bottom > all.bottom;
                if (out) words.push(word.textContent);
            }
            svg.remove();
        }
        return [width, height, colors, words];
    };
    Promise.all([...document.querySelectorAll('#take .pictures a')].map(seen)).then(done, (error) => done(String(error)));";

#[test]
fn pictures_open_in_a_browser_and_their_words_stay_inside() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let found = session.client.execute_async(PICTURES, Vec::new()).await?;
        let found: Vec<(u32, u32, usize, Vec<String>)> = serde_json::from_value(found)?;
        assert_eq!(found.len(), 6, "three pictures in two forms");
        for (width, height, colors, outside) in found {
            assert_eq!((width, height), (1920, 1080));
            assert!(colors > 50, "a picture has {colors} colours");
            assert_eq!(outside, Vec::<String>::new());
        }
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
