//! The script for pages of others, with what it knows of the site.

use briefing::model::Briefing;
use serde_json::{Value, json};

/// The script for pages of others, with the languages of the site, the first one first, and the names
/// that frames bear in each.
pub(crate) fn element(script: &str, briefings: &[Briefing]) -> String {
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
    // JSON is JavaScript too, but in a script element of somebody's page a `<` could end it.
    let languages = Value::from(languages).to_string().replace('<', "\\u003c");
    script.replacen("LANGUAGES", &languages, 1)
}
