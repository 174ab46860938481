//! What is wrong with the content, said so that an author can mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use std::ops::Range;

/// A place in a content file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which file, as a place in [`Report::files`].
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Place {
    /// The part `span` of a file.
    #[must_use]
    pub fn new(file: usize, span: Range<usize>) -> Self {
        Self { file, start: span.start, end: span.end }
    }

    /// The beginning of a file, for what is missing from it.
    #[must_use]
    pub const fn top(file: usize) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where; `None` when it concerns the folder as a whole.
    pub place: Option<Place>,
    /// What, in a sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Something wrong at a place.
    #[must_use]
    pub fn at(place: &Place, message: impl Into<String>) -> Self {
        Self { place: Some(place.clone()), message: message.into(), hint: None }
    }

    /// Something wrong with the folder as a whole.
    #[must_use]
    pub fn general(message: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), hint: None }
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the known name nearest to `wrong`, or all of them when none is near and they are few.
    #[must_use]
    pub fn nearest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let near = known
            .iter()
            .map(|name| (strsim::normalized_damerau_levenshtein(wrong, name), *name))
            .filter(|(likeness, _)| *likeness >= 0.5)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match near {
            Some((_, name)) => self.hint(format!("did you mean `{name}`?")),
            None if known.is_empty() => self.hint("none is defined yet"),
            None if known.len() <= 16 => self.hint(format!("known are `{}`", known.join("`, `"))),
            None => self.hint(format!("{} are known; none of them is near", known.len())),
        }
    }
}

/// A content file as the report shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the content folder, with forward slashes.
    pub path: String,
    /// What it holds; bytes that are not text are replaced.
    pub text: String,
}

/// Everything that is wrong, in the order of files and places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The files the places refer to.
    pub files: Vec<File>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Sorts what was found so that two runs say the same.
    #[must_use]
    pub fn new(files: Vec<File>, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
        diagnostics.dedup();
        Self { files, diagnostics }
    }

    /// How many things are wrong.
    #[must_use]
    pub fn count(&self) -> usize {
        self.diagnostics.len()
    }

    /// The report for a terminal: each with file, line, column, the line itself, and a hint.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            out.push_str(&self.render_one(&renderer, diagnostic));
            out.push_str("\n\n");
        }
        let count = self.count();
        out.push_str(&format!("{count} error{}\n", if count == 1 { "" } else { "s" }));
        out
    }

    fn render_one(&self, renderer: &Renderer, diagnostic: &Diagnostic) -> String {
        let title = Level::ERROR.primary_title(diagnostic.message.as_str());
        let located = diagnostic.place.as_ref().and_then(|place| Some((self.files.get(place.file)?, place)));
        let mut group = match located {
            Some((file, place)) => {
                let line = Line::around(&file.text, place);
                title.element(
                    Snippet::source(line.shown)
                        .path(normalize_untrusted_str(&file.path))
                        .line_start(line.number)
                        .annotation(AnnotationKind::Primary.span(line.mark)),
                )
            }
            None => Group::with_title(title),
        };
        if let Some(hint) = &diagnostic.hint {
            group = group.element(Level::HELP.message(normalize_untrusted_str(hint)));
        }
        renderer.render(&[group])
    }
}

/// The line a place stands in; the renderer cuts long ones to a window around the mark.
struct Line<'a> {
    /// Counted from 1.
    number: usize,
    shown: &'a str,
    mark: Range<usize>,
}

impl<'a> Line<'a> {
    fn around(text: &'a str, place: &Place) -> Self {
        let start = floor(text, place.start.min(text.len()));
        let before = text.get(..start).unwrap_or_default();
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let to = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
        let shown = text.get(from..to).unwrap_or_default().trim_end_matches('\r');
        let mark_start = (start - from).min(shown.len());
        let mark_end = floor(text, place.end.clamp(start, to)) - from;
        Self {
            number: before.matches('\n').count() + 1,
            shown,
            mark: mark_start..mark_end.clamp(mark_start, shown.len()),
        }
    }
}

/// The nearest boundary between characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, File, Place, Report};

    fn report(text: &str, start: usize, end: usize) -> String {
        let file = File { path: "events/a.toml".into(), text: text.into() };
        let wrong =
            Diagnostic::at(&Place::new(0, start..end), "unknown key `titel`").nearest("titel", ["title", "text"]);
        Report::new(vec![file], vec![wrong]).render(false)
    }

    #[test]
    fn it_names_file_line_column_line_and_nearest_name() {
        let shown = report("# é\n  titel = 1\n", 7, 12);
        for part in ["unknown key `titel`", "events/a.toml:2:3", "titel = 1", "^^^^^", "did you mean `title`?"] {
            assert!(shown.contains(part), "{part} is missing from\n{shown}");
        }
    }

    #[test]
    fn a_line_of_a_megabyte_is_shown_as_a_window() {
        let text = format!("a = \"{}é{}\"", "x".repeat(500_000), "y".repeat(500_000));
        let shown = report(&text, 500_005, 500_007);
        assert!(shown.len() < 2_000, "{} bytes", shown.len());
        assert!(shown.contains("xé") && shown.contains(":1:500006"), "{shown}");
    }

    #[test]
    fn nothing_in_a_report_drives_the_terminal() {
        let odd = "\u{1b}[31m\u{202e}";
        let file = File { path: odd.into(), text: odd.into() };
        let wrong = Diagnostic::at(&Place::new(0, 0..2), odd).hint(odd);
        let shown = Report::new(vec![file], vec![wrong]).render(false);
        assert!(shown.contains("[31m") && !shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
    }

    #[test]
    fn places_past_the_end_or_inside_a_character_do_no_harm() {
        for (start, end) in [(0, 0), (3, 4), (4, 4), (900, 901), (2, 900)] {
            assert!(!report("é é\n", start, end).is_empty());
        }
        assert!(!report("", 0, 0).is_empty());
    }
}
