//! The page with which parts of the briefing are put on the pages of others.

use crate::Error;
use crate::html::{self, escape};
use crate::links::Links;
use briefing::model::Briefing;
use briefing_app::view::share::{Language, share};
use leptos::prelude::*;

/// Its name, beside the big page.
pub(crate) const FILE: &str = "share.html";

/// The whole page. `languages` are the codes and names of all languages, the first one first.
pub(crate) fn page(
    briefing: &'static Briefing,
    languages: &[(String, String)],
    template: &str,
    links: &Links<'_>,
) -> Result<String, Error> {
    let Links { root, stylesheet, below, share: sheet, scripts, .. } = links;
    let strings = &briefing.catalogue.strings;
    let root_way = if root.is_empty() { "./" } else { root };
    // The first language stands at the root, the others in a folder of their own.
    let ways = languages.iter().enumerate().map(|(at, (code, name))| -> Language {
        let folder = if at == 0 { String::new() } else { format!("{code}/") };
        (code.clone(), name.clone(), format!("{root_way}{folder}"))
    });
    let ways: Vec<Language> = ways.collect();
    let site = links.url(briefing);
    let body =
        Owner::new().with(|| share(briefing, &ways, root_way.to_owned(), site.as_deref(), links.offer.drawn).to_html());
    let head = [
        format!("<title>{} · {}</title>", escape(strings.share()), escape(&briefing.site.short_title)),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        format!("<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">"),
        format!("<script src=\"{root}{}\"{}></script>", scripts.theme, links.checked(&scripts.theme)?),
        format!("<link rel=\"stylesheet\" href=\"{root}{stylesheet}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{below}\">"),
        format!("<link rel=\"stylesheet\" href=\"{root}{sheet}\" data-share=\"\">"),
        format!("<script type=\"module\" src=\"{root}{}\"{}></script>", scripts.share, links.checked(&scripts.share)?),
    ];
    Ok(html::fill(template, briefing, &head.join("\n"), &body))
}
