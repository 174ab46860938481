//! A briefing is equal in all its languages: what one says, every other says too.

use super::texts::each_text;
use crate::diag::Diagnostic;
use crate::load::draft::Draft;

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    let Some(site) = &draft.site else { return };
    let languages = &site.record.languages;
    let declared: Vec<&str> = languages.value.iter().map(|language| language.value.as_str()).collect();
    if declared.is_empty() {
        wrong.push(Diagnostic::at(&languages.place, "no language is declared").hint("languages = [\"en\"]"));
    }
    for language in &languages.value {
        if !draft.locales.iter().any(|locale| locale.language == language.value) {
            let name = &language.value;
            let message = format!("the language `{name}` has no words for the interface");
            wrong.push(Diagnostic::at(&language.place, message).hint(format!("write locales/{name}.toml")));
        }
    }
    each_text(draft, |text| {
        for language in &declared {
            if !text.value.0.contains_key(*language) {
                let message = format!("the text is missing in `{language}`");
                wrong.push(Diagnostic::at(&text.place, message).hint(format!("add .{language} = \"…\" to it")));
            }
        }
        for (language, spot) in &text.value.0 {
            if !declared.contains(&language.as_str()) {
                let message = format!("`{language}` is not a language of this briefing");
                wrong.push(Diagnostic::at(&spot.place, message).nearest(language, declared.iter().copied()));
            }
        }
    });
}
