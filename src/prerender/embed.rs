//! Pages of their own for what others put into frames, what tells them apart from the big page, and
//! what others are told of them.

use super::document::{self, Links, escape};
use super::picture;
use crate::store::Data;
use crate::view::embed::{Embed, embed};
use briefing::model::Briefing;
use leptos::prelude::*;
use serde_json::{Value, json};

/// The script for pages of others. Its name is part of what they write, so it has no digest.
pub(super) const ELEMENT: &str = "partnership-briefing.js";

/// What stands for the whole briefing where a link to it is unfolded.
pub(super) const FIRST: &str = "embed/timeline";

/// The size that is offered, of which everything else is a narrower or a lower one.
const SIZE: (u32, u32) = (960, 540);

/// All files of a briefing that stand below its page: their names and what is in them.
pub(super) fn files(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    for part in Embed::all(briefing) {
        let (name, up) = match part {
            Embed::Entry(commitment) => (format!("embed/entry/{}", commitment.id), "../../"),
            _ => (format!("embed/{}", part.name()), "../"),
        };
        files.push((format!("{name}.html"), page(part, &name, up, briefing, data, template, links)?));
        if let Some(url) = links.url(briefing) {
            files.push((format!("{name}.json"), answer(part, &name, &url, briefing).to_string()));
        }
    }
    Ok(files)
}

fn page(
    part: Embed,
    name: &str,
    up: &str,
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<String, String> {
    let root = format!("{up}{}", links.root);
    // Not every host answers with a page where a folder is asked for.
    let full = format!("{up}index.html");
    let explorer = matches!(part, Embed::Commitments).then(|| document::explorer(briefing, data, links, &root));
    let land = links.land.map(|land| format!("{root}{land}"));
    let body = Owner::new().with(|| embed(part, briefing, explorer, land.as_deref(), &full).to_html());
    // All of it is near, and without the engine the keys of a grid do not work.
    let body = body.replace(" data-far=\"\"", "").replace(" role=\"grid\"", "");
    let beside = ["take", picture::FOLDER].map(|folder| format!("href=\"{folder}/"));
    let body = beside.iter().fold(body, |body, link| body.replace(link, &link.replacen('"', &format!("\"{up}"), 1)));
    // A part is not what is presented.
    let body = body.replace(" data-present=\"\"", " hidden");
    let body = leading_out(&body, &full, matches!(part, Embed::Timeline));
    let head = head(part, name, &root, briefing, links)?;
    let page = template.replacen("{lang}", &briefing.catalogue.language, 1).replacen("{head}", &head, 1);
    Ok(page.replacen("{body}", &body, 1))
}

fn head(part: Embed, name: &str, root: &str, briefing: &'static Briefing, links: &Links<'_>) -> Result<String, String> {
    let Links { stylesheet, frame, scripts, .. } = links;
    let title = escape(&titled(part, briefing));
    let mut head = vec![
        format!("<title>{title}</title>"),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"></script>", scripts.theme),
        format!("<script src=\"{root}{}\"></script>", scripts.frame),
        format!("<link rel=\"stylesheet\" href=\"{root}{stylesheet}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{frame}\">"),
    ];
    if let Some(url) = links.url(briefing) {
        head.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&url)));
        head.push(discovery(&escape(&url), name, &title));
    }
    if matches!(part, Embed::Commitments) {
        head.push(links.boot(root)?);
    }
    Ok(head.join("\n"))
}

/// The name of an embed among all the pages that there are.
fn titled(part: Embed, briefing: &Briefing) -> String {
    format!("{} · {}", part.title(briefing), briefing.site.short_title)
}

/// Leads who wants to embed the page at `url` to the answer for it.
pub(super) fn discovery(url: &str, name: &str, title: &str) -> String {
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}{name}.json\" title=\"{title}\">")
}

/// The answer in the words of oEmbed 1.0.
fn answer(part: Embed, name: &str, url: &str, briefing: &Briefing) -> Value {
    let title = titled(part, briefing);
    let (width, height) = SIZE;
    let html = format!(
        "<iframe src=\"{}{name}.html\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>",
        escape(url),
        escape(&title)
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": briefing.site.short_title,
        "provider_url": url,
        "width": width,
        "height": height,
        "html": html,
    })
}

/// The script for pages of others, with the languages of the site, the first one first, and the names
/// that frames bear in each.
pub(super) fn element(script: &str, briefings: &[Briefing]) -> String {
    let of = |briefing: &Briefing| {
        let sections = &briefing.site.sections;
        json!({
            "lang": briefing.catalogue.language,
            "site": briefing.site.short_title,
            "timeline": sections.route.title,
            "commitments": sections.commitments.title,
            "figures": briefing.catalogue.strings.embed_figures(),
            "matrix": briefing.catalogue.strings.matrix_name(),
        })
    };
    let languages: Vec<Value> = briefings.iter().map(of).collect();
    script.replacen("LANGUAGES", &Value::from(languages).to_string(), 1)
}

/// Turns the links of a page, which lead to other places on it, into links to those places on the
/// full page. Where `stays`, what is on this page as well is led to here.
pub(super) fn leading_out(html: &str, full: &str, stays: bool) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let (before, link) = rest.split_at(at);
        let (tag, after) = link.split_at(link.find('>').unwrap_or(link.len()));
        out.push_str(before);
        out.push_str(&led(tag, full, &|id| stays && html.contains(&format!(" id=\"{id}\""))));
        rest = after;
    }
    out + rest
}

/// The tag of one link.
fn led(tag: &str, full: &str, is_here: &dyn Fn(&str) -> bool) -> String {
    let Some(id) = attribute(tag, "href").and_then(|href| href.strip_prefix('#')).filter(|id| !is_here(id)) else {
        return tag.to_owned();
    };
    // What leads to a group of commitments leads to a view of them.
    let group = id.starts_with("pillar-") || id.starts_with("facet-");
    let view = attribute(tag, "data-choose").filter(|_| group);
    let place = view.map_or_else(|| format!("{full}#{id}"), |query| format!("{full}?{query}#results"));
    tag.replacen(&format!("href=\"#{id}\""), &format!("href=\"{place}\" target=\"_blank\" rel=\"noopener\""), 1)
}

pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}
