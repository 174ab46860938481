//! Printing: a brief of two pages, or everything; what is shown is what is printed.

use e2e::paper::letters;
use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use fantoccini::wd::PrintSize;
use serde::Deserialize;

const SIZES: [(&str, PrintSize); 2] = [("A4", PrintSize::A4), ("Letter", PrintSize::US_LETTER)];

/// The titles of the commitments in the layout, or of all on the page.
async fn titles(session: &Session) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('article[data-commitment] h4')]
        .filter((title) => title.getClientRects().length).map((title) => title.textContent)";
    session.ask(script).await
}

async fn text(session: &Session, selector: &str) -> Result<String> {
    session.ask_about("return document.querySelector(arguments[0]).textContent", vec![selector.into()]).await
}

#[test]
fn the_brief_has_two_pages_with_everything_that_is_agreed() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let titles = titles(session).await?;
        let folded = text(session, parts::FOLDED).await?;
        let address: String = session.ask("return location.href").await?;
        for (name, size) in SIZES {
            let paper = session.print(size).await?;
            assert_eq!(paper.sheets.len(), 2, "{name}");
            for selector in [parts::TITLE, parts::AS_OF] {
                let words = text(session, selector).await?;
                assert!(paper.says(1, &words), "{name}: {words} is not on the first page");
            }
            for title in &titles {
                assert!(paper.says(2, title), "{name}: {title} is not on the second page");
            }
            assert!(paper.says(2, &address), "{name}: {address}");
            assert!(!paper.says_anywhere(&folded), "{name}: what is folded is left out: {folded}");
            assert!(!paper.says_anywhere(&text(session, parts::THEME).await?), "{name}: a button is printed");
        }
        Ok(())
    })
}

#[test]
fn filters_are_named_on_paper_and_nothing_else_is_printed() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let all = titles(session).await?;
        // The most telling filter is one that leaves few.
        let statuses = plain.values("status");
        let few = statuses.iter().filter(|status| plain.count(status) > 0).min_by_key(|status| plain.count(status));
        let status = few.ok_or_else(|| Error::new("no status has a commitment"))?;
        let view = session.press_choice(status).await?;
        let shown = titles(session).await?;
        assert!(!shown.is_empty() && shown.len() < all.len());
        let count = text(session, "#results [role=status]").await?;
        for (name, size) in SIZES {
            let paper = session.print(size).await?;
            assert_eq!(paper.sheets.len(), 2, "{name}");
            let line = letters(&format!("{count} · {}", view.chips.join(" · ")));
            assert!(paper.says(1, &line), "{name}: {line} is not under the title");
            assert!(paper.says(2, &view.query), "{name}: the address leads to something else");
            for title in &all {
                assert_eq!(paper.says(2, title), shown.contains(title), "{name}: {title}");
            }
        }
        session.press_choice(status).await?;
        let paper = session.print(PrintSize::A4).await?;
        assert!(!paper.says(1, &count), "without filters there is no such line");
        Ok(())
    })
}

#[test]
fn the_full_edition_has_every_section_and_what_is_folded() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let folded = text(session, parts::FOLDED).await?;
        let headings: Vec<String> = session
            .ask("return [...document.querySelectorAll('main > section[id] h2')].map((title) => title.textContent)")
            .await?;
        assert!(headings.len() > 5);
        session.click(parts::FULL_EDITION).await?;
        for (name, size) in SIZES {
            let paper = session.print(size).await?;
            assert!(paper.sheets.len() > 5, "{name}: {} pages", paper.sheets.len());
            assert!(paper.says_anywhere(&folded), "{name}: {folded}");
            for heading in &headings {
                // Not every reader of PDFs knows which sign an apostrophe is.
                let words: Vec<&str> = heading.split(|sign: char| !sign.is_alphanumeric()).collect();
                let all = |sheet: usize| words.iter().all(|word| paper.says(sheet, word));
                assert!((1..=paper.sheets.len()).any(all), "{name}: {heading}");
            }
        }
        Ok(())
    })
}

/// What must stand together on a sheet: a heading with what comes first below it, and a source with its words.
const TOGETHER: &str = "
    const words = (element) => element.textContent;
    const bands = [...document.querySelectorAll('.band')].filter((band) => band.querySelector('.cards'));
    const heads = bands.map((band) => [words(band.querySelector('h3')), words(band.querySelector('h4'))]);
    const groups = [...document.querySelectorAll('#differences h3')];
    return {
        heads: heads.concat(groups.map((group) => [words(group), words(group.nextElementSibling.querySelector('tbody th'))])),
        said: [...document.querySelectorAll('#differences td[data-source]')].slice(0, 20)
            .map((cell) => cell.dataset.source + cell.firstChild.textContent.slice(0, 24)),
    }";

#[derive(Deserialize)]
struct Together {
    heads: Vec<(String, String)>,
    said: Vec<String>,
}

#[test]
fn in_the_full_edition_nothing_is_torn_from_its_heading() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let together: Together = session.ask(TOGETHER).await?;
        assert!(together.heads.len() > 10 && together.said.len() == 20);
        session.click(parts::FULL_EDITION).await?;
        for (name, size) in SIZES {
            let paper = session.print(size).await?;
            for (heading, first) in &together.heads {
                let both = |sheet: usize| paper.says(sheet, heading) && paper.says(sheet, first);
                assert!((1..=paper.sheets.len()).any(both), "{name}: {heading} without {first}");
            }
            for words in &together.said {
                assert!(paper.says_anywhere(words), "{name}: {words}");
            }
        }
        Ok(())
    })
}

#[test]
fn both_editions_can_be_had_without_scripts() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let titles = titles(session).await?;
        let brief = session.print(PrintSize::US_LETTER).await?;
        assert_eq!(brief.sheets.len(), 2);
        for title in &titles {
            assert!(brief.says(2, title), "{title}");
        }
        session.click(parts::FULL_EDITION).await?;
        assert!(session.print(PrintSize::US_LETTER).await?.sheets.len() > 5);
        Ok(())
    })
}

#[test]
fn paper_is_the_same_for_readers_in_the_dark() -> Result {
    let print = async |session: &Session| {
        session.open_awake("").await?;
        if session.options.dark {
            session.ask::<()>("document.documentElement.dataset.theme = 'dark'").await?;
        }
        let mut paper = session.print(PrintSize::A4).await?;
        // Each reader has the site at an address of their own, which is printed.
        let address = letters(&session.settings.site);
        paper.sheets.iter_mut().for_each(|sheet| *sheet = sheet.replace(&address, ""));
        Ok(paper)
    };
    let light = browse(BrowserOptions::USUAL, print)?;
    let dark = browse(BrowserOptions::DARK, print)?;
    assert!(light.colors.len() > 3, "the page has more colours than {:?}", light.colors);
    assert_eq!(light.colors, dark.colors);
    assert_eq!(light.sheets, dark.sheets);
    Ok(())
}

#[test]
fn the_button_prints() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        session.ask::<()>("window.print = () => { window.printed = true; }").await?;
        session.click(parts::PRINT).await?;
        assert!(session.ask::<bool>("return window.printed === true").await?);
        Ok(())
    })
}
