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
    for (at, language) in languages.value.iter().enumerate() {
        if !is_tag(&language.value) {
            let message = format!("`{}` is not the tag of a language", language.value);
            wrong.push(Diagnostic::at(&language.place, message).hint("write it as in `en`, `fr-CA` or `zh-Hant`"));
        }
        if declared.iter().take(at).any(|earlier| earlier.eq_ignore_ascii_case(&language.value)) {
            let message = format!("the language `{}` is declared twice", language.value);
            wrong.push(Diagnostic::at(&language.place, message).hint("remove one of them"));
        }
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

/// A language and what narrows it down, such as a script or a region (BCP 47, without its rare forms).
/// It becomes part of file names and of attributes.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    parts
        .next()
        .is_some_and(|language| matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn a_tag_has_letters_digits_and_hyphens() {
        for tag in ["en", "fr-CA", "zh-Hant", "es-419", "haw"] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in ["", "e", "english", "en-", "en_US", "../en", "en\"", "日本"] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
