//! Links to other places on the page, as links to those places on the full page.

use crate::html::attribute;
use std::collections::HashSet;

/// Turns the links of a page, which lead to other places on it, into links to those places on the
/// full page. Where `stays`, what is on this page as well is led to here.
pub(crate) fn leading_out(html: &str, full: &str, stays: bool) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"').map(|(id, _)| id));
    // A set: to look for each link in the whole page takes minutes where there are thousands.
    let here: HashSet<&str> = if stays { ids.collect() } else { HashSet::new() };
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let (before, link) = rest.split_at(at);
        let (tag, after) = link.split_at(link.find('>').unwrap_or(link.len()));
        out.push_str(before);
        out.push_str(&led(tag, full, &|id| here.contains(id)));
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
