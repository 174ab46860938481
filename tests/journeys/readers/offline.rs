//! What is kept on the device: whole versions, of which a page never gets a part of another one.

use crate::barriers::{Barriers, look_in};
use journeys::host::Host;
use journeys::publication::Publication;
use journeys::settings::variable;
use journeys::{Outcome, Reader, View, Wish, journey, parts};

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

async fn open(reader: &Reader, address: &str) -> Outcome<View> {
    reader.open_address(address).await?;
    reader.until_view("the engine wakes the page", |view| view.ready).await
}

/// Visits the page for the first time, and stays until it is kept.
async fn visit(reader: &Reader, site: &Publication) -> Outcome<View> {
    let view = open(reader, &site.address).await?;
    reader.until("the page is kept", "return Boolean(navigator.serviceWorker.controller)").await?;
    Ok(view)
}

async fn versions(reader: &Reader) -> Outcome<usize> {
    Ok(serde_json::from_value(reader.client.execute_async(VERSIONS, Vec::new()).await?)?)
}

/// Chooses a pillar, and drops it again.
async fn filter(reader: &Reader) -> Outcome {
    let plain = reader.view().await?;
    let chosen = plain.values("pillar").pop().unwrap_or_default();
    let narrowed = reader.press_choice(&chosen).await?;
    assert_eq!(i64::try_from(narrowed.cards.len())?, plain.count(&chosen), "{chosen} narrows the page");
    assert_eq!(reader.press_choice(&chosen).await?.cards, plain.cards);
    Ok(())
}

/// The titles that a file says which is put together now.
async fn titles_taken(reader: &Reader) -> Outcome<String> {
    let catch = "window.taken = null;
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.taken = text; }); return '#'; };
        HTMLAnchorElement.prototype.click = () => {};";
    reader.ask::<()>(catch).await?;
    reader.click(parts::OPEN_TAKE).await?;
    reader.click(&format!("{} a[href$='.csv']", parts::OPENED_TAKE)).await?;
    reader.until("the page hands a file over", "return window.taken !== null").await?;
    reader.ask("return window.taken").await
}

/// Whether the page has the words of the newer version.
async fn is_newer(reader: &Reader) -> Outcome<bool> {
    let title = reader.find(&format!("{} h4, {} h3", parts::CARD, parts::CARD)).await?.html(true).await?;
    Ok(title.contains(variable("NEWER_MARK")?.trim()))
}

async fn says_newer(reader: &Reader) -> Outcome<bool> {
    Ok(reader.find(parts::NEWER).await?.is_displayed().await?)
}

/// Whether the page says that there is a newer one, once it has looked for one.
async fn says_newer_at_rest(reader: &Reader) -> Outcome<bool> {
    let come = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/keep-'))";
    reader.until("the page has come to rest", come).await?;
    // What the page reads to compare itself, and in the same order.
    let read = "const done = arguments[0];
        navigator.serviceWorker.register(document.querySelector('[data-worker]').dataset.worker)
            .then(() => caches.keys())
            .then((names) => Promise.all(names.map((cacheName) => caches.match('index.html', { cacheName }))))
            .then((pages) => Promise.all(pages.map((page) => page?.text())))
            .then(() => done(true))";
    reader.until_told("what is kept is read", read).await?;
    reader.settled().await?;
    says_newer(reader).await
}

/// Nobody was asked for a file that it does not have.
fn assert_nothing_missed(site: &Publication) {
    let missed: Vec<_> =
        site.asked().into_iter().filter(|(name, status)| *status != 200 && name != "/favicon.ico").collect();
    assert!(missed.is_empty(), "asked for in vain: {missed:?}");
}

#[test]
fn after_the_first_visit_everything_works_without_a_network() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        let plain = visit(reader, &site).await?;
        assert_nothing_missed(&site);
        assert!(!says_newer_at_rest(reader).await?, "what was kept first is nothing newer");
        assert_eq!(reader.complaints().await?, Vec::<String>::new());
        site.stop();
        let chosen = plain.values("pillar").pop().unwrap_or_default();
        for below in ["", "index.html"] {
            let view = open(reader, &format!("{}{below}?{chosen}", site.address)).await?;
            assert_eq!(i64::try_from(view.cards.len())?, plain.count(&chosen), "a link with a choice opens");
        }
        open(reader, &site.address).await?;
        filter(reader).await?;
        let card = plain.cards.first().map(String::as_str).unwrap_or_default();
        open(reader, &format!("{}#{card}", site.address)).await?;
        reader.until("the entry opens", &format!("return Boolean(document.querySelector('{}'))", parts::ENTRY)).await?;
        open(reader, &site.address).await?;
        assert!(titles_taken(reader).await?.contains(card), "a file is made");
        reader.click(parts::SHARE).await?;
        reader.until("the panel for sharing opens over the page", parts::SHARE_OPENED).await?;
        let font = "return [...document.fonts].some((font) => font.weight === '600' && font.status === 'loaded')";
        reader.until("the font is kept", font).await?;
        Ok(())
    })
}

#[test]
fn a_network_that_never_answers_is_not_waited_for() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        site.fall_silent();
        open(reader, &site.address).await?;
        filter(reader).await
    })
}

#[test]
fn an_open_page_stays_whole_and_says_that_a_newer_one_is_ready() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        let first = reader.client.window().await?;
        site.publish("NEWER_FOLDER")?;
        let second = reader.client.new_window(true).await?.handle;
        reader.client.switch_to_window(second.clone()).await?;
        open(reader, &site.address).await?;
        assert!(is_newer(reader).await?, "with a network nobody gets an old version");
        reader.until_told("the newer version is kept as well", NEWER_KEPT).await?;
        assert!(!says_newer_at_rest(reader).await?, "the newest page has nothing to say");

        // The older page still has all of its own files, of which the host has none.
        reader.client.switch_to_window(first).await?;
        reader.until("the older page says so", &shown(parts::NEWER)).await?;
        assert!(!is_newer(reader).await?);
        filter(reader).await?;
        assert!(
            !titles_taken(reader).await?.contains(variable("NEWER_MARK")?.trim()),
            "an older page gives older files"
        );
        assert_nothing_missed(&site);

        // Whoever does not want it now is left in peace, and whoever does gets it, even without a network.
        reader.find(parts::LEAVE_NEWER).await?.click().await?;
        assert!(!says_newer(reader).await?);
        site.stop();
        reader.client.refresh().await?;
        reader.until_view("the engine wakes the newer page", |view| view.ready).await?;
        assert!(is_newer(reader).await?, "without a network the newest that is kept opens");
        assert!(titles_taken(reader).await?.contains(variable("NEWER_MARK")?.trim()), "a newer page gives newer files");

        // When nobody has the older one open any more, it goes.
        site.resume();
        reader.client.close_window().await?;
        reader.client.switch_to_window(second).await?;
        reader.client.goto("about:blank").await?;
        open(reader, &site.address).await?;
        reader.until_told("one version is left", &VERSIONS.replace("names.length", "names.length === 1")).await?;
        site.stop();
        open(reader, &site.address).await?;
        assert!(is_newer(reader).await?);
        Ok(())
    })
}

/// Whether an element is in the layout.
fn shown(selector: &str) -> String {
    format!("return document.querySelector('{selector}').getClientRects().length > 0")
}

#[test]
fn the_line_loads_the_newer_version() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        site.publish("NEWER_FOLDER")?;
        reader.ask::<()>(RETURN).await?;
        reader.until("the page says that there is a newer one", &shown(parts::NEWER)).await?;
        let mut barriers = Barriers::default();
        look_in(reader, "#newer", "newer", &mut barriers).await?;
        assert!(barriers.is_empty(), "barriers:\n{barriers}");
        reader.ask::<()>("window.older = true").await?;
        reader.find(parts::RELOAD).await?.click().await?;
        let anew = "return !window.older && 'ready' in document.documentElement.dataset";
        reader.until("the page is loaded anew and awake", anew).await?;
        assert!(is_newer(reader).await?);
        assert!(!says_newer_at_rest(reader).await?, "the newest page has nothing to say");
        assert_nothing_missed(&site);
        Ok(())
    })
}

#[test]
fn a_version_that_is_taken_back_is_not_kept() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        site.publish("NEWER_FOLDER")?;
        reader.ask::<()>(RETURN).await?;
        reader.until("the page says that there is a newer one", &shown(parts::NEWER)).await?;
        site.publish("SITE_FOLDER")?;
        reader.ask::<()>(RETURN).await?;
        reader
            .until(
                "the page has nothing to say again",
                &format!("return !({})", shown(parts::NEWER).replace("return ", "")),
            )
            .await?;
        site.stop();
        open(reader, &site.address).await?;
        assert!(!is_newer(reader).await?);
        Ok(())
    })
}

#[test]
fn what_cannot_be_kept_whole_is_not_kept() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        // A file that the page itself does not need.
        site.lose("take/script");
        open(reader, &site.address).await?;
        given_up(reader, &site, "take/script").await?;
        filter(reader).await?;
        assert!(reader.view().await?.notices.is_empty());
        assert!(!says_newer(reader).await?);

        // The next visit keeps the whole.
        site.resume();
        visit(reader, &site).await?;

        // A newer version comes half: the older one stays.
        site.publish("NEWER_FOLDER")?;
        site.lose("take/en-csv");
        open(reader, &site.address).await?;
        given_up_beside(reader, &site, "take/en-csv").await?;
        reader.until_told("another half version is left behind", INTERRUPT).await?;
        site.stop();
        open(reader, &site.address).await?;
        assert!(!is_newer(reader).await?);
        filter(reader).await
    })
}

/// Waits until the worker has tried to keep a file, and nothing is kept.
async fn given_up(reader: &Reader, site: &Publication, file: &str) -> Outcome {
    tried(reader, site, file).await?;
    reader.until_told("nothing is kept", NOTHING_KEPT).await
}

/// Waits until the worker has tried to keep a file, and only one version is kept, by one worker.
async fn given_up_beside(reader: &Reader, site: &Publication, file: &str) -> Outcome {
    tried(reader, site, file).await?;
    let alone = "const done = arguments[0];
        Promise.all([navigator.serviceWorker.getRegistration(), caches.keys()])
            .then(([one, names]) => done(!one.installing && !one.waiting && names.length === 1))";
    reader.until_told("the older version is kept alone", alone).await
}

async fn tried(reader: &Reader, site: &Publication, file: &str) -> Outcome {
    reader.until_so(&format!("{file} is asked for"), || site.was_asked(file)).await
}

#[test]
fn pages_and_files_of_different_versions_are_not_kept_together() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        // The list and the files are those of the newer version, and the page is still the old one.
        let _ = site.asked();
        site.publish("NEWER_FOLDER")?;
        site.mix("SITE_FOLDER")?;
        reader.ask::<()>(RETURN).await?;
        given_up_beside(reader, &site, "index.html").await?;
        assert!(!says_newer(reader).await?);
        site.stop();
        open(reader, &site.address).await?;
        assert!(!is_newer(reader).await?);
        Ok(())
    })
}

#[test]
fn a_full_device_keeps_nothing_and_the_page_is_as_before() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        let origin = site.address.split("/briefing").next().unwrap_or_default();
        reader.open_address(&site.address).await?;
        reader.limit_storage(origin, 400_000).await?;
        let kept = "take/script";
        tried(reader, &site, kept).await?;
        reader.until_told("nothing is kept", NOTHING_KEPT).await?;
        filter(reader).await?;
        assert!(reader.view().await?.notices.is_empty());
        assert!(!says_newer(reader).await?);
        assert_eq!(reader.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn frames_and_pages_without_an_origin_keep_nothing() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        for sandbox in ["", "sandbox='allow-scripts allow-same-origin'", "sandbox='allow-scripts'"] {
            let site = Publication::of("SITE_FOLDER")?;
            let host = Host::serve(&format!(
                "<iframe {sandbox} src='{0}'></iframe><iframe {sandbox} src='{0}embed/commitments.html'></iframe>",
                site.address
            ))?;
            reader.open_address(&host.address).await?;
            // The page in the frame has come to rest, and what could have it kept has run.
            tried(reader, &site, "keep-").await?;
            reader.open_address(&format!("{}icon.svg", site.address)).await?;
            assert_eq!(site.asked().iter().filter(|(name, _)| name == "offline.js").count(), 0, "{sandbox}");
            reader.until_told("nothing is kept", NOTHING_KEPT).await?;
        }
        Ok(())
    })
}

#[test]
fn frames_get_nothing_that_is_kept() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        // Browsers take a host of the same name for the same site, and give its frames the same worker.
        let frames = ["", "embed/matrix.html"].map(|name| format!("<iframe src='{}{name}'></iframe>", site.address));
        let host = Host::serve(&frames.concat())?;
        let _ = site.asked();
        reader.open_address(&host.address).await?;
        for file in ["index.html", "embed/matrix.html", "style-", "theme-", "frame-", "data-", ".wasm"] {
            tried(reader, &site, file).await?;
        }
        site.stop();
        reader.open_address(&host.address).await?;
        for frame in 0..2 {
            reader.client.enter_frame(frame).await?;
            assert!(!reader.ask::<bool>("return Boolean(document.querySelector('main'))").await?, "a frame was kept");
            reader.client.enter_parent_frame().await?;
        }
        Ok(())
    })
}

#[test]
fn a_site_that_is_no_longer_kept_takes_everything_back() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        assert_eq!(versions(reader).await?, 1);
        site.publish("UNKEPT_FOLDER")?;
        open(reader, &site.address).await?;
        reader.until_told("nothing is kept", NOTHING_KEPT).await?;
        let parts = "return document.querySelectorAll('link[rel=manifest], [data-keep], #newer').length";
        assert_eq!(reader.ask::<usize>(parts).await?, 0);
        filter(reader).await?;
        assert_nothing_missed(&site);
        Ok(())
    })
}

#[test]
fn the_manifest_is_one_that_devices_take() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let site = Publication::of("SITE_FOLDER")?;
        visit(reader, &site).await?;
        assert_eq!(reader.manifest().await?, Vec::<String>::new());
        assert_eq!(reader.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
