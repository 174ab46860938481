//! What is kept on the device: whole versions, of which a page never gets a part of another one.

use crate::barriers::{Barriers, look_in};
use e2e::host::Host;
use e2e::publication::Publication;
use e2e::settings::variable;
use e2e::{BrowserOptions, Result, Session, View, browse, parts};

/// Says how many versions are kept whole or in part.
const VERSIONS: &str = "const done = arguments[0]; caches.keys().then((names) => done(names.length))";

/// Whether the worker has given up or gone, with everything that it had kept.
const NOTHING_KEPT: &str = "const done = arguments[0];
    Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
        .then(([workers, names]) => done(workers.length === 0 && names.length === 0))";

/// Whether a newer version is kept beside the one that the page has.
const NEWER_KEPT: &str = "const done = arguments[0];
    navigator.serviceWorker.getRegistration().then((worker) => done(Boolean(worker?.waiting)))";

/// A reader comes back to the page after days.
const RETURN: &str = "document.dispatchEvent(new Event('visibilitychange'))";

/// What an installation leaves that was interrupted, as by a device that is switched off.
const INTERRUPT: &str = "const done = arguments[0];
    navigator.serviceWorker.getRegistration()
        .then(({ scope }) => caches.open(`briefing ${scope} interrupted`))
        .then((cache) => cache.add(document.querySelector('link[rel=stylesheet]').href))
        .then(() => done(true))";

async fn open(session: &Session, address: &str) -> Result<View> {
    session.open_address(address).await?;
    session.until_view("the engine wakes the page", |view| view.ready).await
}

/// Visits the page for the first time, and stays until it is kept.
async fn visit(session: &Session, site: &Publication) -> Result<View> {
    let view = open(session, &site.address).await?;
    session.until("the page is kept", "return Boolean(navigator.serviceWorker.controller)").await?;
    Ok(view)
}

async fn versions(session: &Session) -> Result<usize> {
    Ok(serde_json::from_value(session.client.execute_async(VERSIONS, Vec::new()).await?)?)
}

/// Chooses a pillar, and drops it again.
async fn filter(session: &Session) -> Result {
    let plain = session.view().await?;
    let chosen = plain.values("pillar").pop().unwrap_or_default();
    let narrowed = session.press_choice(&chosen).await?;
    assert_eq!(i64::try_from(narrowed.cards.len())?, plain.count(&chosen), "{chosen} narrows the page");
    assert_eq!(session.press_choice(&chosen).await?.cards, plain.cards);
    Ok(())
}

/// The titles that a file says which is put together now.
async fn titles_taken(session: &Session) -> Result<String> {
    let catch = "window.taken = null;
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.taken = text; }); return '#'; };
        HTMLAnchorElement.prototype.click = () => {};";
    session.ask::<()>(catch).await?;
    session.click(parts::OPEN_TAKE).await?;
    session.click(&format!("{} a[href$='.csv']", parts::OPENED_TAKE)).await?;
    session.until("the page hands a file over", "return window.taken !== null").await?;
    session.ask("return window.taken").await
}

/// Whether the page has the words of the newer version.
async fn is_newer(session: &Session) -> Result<bool> {
    let title = session.find(&format!("{} h4, {} h3", parts::CARD, parts::CARD)).await?.html(true).await?;
    Ok(title.contains(variable("NEWER_MARK")?.trim()))
}

async fn says_newer(session: &Session) -> Result<bool> {
    Ok(session.find(parts::NEWER).await?.is_displayed().await?)
}

/// Whether the page says that there is a newer one, once it has looked for one.
async fn says_newer_at_rest(session: &Session) -> Result<bool> {
    let come = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/keep-'))";
    session.until("the page has come to rest", come).await?;
    // What the page reads to compare itself, and in the same order.
    let read = "const done = arguments[0];
        navigator.serviceWorker.register(document.querySelector('[data-worker]').dataset.worker)
            .then(() => caches.keys())
            .then((names) => Promise.all(names.map((cacheName) => caches.match('index.html', { cacheName }))))
            .then((pages) => Promise.all(pages.map((page) => page?.text())))
            .then(() => done(true))";
    session.until_told("what is kept is read", read).await?;
    session.settled().await?;
    says_newer(session).await
}

/// Nobody was asked for a file that it does not have.
fn assert_nothing_missed(site: &Publication) {
    let missed: Vec<_> =
        site.asked().into_iter().filter(|(name, status)| *status != 200 && name != "/favicon.ico").collect();
    assert!(missed.is_empty(), "asked for in vain: {missed:?}");
}

#[test]
fn after_the_first_visit_everything_works_without_a_network() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        let plain = visit(session, &site).await?;
        assert_nothing_missed(&site);
        assert!(!says_newer_at_rest(session).await?, "what was kept first is nothing newer");
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        site.stop();
        let chosen = plain.values("pillar").pop().unwrap_or_default();
        for below in ["", "index.html"] {
            let view = open(session, &format!("{}{below}?{chosen}", site.address)).await?;
            assert_eq!(i64::try_from(view.cards.len())?, plain.count(&chosen), "a link with a choice opens");
        }
        open(session, &site.address).await?;
        filter(session).await?;
        let card = plain.cards.first().map(String::as_str).unwrap_or_default();
        open(session, &format!("{}#{card}", site.address)).await?;
        session
            .until("the entry opens", &format!("return Boolean(document.querySelector('{}'))", parts::ENTRY))
            .await?;
        open(session, &site.address).await?;
        assert!(titles_taken(session).await?.contains(card), "a file is made");
        session.click(parts::SHARE).await?;
        session.until("the panel for sharing opens over the page", parts::SHARE_OPENED).await?;
        let font = "return [...document.fonts].some((font) => font.weight === '600' && font.status === 'loaded')";
        session.until("the font is kept", font).await?;
        Ok(())
    })
}

#[test]
fn a_network_that_never_answers_is_not_waited_for() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        site.fall_silent();
        open(session, &site.address).await?;
        filter(session).await
    })
}

#[test]
fn an_open_page_stays_whole_and_says_that_a_newer_one_is_ready() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        let first = session.client.window().await?;
        site.publish("NEWER_FOLDER")?;
        let second = session.client.new_window(true).await?.handle;
        session.client.switch_to_window(second.clone()).await?;
        open(session, &site.address).await?;
        assert!(is_newer(session).await?, "with a network nobody gets an old version");
        session.until_told("the newer version is kept as well", NEWER_KEPT).await?;
        assert!(!says_newer_at_rest(session).await?, "the newest page has nothing to say");

        // The older page still has all of its own files, of which the host has none.
        session.client.switch_to_window(first).await?;
        session.until("the older page says so", &shown(parts::NEWER)).await?;
        assert!(!is_newer(session).await?);
        filter(session).await?;
        assert!(
            !titles_taken(session).await?.contains(variable("NEWER_MARK")?.trim()),
            "an older page gives older files"
        );
        assert_nothing_missed(&site);

        // Whoever does not want it now is left in peace, and whoever does gets it, even without a network.
        session.find(parts::LEAVE_NEWER).await?.click().await?;
        assert!(!says_newer(session).await?);
        site.stop();
        session.client.refresh().await?;
        session.until_view("the engine wakes the newer page", |view| view.ready).await?;
        assert!(is_newer(session).await?, "without a network the newest that is kept opens");
        assert!(
            titles_taken(session).await?.contains(variable("NEWER_MARK")?.trim()),
            "a newer page gives newer files"
        );

        // When nobody has the older one open any more, it goes.
        site.resume();
        session.client.close_window().await?;
        session.client.switch_to_window(second).await?;
        session.client.goto("about:blank").await?;
        open(session, &site.address).await?;
        session.until_told("one version is left", &VERSIONS.replace("names.length", "names.length === 1")).await?;
        site.stop();
        open(session, &site.address).await?;
        assert!(is_newer(session).await?);
        Ok(())
    })
}

/// Whether an element is in the layout.
fn shown(selector: &str) -> String {
    format!("return document.querySelector('{selector}').getClientRects().length > 0")
}

#[test]
fn the_line_loads_the_newer_version() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        site.publish("NEWER_FOLDER")?;
        session.ask::<()>(RETURN).await?;
        session.until("the page says that there is a newer one", &shown(parts::NEWER)).await?;
        let mut barriers = Barriers::default();
        look_in(session, "#newer", "newer", &mut barriers).await?;
        assert!(barriers.is_empty(), "barriers:\n{barriers}");
        session.ask::<()>("window.older = true").await?;
        session.find(parts::RELOAD).await?.click().await?;
        let anew = "return !window.older && 'ready' in document.documentElement.dataset";
        session.until("the page is loaded anew and awake", anew).await?;
        assert!(is_newer(session).await?);
        assert!(!says_newer_at_rest(session).await?, "the newest page has nothing to say");
        assert_nothing_missed(&site);
        Ok(())
    })
}

#[test]
fn a_version_that_is_taken_back_is_not_kept() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        site.publish("NEWER_FOLDER")?;
        session.ask::<()>(RETURN).await?;
        session.until("the page says that there is a newer one", &shown(parts::NEWER)).await?;
        site.publish("SITE_FOLDER")?;
        session.ask::<()>(RETURN).await?;
        session
            .until(
                "the page has nothing to say again",
                &format!("return !({})", shown(parts::NEWER).replace("return ", "")),
            )
            .await?;
        site.stop();
        open(session, &site.address).await?;
        assert!(!is_newer(session).await?);
        Ok(())
    })
}

#[test]
fn what_cannot_be_kept_whole_is_not_kept() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        // A file that the page itself does not need.
        site.lose("take/script");
        open(session, &site.address).await?;
        given_up(session, &site, "take/script").await?;
        filter(session).await?;
        assert!(session.view().await?.notices.is_empty());
        assert!(!says_newer(session).await?);

        // The next visit keeps the whole.
        site.resume();
        visit(session, &site).await?;

        // A newer version comes half: the older one stays.
        site.publish("NEWER_FOLDER")?;
        site.lose("take/en-csv");
        open(session, &site.address).await?;
        given_up_beside(session, &site, "take/en-csv").await?;
        session.until_told("another half version is left behind", INTERRUPT).await?;
        site.stop();
        open(session, &site.address).await?;
        assert!(!is_newer(session).await?);
        filter(session).await
    })
}

/// Waits until the worker has tried to keep a file, and nothing is kept.
async fn given_up(session: &Session, site: &Publication, file: &str) -> Result {
    tried(session, site, file).await?;
    session.until_told("nothing is kept", NOTHING_KEPT).await
}

/// Waits until the worker has tried to keep a file, and only one version is kept, by one worker.
async fn given_up_beside(session: &Session, site: &Publication, file: &str) -> Result {
    tried(session, site, file).await?;
    let alone = "const done = arguments[0];
        Promise.all([navigator.serviceWorker.getRegistration(), caches.keys()])
            .then(([one, names]) => done(!one.installing && !one.waiting && names.length === 1))";
    session.until_told("the older version is kept alone", alone).await
}

async fn tried(session: &Session, site: &Publication, file: &str) -> Result {
    session.until_so(&format!("{file} is asked for"), || site.was_asked(file)).await
}

#[test]
fn pages_and_files_of_different_versions_are_not_kept_together() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        // The list and the files are those of the newer version, and the page is still the old one.
        let _ = site.asked();
        site.publish("NEWER_FOLDER")?;
        site.mix("SITE_FOLDER")?;
        session.ask::<()>(RETURN).await?;
        given_up_beside(session, &site, "index.html").await?;
        assert!(!says_newer(session).await?);
        site.stop();
        open(session, &site.address).await?;
        assert!(!is_newer(session).await?);
        Ok(())
    })
}

#[test]
fn a_full_device_keeps_nothing_and_the_page_is_as_before() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        let origin = site.address.split("/briefing").next().unwrap_or_default();
        session.open_address(&site.address).await?;
        session.limit_storage(origin, 400_000).await?;
        let kept = "take/script";
        tried(session, &site, kept).await?;
        session.until_told("nothing is kept", NOTHING_KEPT).await?;
        filter(session).await?;
        assert!(session.view().await?.notices.is_empty());
        assert!(!says_newer(session).await?);
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn frames_and_pages_without_an_origin_keep_nothing() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for sandbox in ["", "sandbox='allow-scripts allow-same-origin'", "sandbox='allow-scripts'"] {
            let site = Publication::of("SITE_FOLDER")?;
            let host = Host::serve(&format!(
                "<iframe {sandbox} src='{0}'></iframe><iframe {sandbox} src='{0}embed/commitments.html'></iframe>",
                site.address
            ))?;
            session.open_address(&host.address).await?;
            // The page in the frame has come to rest, and what could have it kept has run.
            tried(session, &site, "keep-").await?;
            session.open_address(&format!("{}icon.svg", site.address)).await?;
            assert_eq!(site.asked().iter().filter(|(name, _)| name == "offline.js").count(), 0, "{sandbox}");
            session.until_told("nothing is kept", NOTHING_KEPT).await?;
        }
        Ok(())
    })
}

#[test]
fn frames_get_nothing_that_is_kept() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        // Browsers take a host of the same name for the same site, and give its frames the same worker.
        let frames = ["", "embed/matrix.html"].map(|name| format!("<iframe src='{}{name}'></iframe>", site.address));
        let host = Host::serve(&frames.concat())?;
        let _ = site.asked();
        session.open_address(&host.address).await?;
        for file in ["index.html", "embed/matrix.html", "style-", "theme-", "frame-", "data-", ".wasm"] {
            tried(session, &site, file).await?;
        }
        site.stop();
        session.open_address(&host.address).await?;
        for frame in 0..2 {
            session.client.enter_frame(frame).await?;
            assert!(!session.ask::<bool>("return Boolean(document.querySelector('main'))").await?, "a frame was kept");
            session.client.enter_parent_frame().await?;
        }
        Ok(())
    })
}

#[test]
fn a_site_that_is_no_longer_kept_takes_everything_back() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        assert_eq!(versions(session).await?, 1);
        site.publish("UNKEPT_FOLDER")?;
        open(session, &site.address).await?;
        session.until_told("nothing is kept", NOTHING_KEPT).await?;
        let parts = "return document.querySelectorAll('link[rel=manifest], [data-keep], #newer').length";
        assert_eq!(session.ask::<usize>(parts).await?, 0);
        filter(session).await?;
        assert_nothing_missed(&site);
        Ok(())
    })
}

#[test]
fn the_manifest_is_one_that_devices_take() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(session, &site).await?;
        assert_eq!(session.manifest().await?, Vec::<String>::new());
        assert_eq!(session.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
