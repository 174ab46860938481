//! How slides look: in windows of all sizes, without scripts, on paper, and to axe.

use crate::barriers::{Barriers, look_in};
use crate::present::{names, present};
use e2e::paper::letters;
use e2e::{BrowserOptions, Result, Session, browse};
use fantoccini::wd::PrintSize;

/// Windows in which a slide keeps its shape, and those in which its parts stand below each other.
const SLIDES: [(u32, u32); 4] = [(1280, 720), (1920, 1080), (4000, 3000), (960, 540)];
const NARROW: [(u32, u32); 3] = [(390, 844), (320, 480), (800, 1100)];

/// Goes through all slides; what each says of itself is told by `looks`, a function of the slide.
fn each(looks: &str) -> String {
    format!(
        "const looks = {looks};
        const found = [];
        const next = document.querySelector('#ways [data-do=next]');
        for (const [at, slide] of [...document.querySelectorAll('.slide')].entries()) {{
            if (at) next.click();
            const name = slide.id || slide.querySelector('article').id;
            if (!('current' in slide.dataset)) found.push(`${{name}} is not shown`);
            found.push(...looks(slide).map((said) => `${{name}}: ${{said}}`));
        }}
        return found;"
    )
}

/// Nothing lies over the foot, sticks out of its frame, or is cut off.
const FITS: &str = "(slide) => {
    const frame = slide.querySelector('.frame').getBoundingClientRect();
    const foot = slide.querySelector('footer').getBoundingClientRect();
    const said = [];
    const ratio = frame.width / frame.height;
    if (Math.abs(ratio - 16 / 9) > 0.01) said.push(`is ${frame.width} by ${frame.height}`);
    if (frame.width > innerWidth + 1 || frame.height > innerHeight + 1) said.push('is larger than the window');
    if (Math.max(frame.width / innerWidth, frame.height / innerHeight) < 0.99) said.push('does not fill the window');
    for (const part of slide.querySelectorAll('.frame *')) {
        if (!part.getClientRects().length || part.closest('.unseen, svg')) continue;
        const box = part.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1) said.push(`${part.localName} sticks out`);
        if (!part.closest('footer') && box.bottom > foot.top + 1) said.push(`${part.localName}.${part.className} lies over the foot`);
        if (part.closest('footer') && box.bottom > frame.bottom + 1) said.push('the foot is cut off');
    }
    const words = slide.querySelector('footer .marks')?.getBoundingClientRect().right ?? 0;
    const ways = document.querySelector('#ways [data-do=previous]').getBoundingClientRect().left;
    if (words > ways) said.push('marks lie under the buttons');
    return said.slice(0, 3);
}";

/// The smallest text is 14 and what is to be read is 19, where the slide is 1280 by 720.
const LEGIBLE: &str = "(slide) => {
    const said = [];
    const size = (part) => parseFloat(getComputedStyle(part).fontSize);
    const own = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    for (const part of slide.querySelectorAll('.frame *')) {
        if (!part.getClientRects().length || part.closest('.unseen, svg') || !own(part)) continue;
        if (size(part) < 14) said.push(`${part.localName} has ${size(part)}`);
    }
    for (const part of slide.querySelectorAll('.lede, .text, .legs p, dd, .open a, .dated a, .label')) {
        if (size(part) < 19) said.push(`${part.localName} is to be read at ${size(part)}`);
    }
    return said.slice(0, 3);
}";

#[test]
fn every_slide_fits_its_frame_and_can_be_read() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let mut found: Vec<String> = Vec::new();
        for (width, height) in SLIDES {
            session.resize(width, height).await?;
            present(session, "").await?;
            let said: Vec<String> = session.ask(&each(FITS)).await?;
            found.extend(said.into_iter().map(|said| format!("{width}: {said}")));
        }
        session.resize(1280, 720).await?;
        present(session, "").await?;
        found.extend(session.ask::<Vec<String>>(&each(LEGIBLE)).await?);
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
}

#[test]
fn in_narrow_windows_nothing_sticks_out_and_the_end_of_each_slide_can_be_reached() -> Result {
    let looks = "(slide) => {
        const said = [];
        const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) said.push(`${root.scrollWidth - root.clientWidth} px stick out`);
        scrollTo(0, root.scrollHeight);
        const ways = document.querySelector('#ways').getBoundingClientRect().top;
        const foot = slide.querySelector('footer').getBoundingClientRect();
        if (foot.bottom > ways + 1) said.push('its end lies under the buttons');
        const text = slide.querySelector('.text, .lede, .legs p, .label, .open a, .frame-sources p');
        if (text && parseFloat(getComputedStyle(text).fontSize) < 14) said.push('it is too small to be read');
        return said;
    }";
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let mut found: Vec<String> = Vec::new();
        for (width, height) in NARROW {
            session.resize(width, height).await?;
            present(session, "").await?;
            let said: Vec<String> = session.ask(&each(looks)).await?;
            found.extend(said.into_iter().map(|said| format!("{width}: {said}")));
        }
        assert!(found.is_empty(), "{found:#?}");
        // What is longer than the window is read to its end before the next slide comes.
        session.resize(320, 480).await?;
        present(session, "#route").await?;
        session.press('\u{e00f}').await?;
        session.until("it scrolls", "return scrollY > 0 && location.hash === '#route'").await?;
        session.press('\u{e014}').await?;
        session.until("the next one begins at its top", "return scrollY === 0 && location.hash !== '#route'").await?;
        Ok(())
    })
}

#[test]
fn without_scripts_all_slides_stand_below_each_other() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.resize(1280, 720).await?;
        session.open_plain("present.html").await?;
        let looks = "return [...document.querySelectorAll('.frame')].map((frame) => {
            const box = frame.getBoundingClientRect();
            return [Math.round(box.width), Math.round(box.height), Math.round(box.top + scrollY)];
        })";
        let frames: Vec<(u32, u32, u32)> = session.ask(looks).await?;
        assert_eq!(frames.len(), names(session).await?.len());
        assert!(frames.iter().all(|frame| (1260..=1280).contains(&frame.0) && frame.1 == 720), "{frames:?}");
        assert!(frames.iter().zip(frames.iter().skip(1)).all(|(above, below)| below.2 >= above.2 + 720), "{frames:?}");
        assert!(!session.find("#ways").await?.is_displayed().await?, "a button that does nothing is not shown");
        let notes = session.find("article .notes summary").await?;
        notes.click().await?;
        assert!(session.find("article .notes li").await?.is_displayed().await?);
        let mark = session.find("article .proof a.mark").await?.prop("href").await?.unwrap_or_default();
        session.client.goto(&mark).await?;
        session.find(":target").await?;
        Ok(())
    })
}

#[test]
fn each_slide_is_printed_on_a_page_of_its_own_with_its_sources() -> Result {
    for options in [BrowserOptions::DARK, BrowserOptions::NO_SCRIPTS] {
        browse(options, async |session: &Session| {
            session.open_plain("present.html").await?;
            let slides: Vec<(String, String)> = session
                .ask(
                    "return [...document.querySelectorAll('.frame')].map((frame) => [
                        frame.querySelector('h1, h2, h3').textContent,
                        frame.querySelector('footer .marks')?.textContent ?? '',
                    ])",
                )
                .await?;
            for size in [PrintSize { width: 33.867, height: 19.05 }, PrintSize { width: 29.7, height: 21.0 }] {
                let paper = session.print(size).await?;
                assert_eq!(paper.sheets.len(), slides.len(), "a page for each slide");
                for (at, (title, marks)) in slides.iter().enumerate() {
                    assert!(paper.says(at + 1, &letters(title)), "{title} is not on page {}", at + 1);
                    assert!(paper.says(at + 1, &letters(marks)), "the sources of {title} are not on page {}", at + 1);
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

async fn look(session: &Session, width: u32, height: u32) -> Result {
    let mut barriers = Barriers::default();
    session.resize(width, height).await?;
    present(session, "").await?;
    let names = names(session).await?;
    let claim = session.find("article[data-commitment]").await?.attr("id").await?.unwrap_or_default();
    for name in names.iter().filter(|name| **name == claim || !name.contains('-')).take(8) {
        present(session, &format!("#{name}")).await?;
        session.press('n').await?;
        look_in(session, "html", name, &mut barriers).await?;
    }
    present(session, "?q=qxzzqx").await?;
    look_in(session, "html", "nothing", &mut barriers).await?;
    assert!(barriers.is_empty(), "barriers:\n{barriers}");
    Ok(())
}

#[test]
fn there_are_no_barriers_on_slides() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| look(session, 1280, 720).await)
}

#[test]
fn there_are_no_barriers_on_slides_in_the_dark_on_a_phone() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| look(session, 390, 844).await)
}
