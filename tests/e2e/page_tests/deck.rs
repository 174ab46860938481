//! Taking away slides, which a library makes in the browser.

use super::take::{awake, taken};
use e2e::deck::{Slide, shown, slides};
use e2e::paper::letters;
use e2e::{BrowserOptions, Error, Result, Session, browse};

/// Pieces of a plan with texts that break files, worked out by the tests of the core.
const ODD: &str = include_str!("../../../crates/briefing/tests/fixtures/odd.deck.json");

/// Where the table of the selection has its rows: a head and one for each status.
const STATUSES: usize = 7;

/// The titles of the cards that are shown, in order.
async fn titles(session: &Session) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('#listing .cards article h4')].map((head) => head.textContent.trim())";
    session.ask(script).await
}

/// The slides with a file, which must be as every file of slides is.
async fn taken_slides(session: &Session) -> Result<(Vec<u8>, Vec<Slide>)> {
    let (file, name) = taken(session, "pptx").await?;
    assert!(name.ends_with(".pptx"), "{name}");
    let slides = slides(&file)?;
    for slide in &slides {
        assert!(!slide.title.is_empty() && !slide.notes.is_empty(), "{slide:?}");
        assert_eq!((slide.pictures, slide.silent), (0, 0), "{slide:?}");
        assert!(slide.fonts.iter().all(|font| font.starts_with("Yu ") || font.starts_with('+')), "{slide:?}");
    }
    Ok((file, slides))
}

/// How many slides LibreOffice shows, each with its title on it.
fn assert_shown(file: &[u8], slides: &[Slide]) -> Result {
    let paper = shown(file)?;
    assert_eq!(paper.sheets.len(), slides.len());
    for (sheet, slide) in (1..).zip(slides) {
        assert!(paper.says(sheet, &slide.title), "{} is not on {:?}", slide.title, paper.sheets.get(sheet - 1));
    }
    Ok(())
}

#[test]
fn everything_is_a_deck_that_another_program_shows() -> Result {
    let (file, slides) = browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        let library = "return performance.getEntriesByType('resource').some((file) => file.name.includes('pptxgen'))";
        assert!(!session.ask::<bool>(library).await?, "the library is fetched before anyone asks for slides");
        let titles = titles(session).await?;
        let (file, slides) = taken_slides(session).await?;
        let claims: Vec<&str> = slides
            .iter()
            .map(|slide| slide.title.as_str())
            .filter(|title| titles.iter().any(|of| of == title))
            .collect();
        assert_eq!(claims, titles, "one claim is one slide, in the order of the page");
        let matrix = slides.iter().find(|slide| slide.rows == STATUSES + 1);
        let matrix = matrix.ok_or_else(|| Error::new("no slide has the statuses"))?;
        assert!(matrix.words.contains(&titles.len().to_string()), "{matrix:?}");
        let page: String = session.ask("return location.origin + location.pathname").await?;
        for slide in &slides {
            assert!(slide.links.iter().all(|link| link.starts_with(&page)), "{slide:?}");
        }
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok((file, slides))
    })?;
    assert_shown(&file, &slides)
}

#[test]
fn a_choice_is_a_deck_of_what_it_leaves() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = awake(session, "").await?;
        let status = plain.values("status").first().cloned().unwrap_or_default();
        session.press_choice(&status).await?;
        let titles = titles(session).await?;
        assert!(!titles.is_empty() && titles.len() < plain.cards.len());
        let (_, slides) = taken_slides(session).await?;
        let first = slides.first().ok_or_else(|| Error::new("there is no slide"))?;
        let chosen: String = session.ask("return document.querySelector('#results .chip span').textContent").await?;
        assert!(first.words.iter().any(|words| words.contains(&chosen)), "{chosen}: {first:?}");
        for title in &titles {
            let slide = slides.iter().find(|slide| slide.title == *title);
            let slide = slide.ok_or_else(|| Error::new(format!("{title} has no slide")))?;
            let entry = slide.notes.last().map_or("", String::as_str);
            assert!(entry.contains('#') && slide.notes.len() > 3, "{slide:?}");
            assert!(slide.notes.iter().any(|line| line.contains('¶')), "{slide:?}");
        }
        Ok(())
    })
}

#[test]
fn nothing_is_one_slide_that_says_what_was_looked_for() -> Result {
    let (file, slides) = browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        session.search("zzz <b>&amp; 😀 עברית").await?;
        session.until_view("the address follows", |view| view.query.contains("zzz")).await?;
        taken_slides(session).await
    })?;
    assert_eq!(slides.len(), 1);
    let said = slides.iter().any(|slide| slide.words.iter().any(|words| words.contains("zzz <b>&amp; 😀 עברית")));
    assert!(said, "{slides:?}");
    assert_shown(&file, &slides)
}

#[test]
fn odd_texts_are_texts_in_slides() -> Result {
    let (file, slides) = browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        // The page asks for the pieces of its plan and is given others, under the names of its cards.
        let swap = "const odd = JSON.parse(arguments[0]);
            const real = window.fetch;
            odd.ids = [...document.querySelectorAll('#listing .cards article')].map((card) => card.id).slice(0, odd.pieces.length);
            window.fetch = (address, ...more) => String(address).includes('-pptx-')
                ? Promise.resolve(new Response(JSON.stringify(odd))) : real(address, ...more);";
        session.ask_about::<()>(swap, vec![ODD.into()]).await?;
        let taken = taken_slides(session).await?;
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(taken)
    })?;
    let all = slides.iter().map(|slide| slide.title.as_str()).collect::<Vec<_>>();
    for title in [
        "=HYPERLINK(\"http://x\"), it's <b>&amp;</b> ]]>",
        "\"quoted\", 'twice'\nand a second line\nand a third",
        "😀 emoji, 👩‍👩‍👧 family, 𠮷野家 astral",
        "עברית, שלום (2026)",
        "日本とカナダの包括的戦略的パートナーシップに関する共同声明",
    ] {
        assert!(all.contains(&title), "{title} is not in {all:?}");
    }
    let paper = shown(&file)?;
    assert_eq!(paper.sheets.len(), slides.len());
    let long = slides.iter().position(|slide| slide.title.ends_with('…'));
    let long = long.ok_or_else(|| Error::new("nothing was too long"))?;
    assert!(paper.sheets.get(long).is_some_and(|sheet| sheet.contains(&letters("Words that go on and on"))));
    Ok(())
}

#[test]
fn a_library_that_was_changed_is_not_run() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        awake(session, "").await?;
        let other = "document.querySelector('#take a[data-script]').dataset.libraryIntegrity = 'sha256-' + 'A'.repeat(43) + '='";
        session.ask::<()>(other).await?;
        session.click(e2e::parts::OPEN_TAKE).await?;
        session.click(&format!("{} a[data-script]", e2e::parts::OPENED_TAKE)).await?;
        let said = "return !!document.querySelector('#take [role=alert]:not([hidden])') && !window.PptxGenJS";
        session.until("the page says so", said).await
    })
}
