//! What all pages have in common: text in HTML, and the page around head and body.

use briefing::model::Briefing;

/// Text as it stands in HTML and in an attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Puts language, head and body in their places in the template. What a text of the content says is never
/// taken for such a place.
pub(crate) fn fill(template: &str, briefing: &Briefing, head: &str, body: &str) -> String {
    let parts = [("{lang}", briefing.catalogue.language.as_str()), ("{head}", head), ("{body}", body)];
    let mut page = String::with_capacity(template.len() + head.len() + body.len());
    let mut rest = template;
    for (place, text) in parts {
        let (before, after) = rest.split_once(place).unwrap_or((rest, ""));
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    page + rest
}

/// The value of an attribute of a tag.
pub(crate) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}
