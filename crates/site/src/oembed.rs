//! What others are told of a part of the briefing that they want to embed, in the words of oEmbed 1.0.

use crate::html::escape;
use briefing::model::Briefing;
use serde_json::{Value, json};

/// What stands for the whole briefing where a link to it is unfolded.
pub(crate) const FIRST: &str = "embed/timeline";

/// The size that is offered, of which everything else is a narrower or a lower one, in CSS pixels.
const SIZE_PX: (u32, u32) = (960, 540);

/// Leads who wants to embed the page at `url` to the answer for it.
pub(crate) fn discovery(url: &str, name: &str, title: &str) -> String {
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}{name}.json\" title=\"{title}\">")
}

/// The answer for the embed with this title and name.
pub(crate) fn answer(title: &str, name: &str, url: &str, briefing: &Briefing) -> Value {
    let (width, height) = SIZE_PX;
    let html = format!(
        "<iframe src=\"{}{name}.html\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>",
        escape(url),
        escape(title)
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
