//! Parts of the briefing as pages of their own, for frames on the pages of others.

use crate::html::{self, escape};
use crate::leading_out::leading_out;
use crate::links::Links;
use crate::{Error, explorer, oembed, picture};
use briefing::model::Briefing;
use briefing_app::store::Data;
use briefing_app::view::embed::{Embed, embed};
use leptos::prelude::*;

/// All files of a briefing that stand below its page: their names and what is in them.
pub(crate) fn files(
    briefing: &'static Briefing,
    data: &'static Data,
    template: &str,
    links: &Links<'_>,
) -> Result<Vec<(String, String)>, Error> {
    let mut files = Vec::new();
    for part in Embed::all(briefing) {
        let (name, up) = match part {
            Embed::Entry(commitment) => (format!("embed/entry/{}", commitment.id), "../../"),
            _ => (format!("embed/{}", part.name()), "../"),
        };
        files.push((format!("{name}.html"), page(part, &name, up, briefing, data, template, links)?));
        if let Some(url) = links.url(briefing) {
            files.push((
                format!("{name}.json"),
                oembed::answer(&titled(part, briefing), &name, &url, briefing).to_string(),
            ));
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
) -> Result<String, Error> {
    let root = format!("{up}{}", links.root);
    // Not every host answers with a page where a folder is asked for.
    let full = format!("{up}index.html");
    let explorer = matches!(part, Embed::Commitments).then(|| explorer::explorer(briefing, data, links, &root));
    let land = links.land.map(|land| format!("{root}{land}"));
    let body = Owner::new().with(|| embed(part, briefing, explorer, land.as_deref(), &full).to_html());
    // Without the engine the keys of a grid do not work.
    let body = body.replace(" role=\"grid\"", "");
    let beside = ["take", picture::FOLDER].map(|folder| format!("href=\"{folder}/"));
    let body = beside.iter().fold(body, |body, link| body.replace(link, &link.replacen('"', &format!("\"{up}"), 1)));
    // A part is not what is presented.
    let body = body.replace(" data-present=\"\"", " hidden");
    let body = leading_out(&body, &full, matches!(part, Embed::Timeline));
    let head = head(part, name, &root, briefing, links)?;
    Ok(html::fill(template, briefing, &head, &body))
}

fn head(part: Embed, name: &str, root: &str, briefing: &'static Briefing, links: &Links<'_>) -> Result<String, Error> {
    let Links { stylesheet, below, frame, scripts, .. } = links;
    let title = escape(&titled(part, briefing));
    let mut head = vec![
        format!("<title>{title}</title>"),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"></script>", scripts.theme),
        format!("<script src=\"{root}{}\"></script>", scripts.frame),
        format!("<link rel=\"stylesheet\" href=\"{root}{stylesheet}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{below}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{frame}\">"),
    ];
    if let Some(url) = links.url(briefing) {
        head.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&url)));
        head.push(oembed::discovery(&escape(&url), name, &title));
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
