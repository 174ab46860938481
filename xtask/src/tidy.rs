//! The rules of the house that no compiler knows. All are checked, and all breaches are told.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::files;

/// Where the source is.
const SOURCES: [&str; 5] = ["src", "crates", "tests", "xtask", "style"];

/// A source file as the rules see it.
struct Source<'a> {
    /// The path from the root, with forward slashes.
    path: &'a str,
    /// The text without the unit tests at the end, to which the rules do not apply.
    code: &'a str,
    root: &'a Path,
}

/// A rule with the reason that is told when it is broken, and a test for each file.
struct Rule {
    reason: &'static str,
    /// The line at which a file breaks the rule.
    broken_at: fn(&Source) -> Option<usize>,
}

const RULES: [Rule; 7] = [
    Rule {
        reason: "a file of more than 300 lines has more than one purpose; split it",
        broken_at: |source| {
            let lines = source.code.lines().count();
            (is_code(source) && lines > 300).then_some(lines)
        },
    },
    Rule {
        reason: "a module is a noun that says what it holds; name it after that",
        broken_at: |source| {
            let stem = Path::new(source.path).file_stem()?.to_str()?;
            ["util", "utils", "common", "manager", "helper", "helpers"].contains(&stem).then_some(1)
        },
    },
    Rule {
        reason: "browser calls live in src/platform/ only; call them through it",
        broken_at: |source| {
            let outside = source.path.starts_with("src/") && !source.path.starts_with("src/platform");
            let calls = ["web_sys", "js_sys", "gloo_"];
            outside.then(|| mentions(source, &calls)).flatten()
        },
    },
    Rule {
        reason: "a view dispatches actions and does not call the platform",
        broken_at: |source| {
            let view = source.path.starts_with("src/view/");
            view.then(|| mentions(source, &["platform::"])).flatten()
        },
    },
    Rule {
        reason: "the core has no clock and no input or output outside `load`; pass the value in",
        broken_at: |source| {
            let core =
                source.path.starts_with("crates/briefing/src/") && !source.path.starts_with("crates/briefing/src/load");
            let outside = ["std::fs", "std::env", "std::net", "std::process", "std::time", "Utc::now", "Local::now"];
            core.then(|| mentions(source, &outside)).flatten()
        },
    },
    Rule {
        reason: "a stylesheet in style/view/ bears the name of a view in src/view/",
        broken_at: |source| {
            let name = source.path.strip_prefix("style/view/")?.strip_suffix(".css")?;
            let views = source.root.join("src/view");
            let exists = views.join(format!("{name}.rs")).is_file() || views.join(name).is_dir();
            (!exists).then_some(1)
        },
    },
    Rule {
        // The words are put together here so that this file does not break its own rule.
        reason: "unfinished work is finished or left out, not noted",
        broken_at: |source| mentions(source, &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")]),
    },
];

/// Checks every rule on every source file.
pub(crate) fn check(root: &Path) -> Result {
    let mut checked = 0;
    let mut breaches = Vec::new();
    for folder in SOURCES {
        for file in files::below(&root.join(folder))? {
            let ending = file.extension().unwrap_or_default();
            if !["rs", "css", "js"].iter().any(|known| ending == *known) {
                continue;
            }
            let text = fs::read_to_string(&file).map_err(|error| Error::file("read", &file, &error))?;
            let path = file.strip_prefix(root).unwrap_or(&file);
            let path = path.to_string_lossy().replace('\\', "/");
            checked += 1;
            let source = Source { path: &path, code: without_tests(&text), root };
            breaches.extend(RULES.iter().filter_map(|rule| {
                let line = (rule.broken_at)(&source)?;
                Some(format!("{path}:{line}: {}", rule.reason))
            }));
        }
    }
    for breach in &breaches {
        eprintln!("{breach}");
    }
    if breaches.is_empty() {
        println!("tidy: {checked} files, {} rules, all kept", RULES.len());
        return Ok(());
    }
    Err(Error::new(format!("the source breaks the rules above {} times", breaches.len())))
}

/// Tests and fixtures are lists of cases, which may be as long as there are cases, and so is the list
/// of the words of the interface.
fn is_code(source: &Source) -> bool {
    let list = source.path.ends_with("model/words.rs");
    !list && !source.path.starts_with("tests/") && !source.path.contains("/tests")
}

fn without_tests(text: &str) -> &str {
    let end = text.find("\n#[cfg(test)]\nmod tests");
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn mentions(source: &Source, words: &[&str]) -> Option<usize> {
    let found = |line: &str| words.iter().any(|word| line.contains(word));
    let at = source.code.lines().position(found)?;
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(path: &str, code: &str) -> Vec<&'static str> {
        let root = Path::new("no-such-root");
        let source = Source { path, code: without_tests(code), root };
        RULES.iter().filter(|rule| (rule.broken_at)(&source).is_some()).map(|rule| rule.reason).collect()
    }

    #[test]
    fn every_rule_can_be_broken() {
        let long = "line\n".repeat(301);
        for (path, code, word) in [
            ("src/store.rs", long.as_str(), "300 lines"),
            ("src/utils.rs", "", "noun"),
            ("src/view/card.rs", "use web_sys::Window;", "src/platform/"),
            ("src/view/card.rs", "crate::platform::copy()", "dispatches"),
            ("crates/briefing/src/query.rs", "std::time::Instant", "clock"),
            ("style/view/nothing.css", "", "bears the name"),
            ("src/app.rs", concat!("// TO", "DO"), "unfinished"),
        ] {
            let reasons = reasons(path, code);
            assert_eq!(reasons.len(), 1, "{path}: {reasons:?}");
            assert!(reasons[0].contains(word), "{path}: {reasons:?}");
        }
    }

    #[test]
    fn what_is_allowed_is_allowed() {
        assert!(reasons("src/platform/frames.rs", "use web_sys::Window;").is_empty());
        assert!(reasons("crates/briefing/src/load/tree.rs", "std::fs::read").is_empty());
        assert!(reasons("tests/e2e/filters.rs", &"line\n".repeat(400)).is_empty());
        let tested = format!("code\n\n#[cfg(test)]\nmod tests {{\n{}}}", "x\n".repeat(300));
        assert!(reasons("src/store.rs", &tested).is_empty());
    }
}
