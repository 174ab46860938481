//! The page of the presentation, one for each language.

use crate::html::{self, attribute, escape};
use crate::leading_out::leading_out;
use crate::links::Links;
use crate::{Error, explorer};
use briefing::model::Briefing;
use briefing_app::store::Data;
use briefing_app::view::present::present;
use leptos::prelude::*;

/// Its name. The page of the briefing, in the same folder, leads to it.
pub(crate) const NAME: &str = "present.html";

/// The name of that page.
const FULL: &str = "index.html";

/// The whole page.
pub(crate) fn page(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<String, Error> {
    let land = links.land.map(|land| format!("{}{land}", links.root));
    let answer = explorer::answer(data);
    let body = Owner::new().with(|| present(briefing, answer, land.as_deref(), FULL).to_html());
    // A grid has keys that belong to the slides here.
    let body = body.replace(" role=\"grid\"", "");
    let body = leading_out(&choosing(&body), FULL, true);
    Ok(html::fill(template, briefing, &head(briefing, links)?, &body))
}

fn head(briefing: &Briefing, links: &Links<'_>) -> Result<String, Error> {
    let Links { root, slides, scripts, .. } = links;
    let title = format!("{} · {}", briefing.catalogue.strings.present(), briefing.site.short_title);
    let mut head = vec![
        format!("<title>{}</title>", escape(&title)),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"></script>", scripts.theme),
        // A frame without an origin must be able to load it, so nothing compares it.
        format!("<script src=\"{root}{}\" defer></script>", scripts.present),
        format!("<link rel=\"stylesheet\" href=\"{root}{slides}\">"),
    ];
    if let Some(url) = links.url(briefing) {
        head.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&url)));
    }
    head.push(links.boot(root)?);
    Ok(head.join("\n"))
}

/// In the matrix of the slides a head or a sum leads to the slides that it stands for; with the engine
/// they come without loading the page anew. The marks are too small there to be hit, and are no links.
fn choosing(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let (before, link) = rest.split_at(at);
        let (tag, after) = link.split_at(link.find('>').unwrap_or(link.len()));
        out.push_str(before);
        rest = after;
        let Some((view, href)) = attribute(tag, "data-choose").zip(attribute(tag, "href")) else {
            out.push_str(tag);
            continue;
        };
        let choice = format!(" data-choose=\"{view}\"");
        let lead = format!(" href=\"{href}\"");
        if attribute(tag, "data-place").is_none() {
            let tag = tag.replacen(&lead, &format!(" href=\"?{view}#roadmap\""), 1);
            out.push_str(&tag.replacen(&choice, &format!(" data-view=\"?{view}\""), 1));
            continue;
        }
        let tag = tag.replacen("<a ", "<span ", 1).replacen(&choice, "", 1);
        let tag = tag.replacen(&lead, &format!(" data-of=\"{}\"", href.trim_start_matches('#')), 1);
        // What has no words of its own is a picture with a name.
        out.push_str(&tag.replacen(" aria-label=", " role=\"img\" aria-label=", 1));
        let (inside, after) = rest.split_once("</a>").unwrap_or((rest, ""));
        out.push_str(inside);
        out.push_str("</span>");
        rest = after;
    }
    out + rest
}
