//! The page of the presentation, one for each language.

use super::document::{self, Links, escape};
use super::embed;
use crate::store::Data;
use crate::view::present::present;
use briefing::model::Briefing;
use leptos::prelude::*;

/// Its name. The page of the briefing, in the same folder, leads to it.
pub(super) const NAME: &str = "present.html";

/// The name of that page.
const FULL: &str = "index.html";

/// The whole page.
pub(super) fn page(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<String, String> {
    let land = links.land.map(|land| format!("{}{land}", links.root));
    let answer = document::answer(data);
    let body = Owner::new().with(|| present(briefing, answer, land.as_deref(), FULL).to_html());
    // All of it is near, and a grid has keys that belong to the slides here.
    let body = body.replace(" data-far=\"\"", "").replace(" role=\"grid\"", "");
    let body = embed::leading_out(&choosing(&body), FULL, true);
    let page = template.replacen("{lang}", &briefing.catalogue.language, 1);
    let page = page.replacen("{head}", &head(briefing, links)?, 1);
    Ok(page.replacen("{body}", &body, 1))
}

fn head(briefing: &Briefing, links: &Links<'_>) -> Result<String, String> {
    let Links { root, slides, filters, scripts, .. } = links;
    let title = format!("{} · {}", briefing.catalogue.strings.present(), briefing.site.short_title);
    let mut head = vec![
        format!("<title>{}</title>", escape(&title)),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"></script>", scripts.theme),
        // A frame without an origin must be able to load it, so nothing compares it.
        format!("<script src=\"{root}{}\" defer></script>", scripts.present),
        format!("<link rel=\"stylesheet\" href=\"{root}{slides}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{filters}\" id=\"plain-filters\">"),
    ];
    if let Some(url) = links.url(briefing) {
        head.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&url)));
    }
    head.push(links.boot(root)?);
    Ok(head.join("\n"))
}

/// In the matrix of the slides a mark leads to its slide, and a head or a sum to the slides that it
/// stands for; with the engine they then come without loading the page anew.
fn choosing(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let (before, link) = rest.split_at(at);
        let (tag, after) = link.split_at(link.find('>').unwrap_or(link.len()));
        out.push_str(before);
        out.push_str(&chosen(tag));
        rest = after;
    }
    out + rest
}

/// The tag of one link.
fn chosen(tag: &str) -> String {
    let Some((view, href)) = embed::attribute(tag, "data-choose").zip(embed::attribute(tag, "href")) else {
        return tag.to_owned();
    };
    let choice = format!(" data-choose=\"{view}\"");
    if !["#pillar-", "#facet-"].iter().any(|group| href.starts_with(group)) {
        return tag.replacen(&choice, "", 1);
    }
    let view = format!("?{view}");
    tag.replacen(&format!("\"{href}\""), &format!("\"{view}#roadmap\""), 1).replacen(
        &choice,
        &format!(" data-view=\"{view}\""),
        1,
    )
}
