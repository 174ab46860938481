//! The same entries as others would publish them: as a lean static page, and as a list in plain JavaScript.

use std::fmt::Write as _;

use briefing::model::Status;
use serde::Deserialize;

use crate::error::{Error, Result};

const STYLE: &str = include_str!("pages/lean.css");
const SCRIPT: &str = include_str!("pages/windowed.js");

/// What the site offers as JSON, as far as it is shown here.
#[derive(Deserialize)]
struct Entries {
    title: String,
    commitments: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    title: String,
    text: String,
    pillar: Value,
    status: Value,
    kind: Value,
    parties: Vec<Value>,
    date: Option<Dated>,
    citations: Vec<Citation>,
}

#[derive(Deserialize, Clone, PartialEq, Eq)]
struct Value {
    id: String,
    label: String,
}

#[derive(Deserialize)]
struct Dated {
    value: String,
}

#[derive(Deserialize)]
struct Citation {
    source: String,
    paragraph: u32,
}

fn read(json: &str) -> Result<Entries> {
    serde_json::from_str(json).map_err(|error| Error::new(format!("the entries of the site cannot be read: {error}")))
}

/// A page with all entries and nothing that runs; its style stands in it.
pub(super) fn lean(json: &str) -> Result<String> {
    let entries = read(json)?;
    let mut body = String::new();
    let mut pillar = None;
    for entry in &entries.commitments {
        if pillar != Some(&entry.pillar) {
            let _ = write!(body, "<h2>{}</h2>", escape(&entry.pillar.label));
            pillar = Some(&entry.pillar);
        }
        let _ = write!(body, "<article><h3>{}</h3><p>{}</p>", escape(&entry.title), escape(&entry.text));
        let parties: Vec<&str> = entry.parties.iter().map(|party| party.label.as_str()).collect();
        let date = entry.date.as_ref().map_or("", |date| date.value.as_str());
        let meta = [&entry.status.label, &entry.kind.label, parties.join(", ").as_str(), date].join(" · ");
        let cites: Vec<String> =
            entry.citations.iter().map(|cite| format!("{} ¶{}", cite.source, cite.paragraph)).collect();
        let _ = write!(
            body,
            "<p class=meta>{}</p><p class=cites>{}</p></article>",
            escape(&meta),
            escape(&cites.join(", "))
        );
    }
    Ok(page(&entries.title, &body, ""))
}

/// A page that draws the entries in its window from data, with a filter and a search.
pub(super) fn windowed(json: &str) -> Result<String> {
    let entries = read(json)?;
    let mut statuses: Vec<&Value> = Vec::new();
    for entry in &entries.commitments {
        if !statuses.contains(&&entry.status) {
            statuses.push(&entry.status);
        }
    }
    // In the order of the page, so that the same boxes are pressed on both.
    statuses.sort_by_key(|value| Status::LADDER.iter().position(|status| status.id() == value.id));
    let mut body = "<form id=explorer><fieldset>".to_owned();
    for Value { id, label } in statuses {
        let _ =
            write!(body, "<label><input type=checkbox name=status value=\"{}\">{}</label>", escape(id), escape(label));
    }
    body += "<label>Search <input type=search name=q></label></fieldset><p class=count><b></b></p></form>";
    body += "<div id=list></div>";
    // A script element ends where its text says so, whatever is around it.
    let json = json.replace("</", "<\\/");
    let scripts = format!("<script type=application/json id=entries>{json}</script>\n<script>{SCRIPT}</script>");
    Ok(page(&entries.title, &body, &scripts))
}

fn page(title: &str, body: &str, scripts: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style><header><h1>{title}</h1></header>{body}{scripts}</html>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"title": "A & B", "commitments": [{"id": "x", "title": "One </script>", "text": "Words",
        "pillar": {"id": "p", "label": "Pillar"}, "status": {"id": "s", "label": "Signed"},
        "kind": {"id": "k", "label": "Kind"}, "parties": [{"id": "c", "label": "Canada"}], "date": null,
        "citations": [{"source": "JS", "paragraph": 4}]}]}"#;

    #[test]
    fn both_say_what_the_entries_say() {
        let lean = lean(JSON).unwrap();
        assert!(lean.contains("<h1>A &amp; B</h1>") && lean.contains("One &lt;/script>") && lean.contains("JS ¶4"));
        let windowed = windowed(JSON).unwrap();
        assert!(windowed.contains("value=\"s\"") && windowed.contains("One <\\/script>"));
    }
}
