//! Parts of the briefing in frames on the pages of others.

use crate::barriers::{Barriers, look_in};
use e2e::host::Host;
use e2e::parts::CARD;
use e2e::{BrowserOptions, Result, Session, browse};

/// What can be embedded; the entry is one that the commitments have.
async fn embeds(session: &Session) -> Result<Vec<String>> {
    session.open_plain("embed/commitments.html").await?;
    let entry: String = session.find(CARD).await?.attr("id").await?.unwrap_or_default();
    let mut embeds = ["timeline", "commitments", "figures", "matrix"].map(|name| format!("embed/{name}.html")).to_vec();
    embeds.push(format!("embed/entry/{entry}.html"));
    Ok(embeds)
}

#[test]
fn without_scripts_everything_is_there_with_marks_date_and_a_way_to_the_whole() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        for embed in embeds(session).await? {
            session.open_plain(&embed).await?;
            let seen = session.find("main").await?.text().await?;
            assert!(seen.len() > 100, "{embed} is empty: {seen}");
            assert!(session.find(".sill").await?.text().await?.contains("20"), "{embed} does not say its date");
            let full = session.find("[data-full]").await?;
            assert!(full.is_displayed().await?, "{embed} does not lead to the whole");
            let full = full.prop("href").await?.unwrap_or_default();
            assert!(full.starts_with(&format!("{}index.html", session.settings.site)), "{embed}: {full}");
            // The marks of the matrix are commitments, not paragraphs.
            if !embed.contains("matrix") {
                let mark = session.find("main a.mark[target=_blank]").await?.prop("href").await?.unwrap_or_default();
                session.client.goto(&mark).await?;
                session.until("the paragraph is marked", "return !!document.querySelector(':target')").await?;
            }
        }
        Ok(())
    })
}

#[test]
fn nothing_sticks_out_of_a_frame_of_any_size() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let mut host = String::new();
        for (at, (width, height)) in SIZES.into_iter().enumerate() {
            host += &format!("<iframe id=f{at} width={width} height={height}></iframe>");
        }
        let host = Host::serve(&host)?;
        for embed in embeds(session).await? {
            for (at, size) in SIZES.into_iter().enumerate() {
                session.client.goto(&host.address).await?;
                let load = "const [at, address, done] = arguments;
                    const frame = document.getElementById(`f${at}`);
                    frame.onload = () => done();
                    frame.src = address;";
                let address = format!("{}{embed}", session.settings.site);
                session.client.execute_async(load, vec![at.into(), address.into()]).await?;
                session.client.enter_frame(u16::try_from(at)?).await?;
                let over: i32 = session.ask("return document.documentElement.scrollWidth - innerWidth").await?;
                assert!(size.0 == 0 || over <= 0, "{embed} sticks {over} px out at {size:?}");
                let title = "return document.querySelector('h2').getBoundingClientRect().top < innerHeight";
                assert!(size.0 == 0 || session.ask::<bool>(title).await?, "{embed} hides its title at {size:?}");
            }
        }
        Ok(())
    })
}

const SIZES: [(u32, u32); 6] = [(960, 540), (640, 800), (320, 480), (200, 100), (4000, 3000), (0, 0)];

#[test]
fn the_address_chooses_the_scheme_and_the_view_and_the_way_out_keeps_the_view() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| {
        let background = "return getComputedStyle(document.documentElement).backgroundColor";
        let mut seen = Vec::new();
        for query in ["", "?scheme=dark", "?scheme=light", "?scheme=nonsense"] {
            session.open_plain(&format!("embed/figures.html{query}")).await?;
            seen.push(session.ask::<String>(background).await?);
        }
        assert!(seen[0] == seen[1] && seen[0] != seen[2] && seen[0] == seen[3], "{seen:?}");
        let plain = session.open_awake("embed/commitments.html").await?;
        assert!(plain.query.is_empty() && session.ask::<String>(background).await? == seen[0], "nothing is kept");
        let pillar = plain.values("pillar").last().cloned().unwrap_or_default();
        let view = session.open_awake(&format!("embed/commitments.html?{pillar}&scheme=light&childId=x")).await?;
        assert_eq!(view.checked, [pillar.as_str()]);
        assert!(view.cards.len() < plain.cards.len() && view.notices.is_empty(), "{:?}", view.notices);
        assert_eq!(session.ask::<String>(background).await?, seen[2]);
        let full = session.find("[data-full]").await?.prop("href").await?.unwrap_or_default();
        assert!(full.ends_with(&format!("index.html?{pillar}")), "{full}");
        let cards = view.cards.clone();
        session.client.goto(&full).await?;
        let view = session.until_view("the engine wakes the page", |view| view.ready).await?;
        assert_eq!(view.cards, cards);
        Ok(())
    })
}

/// A host that notes every message, as those do that understand one of the forms.
const NOTES: &str = "<script>
    window.heard = [];
    addEventListener('message', (event) => heard.push([event.source, event.data]));
    window.from = (id) => heard.filter(([source]) => source === document.getElementById(id).contentWindow)
        .map(([, data]) => data);
    </script>";

/// How high the content of a frame is with its fonts, of which a machine may lack some.
const WHOLE: &str = "const done = arguments[0];
    Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => {
        const root = document.documentElement;
        root.dataset.whole = '';
        const heights = [...document.body.children].map((part) => part.getBoundingClientRect().height);
        delete root.dataset.whole;
        done(Math.ceil(heights.reduce((sum, height) => sum + height, 0)));
    })";

#[test]
fn a_frame_tells_its_height_in_every_form_with_and_without_an_origin() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = &session.settings.site;
        let frame = |id: &str, more: &str| {
            format!("<iframe id={id} {more} width=600 src=\"{site}embed/figures.html?childId={id}\"></iframe>")
        };
        let host = [
            NOTES.to_owned(),
            frame("plain", ""),
            frame("sandboxed", "sandbox=\"allow-scripts\""),
            frame("trusted", "sandbox=\"allow-scripts allow-same-origin\""),
        ];
        let host = Host::serve(&host.concat())?;
        session.client.goto(&host.address).await?;
        for id in ["plain", "sandboxed", "trusted"] {
            session
                .until(
                    "every form has come",
                    &format!(
                        "const all = from('{id}');
                        const amp = all.find((data) => data.sentinel === 'amp' && data.type === 'embed-size')?.height;
                        return amp > 300 && all.includes('pymxPYMx{id}xPYMxheightxPYMx' + amp)
                            && all.some((data) => data.type === 'iframe-resized' && data.height === amp)
                            && all.some((data) => data['datawrapper-height']?.{id} === amp)"
                    ),
                )
                .await?;
        }
        // With other letters it has another height, which it tells as well.
        session.client.enter_frame(0).await?;
        let whole = session.client.execute_async(WHOLE, Vec::new()).await?;
        session.client.enter_parent_frame().await?;
        // The height of a low frame is that of all its content, and it stays when the host follows.
        let heights = "return from('plain').filter((data) => data.sentinel).map((data) => data.height)";
        // What changes by less than a pixel is not told again.
        let near = heights.replacen("return ", "return Math.abs(", 1) + &format!(".at(-1) - {whole}) <= 1");
        session.until("the height is told", &near).await?;
        let told: Vec<u32> = session.ask(heights).await?;
        let last = told.last().copied().unwrap_or_default();
        session.ask_about::<()>("document.getElementById('plain').height = arguments[0]", vec![last.into()]).await?;
        session.ask::<()>("document.getElementById('plain').contentWindow.postMessage({ type: 'iframe-get-child-dimensions' }, '*')").await?;
        session.until("the question is answered", &format!("{heights}.length > {}", told.len())).await?;
        let told: Vec<u32> = session.ask::<Vec<u32>>(heights).await?.split_off(told.len() - 1);
        assert!(told.iter().all(|height| *height == last), "the frame grows: {told:?}");
        Ok(())
    })
}

#[test]
fn a_frame_does_not_care_for_what_strangers_say() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let frame =
            format!("{NOTES}<iframe id=plain src=\"{}embed/commitments.html\"></iframe>", session.settings.site);
        let host = Host::serve(&frame)?;
        session.client.goto(&host.address).await?;
        session.until("the frame has told its height", "return from('plain').length > 0").await?;
        session
            .ask::<()>(
                "const frame = document.getElementById('plain').contentWindow;
                const bad = [null, 0, '', [], {}, { type: {} }, { type: 'iframe-child-init', bodyMargin: '900px' },
                    'pymxPYMxcommitmentsxPYMxwidthxPYMx<b>', 'x'.repeat(5e6), new Array(1e5).fill({ type: 'a' })];
                for (let turn = 0; turn < 200; turn += 1) for (const data of bad.slice(0, 8)) frame.postMessage(data, '*');
                for (const data of bad) frame.postMessage(data, '*');
                window.before = heard.length;",
            )
            .await?;
        session.until("the last question is answered", "return heard.length > before").await?;
        let answers: usize = session.ask("return heard.length").await?;
        assert!(answers < 200, "{answers} answers to 1600 questions");
        session.client.enter_frame(0).await?;
        let margin: String = session.ask("return getComputedStyle(document.body).marginTop").await?;
        assert_eq!(margin, "0px");
        assert!(session.complaints().await?.is_empty());
        Ok(())
    })
}

#[test]
fn the_element_makes_frames_that_are_as_high_as_what_is_in_them() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = &session.settings.site;
        let host = Host::serve(&format!(
            "<style>#third {{ --partnership-briefing-height: 333px }}</style>
            <script src=\"{site}partnership-briefing.js\"></script>
            <partnership-briefing id=first view=figures theme=dark></partnership-briefing>
            <partnership-briefing id=second view=\"../x\" lang=xx height=444></partnership-briefing>
            <partnership-briefing id=third view=matrix></partnership-briefing>
            <div id=elsewhere></div>
            <script>
            // Not every driver sees what a page only declares.
            window.frame = (id) => document.getElementById(id).shadowRoot.querySelector('iframe');
            window.height = (id) => frame(id).offsetHeight;
            </script>"
        ))?;
        session.client.goto(&host.address).await?;
        let own = "frame('first').style.height !== '' && !frame('first').style.height.includes('540px')";
        session.until("the frame has its height", &format!("return {own}")).await?;
        let first: u32 = session.ask("return height('first')").await?;
        assert!(first > 200, "{first}");
        let sources: Vec<String> =
            session.ask("return ['first', 'second', 'third'].map((id) => frame(id).src)").await?;
        assert_eq!(sources[0], format!("{site}embed/figures.html?scheme=dark"));
        assert_eq!(sources[1], format!("{site}embed/timeline.html"), "what is not known is the first view");
        let titles: Vec<String> =
            session.ask("return ['first', 'second', 'third'].map((id) => frame(id).title)").await?;
        assert!(titles.iter().all(|title| title.len() > 5) && titles[0] != titles[1], "{titles:?}");
        // A stranger's word for a height, even one from this very page, changes nothing.
        session.ask::<()>("postMessage({ type: 'iframe-resized', height: 7 }, '*')").await?;
        session.ask::<()>("document.getElementById('elsewhere').append(document.getElementById('first'))").await?;
        session.ask::<()>("document.getElementById('first').setAttribute('view', 'matrix')").await?;
        session.until("the moved one has its height", &format!("return height('first') > {first}")).await?;
        let heights: Vec<u32> = session.ask("return [height('second'), height('third')]").await?;
        assert_eq!(heights, [444, 333]);
        session.ask::<()>("document.getElementById('second').remove()").await?;
        assert!(session.complaints().await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_frame_without_an_origin_shows_nothing_that_does_not_work() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = &session.settings.site;
        let host = Host::serve(&format!(
            "<iframe sandbox=\"allow-scripts\" width=960 height=540 src=\"{site}embed/commitments.html\"></iframe>"
        ))?;
        session.client.goto(&host.address).await?;
        session.client.enter_frame(0).await?;
        // A host of the site that allows every origin lets the engine come all the same.
        let state = "const root = document.documentElement.dataset; return 'ready' in root || root.engine === 'failed'";
        session.until("the engine has come or not", state).await?;
        let useless = "return !('ready' in document.documentElement.dataset)
            && [...document.querySelectorAll('.needs-engine')].some((part) => part.getClientRects().length)";
        assert!(!session.ask::<bool>(useless).await?);
        assert!(session.find(CARD).await?.text().await?.len() > 20);
        Ok(())
    })
}

async fn look_at_all(session: &Session, width: u32, height: u32) -> Result {
    let mut barriers = Barriers::default();
    let all = embeds(session).await?;
    session.resize(width, height).await?;
    for embed in all {
        session.open_plain(&embed).await?;
        if embed.contains("commitments") {
            session.until_view("the engine wakes it", |view| view.ready).await?;
        }
        look_in(session, "html", &embed, &mut barriers).await?;
    }
    assert!(barriers.is_empty(), "barriers:\n{barriers}");
    Ok(())
}

#[test]
fn there_are_no_barriers_in_a_wide_frame() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| look_at_all(session, 960, 2400).await)
}

#[test]
fn there_are_no_barriers_in_a_narrow_frame_in_the_dark() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| look_at_all(session, 390, 600).await)
}
