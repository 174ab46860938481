//! What to put on the pages of others, and how: a page of its own, which `public/share.js` shows as a
//! panel over the big one.

use super::{bar, embed::Embed, glyph};
use briefing::model::{Briefing, Commitment, fill};
use briefing::picture::PICTURES;
use leptos::prelude::*;

/// A language of the site: its code, its name, and the way to its folder from this page.
pub type Language = (String, String, String);

/// The sizes that are shown, in pixels: that of a slide, a larger one, and a column of a page.
const SIZES: [(u32, u32); 3] = [(960, 540), (1280, 720), (640, 800)];

/// The form of the choices; what is copied belongs to it wherever it stands.
const FORM: &str = "share-choices";

/// The colours that the address of a frame can ask for.
const SCHEMES: [&str; 3] = ["auto", "light", "dark"];

/// The page. `root` is the way to the root of the site, `site` the address of the folder of this
/// language, if it is known; `drawn` says whether the pictures are there as PNG.
pub fn share(
    briefing: &'static Briefing,
    languages: &[Language],
    root: String,
    site: Option<&str>,
    drawn: bool,
) -> AnyView {
    let strings = &briefing.catalogue.strings;
    view! {
        <header class="plate">
            <h1>
                <a href="index.html">{briefing.site.short_title.as_str()}</a>
            </h1>
            {bar::emblem()}
        </header>
        <main>
            <section class="share" aria-labelledby="share-title" data-root=root>
                <h2 id="share-title">{strings.share()}</h2>
                {choices(briefing, languages)}
                {preview(briefing, drawn)}
                {plainly(briefing, site)}
            </section>
        </main>
    }
    .into_any()
}

/// A part that can be shared in one piece, its name, where it stands on the big page, and its picture.
type Part = (Embed, String, &'static str, Option<&'static str>);

fn parts(briefing: &'static Briefing) -> Vec<Part> {
    let strings = &briefing.catalogue.strings;
    let filtered = fill(strings.share_filtered(), &[("title", &Embed::Commitments.title(briefing))]);
    vec![
        (Embed::Timeline, briefing.site.sections.route.title.clone(), "#route", Some("route")),
        (Embed::Commitments, filtered, "#roadmap", None),
        (Embed::Figures, Embed::Figures.title(briefing), "#figures", None),
        (Embed::Matrix, Embed::Matrix.title(briefing), "#matrix", Some("matrix")),
    ]
}

/// What a script needs to make a link, a frame and an element of the choices.
fn choices(briefing: &'static Briefing, languages: &[Language]) -> impl IntoView {
    let strings = &briefing.catalogue.strings;
    let parts = parts(briefing).into_iter().enumerate().map(|(at, (part, label, place, still))| {
        let still = PICTURES.iter().find(|picture| Some(picture.name) == still && picture.shows(briefing));
        view! {
            <label>
                <input
                    type="radio"
                    name="part"
                    value=part.name()
                    checked=at == 0
                    data-title=part.title(briefing)
                    data-place=place
                    data-still=still.map(|picture| picture.name)
                />
                <span>{label}</span>
            </label>
        }
    });
    let one = |commitment: &'static Commitment| {
        view! { <option value=commitment.id.as_str()>{commitment.title.as_str()}</option> }
    };
    let languages = (languages.len() > 1).then(|| {
        let mine = &briefing.catalogue.language;
        let choices = languages.iter().map(|(code, name, way)| {
            let (code, name, way) = (code.clone(), name.clone(), way.clone());
            view! {
                <label>
                    <input type="radio" name="language" value=way checked=&code == mine data-code=code.clone() />
                    <span lang=code>{name}</span>
                </label>
            }
        });
        view! {
            <fieldset class="row">
                <legend>{strings.share_language()}</legend>
                {choices.collect_view()}
            </fieldset>
        }
    });
    let schemes = SCHEMES.iter().zip([strings.scheme_auto(), strings.scheme_light(), strings.scheme_dark()]);
    let schemes = schemes.enumerate().map(|(at, (value, name))| {
        view! {
            <label>
                <input type="radio" name="scheme" value=*value checked=at == 0 />
                <span>{name}</span>
            </label>
        }
    });
    view! {
        <form class="choices" id=FORM autocomplete="off">
            <fieldset>
                <legend>{strings.share_what()}</legend>
                {parts.collect_view()}
                <label>
                    <input type="radio" name="part" value="entry" />
                    <span>{strings.share_entry()}</span>
                </label>
                <select name="entry" aria-label=strings.share_entry()>
                    {briefing.catalogue.commitments.iter().map(one).collect_view()}
                </select>
            </fieldset>
            {languages}
            <fieldset class="row">
                <legend>{strings.share_scheme()}</legend>
                {schemes.collect_view()}
            </fieldset>
            {field("link", strings.share_link(), strings.copy_link(), 1)}
            {field("frame", strings.share_frame(), strings.share_copy_frame(), 5)}
            <p class="said" role="status" data-copied=strings.share_copied() data-refused=strings.share_refused()></p>
        </form>
    }
}

/// A text to copy, and the button that does it.
fn field(name: &'static str, label: &'static str, copy: &'static str, rows: u32) -> impl IntoView {
    view! {
        <div class="field">
            <label for=format!("share-{name}")>{label}</label>
            <button type="button" class="plain" data-copies=name>
                {copy}
            </button>
            <textarea id=format!("share-{name}") name=name form=FORM rows=rows readonly spellcheck="false"></textarea>
        </div>
    }
}

/// The frame as it will be, at the sizes at which it is likely to stand.
fn preview(briefing: &'static Briefing, drawn: bool) -> impl IntoView {
    let strings = &briefing.catalogue.strings;
    let stills = ["svg", "png"].into_iter().take(if drawn { 2 } else { 1 }).map(|ending| {
        view! {
            <a class="plain" data-ending=ending download="">
                {ending.to_uppercase()}
            </a>
        }
    });
    let sizes = SIZES.iter().enumerate().map(|(at, (wide, high))| {
        view! {
            <label>
                <input type="radio" name="size" value=format!("{wide} {high}") checked=at == 0 />
                <span>{format!("{wide} × {high}")}</span>
            </label>
        }
    });
    view! {
        <section class="preview" aria-labelledby="share-preview">
            <div class="head">
                <h3 id="share-preview">{strings.share_preview()}</h3>
                <div class="row" role="radiogroup" aria-labelledby="share-preview">
                    {sizes.collect_view()}
                </div>
                <button type="button" class="close" aria-label=strings.close() inner_html=glyph::CROSS></button>
            </div>
            <div class="stage">
                <iframe title=strings.share_preview()></iframe>
            </div>
            <p class="caption">{strings.share_note()}</p>
            <p class="stills">{strings.share_still()} {stills.collect_view()}</p>
            {field("element", strings.share_element(), strings.share_copy_element(), 3)}
        </section>
    }
}

/// The same without scripts: the pages for frames, and what to write where the address is known.
fn plainly(briefing: &'static Briefing, site: Option<&str>) -> impl IntoView {
    let strings = &briefing.catalogue.strings;
    let parts = parts(briefing).into_iter().map(|(part, ..)| {
        let (name, title) = (part.name(), part.title(briefing));
        let code = site.map(|site| {
            let (wide, high) = SIZES.first().copied().unwrap_or_default();
            let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
            let frame = format!(
                "<iframe src=\"{site}embed/{name}.html\" title=\"{title}\" width=\"{wide}\" height=\"{high}\" loading=\"lazy\"></iframe>"
            );
            view! {
                <pre tabindex="0">
                    <code>{frame}</code>
                </pre>
            }
        });
        view! {
            <li>
                <a href=format!("embed/{name}.html")>{title}</a>
                {code}
            </li>
        }
    });
    view! {
        <section class="plainly">
            <p>{strings.share_plainly()}</p>
            <ul>{parts.collect_view()}</ul>
        </section>
    }
}
