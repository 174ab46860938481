//! The example with texts that are markup, script and formulas to whoever writes them down carelessly.

use briefing::load::compile_tree;
use briefing::load::tree::Tree;
use briefing::model::Briefing;
use regex_lite::{Captures, Regex};
use std::path::Path;

/// Stands before every text of the content. The names in braces are those that interface words are
/// filled in by, which no value may bring along.
pub(crate) const MARK: &str = r#"=1+1 </script><!-- --> ]]> "q" 'a' `b` &lt; {count} {title} ${x} \n"#;

/// Stands after every word of the interface, where known names in braces are filled in.
const WORDS: &str = r#" </title>"'`&amp;{x}${y}\"#;

/// The example, compiled, with [`MARK`] before every text.
pub(crate) fn valleys() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys");
    let mut tree = Tree::read(&folder).expect("the example is there");
    let texts = Regex::new(r#"(\.en|verb) = "([^"]*)""#).expect("a pattern");
    let words = Regex::new(r#"(?m)^(\w+) = "(.*)"$"#).expect("a pattern");
    for file in &mut tree.files {
        let text = std::str::from_utf8(&file.bytes).expect("text");
        let text = if file.path.starts_with("locales/") {
            words
                .replace_all(text, |found: &Captures<'_>| format!("{} = \"{}{}\"", &found[1], &found[2], quoted(WORDS)))
        } else {
            texts
                .replace_all(text, |found: &Captures<'_>| format!("{} = \"{} {}\"", &found[1], quoted(MARK), &found[2]))
        };
        file.bytes = text.into_owned().into_bytes();
    }
    let briefings = compile_tree(&tree).map_err(|report| report.render(false)).expect("a good tree");
    let briefing = briefings.into_iter().next().expect("one language");
    assert!(briefing.catalogue.commitments.iter().all(|commitment| commitment.text.starts_with(MARK)));
    assert!(briefing.catalogue.strings.take().ends_with(WORDS));
    briefing
}

/// A text as a basic string of TOML holds it.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
