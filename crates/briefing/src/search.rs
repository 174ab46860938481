//! Search: all words, wherever they stand, without regard to case, accents or width.

use std::ops::Range;

/// Takes a character apart (Unicode NFKD); the browser and the native tools each bring their own.
pub type Decompose = fn(char, &mut String);

/// Text prepared for searching, with the way back to the text as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the byte of the shown text it came from.
    origin: Vec<usize>,
    /// How long the shown text is, in bytes.
    shown: usize,
}

impl Folded {
    /// Folds `text`: decomposed, in lower case, without accents.
    #[must_use]
    pub fn new(text: &str, decompose: Decompose) -> Self {
        let mut folded = Self { shown: text.len(), ..Self::default() };
        let mut parts = String::new();
        for (at, character) in text.char_indices() {
            if character.is_ascii() {
                folded.push(character.to_ascii_lowercase(), at);
                continue;
            }
            parts.clear();
            decompose(character, &mut parts);
            for part in parts.chars().filter(|part| !is_accent(*part)) {
                for lower in plain_quote(part).to_lowercase() {
                    folded.push(lower, at);
                }
            }
        }
        folded
    }

    fn push(&mut self, character: char, at: usize) {
        self.text.push(character);
        self.origin.resize(self.text.len(), at);
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The parts of the shown text in which one of `words` stands, in order, none overlapping.
    #[must_use]
    pub fn matches(&self, words: &[String]) -> Vec<Range<usize>> {
        let mut merged: Vec<Range<usize>> = Vec::new();
        for word in words.iter().filter(|word| !word.is_empty()) {
            for (at, word) in self.text.match_indices(word.as_str()) {
                merge(&mut merged, self.shown_at(at)..self.shown_end(at + word.len()));
            }
        }
        merged
    }

    fn shown_at(&self, at: usize) -> usize {
        self.origin.get(at).copied().unwrap_or(self.shown)
    }

    /// The end of the shown character that the folded byte before `end` came from.
    fn shown_end(&self, end: usize) -> usize {
        let last = self.shown_at(end.saturating_sub(1));
        self.origin.get(end..).and_then(|rest| rest.iter().find(|at| **at != last)).copied().unwrap_or(self.shown)
    }
}

/// Latin and Greek accents; the marks of other scripts carry meaning and stay.
const fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// People type straight quotes and plain hyphens for what is printed curled and long.
const fn plain_quote(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    }
}

/// The words of a search, folded.
#[must_use]
pub fn words(query: &str, decompose: Decompose) -> Vec<String> {
    let folded = Folded::new(query, decompose);
    let mut words: Vec<String> = Vec::new();
    for word in folded.as_str().split_whitespace() {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Adds a part to parts that are in order and apart, joining it with those it touches.
fn merge(parts: &mut Vec<Range<usize>>, mut part: Range<usize>) {
    let touching = |other: &Range<usize>| other.start <= part.end && part.start <= other.end;
    let first = parts.iter().position(|other| touching(other) || other.start > part.end).unwrap_or(parts.len());
    let count = parts.iter().skip(first).take_while(|other| touching(other)).count();
    for other in parts.iter().skip(first).take(count) {
        part = part.start.min(other.start)..part.end.max(other.end);
    }
    parts.splice(first..first + count, [part]);
}

/// HTML with every hit of `words` in its text wrapped in `<mark>`; tags and character references
/// stay as they are.
#[must_use]
pub fn mark_html(html: &str, words: &[String], decompose: Decompose) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tail) = rest.split_at(rest.find(['<', '&']).unwrap_or(rest.len()));
        let mut from = 0;
        for hit in Folded::new(text, decompose).matches(words) {
            out.push_str(text.get(from..hit.start).unwrap_or_default());
            from = hit.end;
            for part in ["<mark>", text.get(hit).unwrap_or_default(), "</mark>"] {
                out.push_str(part);
            }
        }
        out.push_str(text.get(from..).unwrap_or_default());
        let end = if tail.starts_with('<') { '>' } else { ';' };
        let (markup, after) = tail.split_at(tail.find(end).map_or(tail.len(), |at| at + 1));
        out.push_str(markup);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Folded, mark_html, words};
    use unicode_normalization::UnicodeNormalization;

    fn decompose(character: char, out: &mut String) {
        out.extend(std::iter::once(character).nfkd());
    }

    fn hits<'t>(text: &'t str, query: &str) -> Vec<&'t str> {
        let found = Folded::new(text, decompose).matches(&words(query, decompose));
        found.into_iter().map(|hit| &text[hit]).collect()
    }

    #[test]
    fn case_accents_width_and_quotes_do_not_matter() {
        assert_eq!(hits("Économie énergétique", "energetique ECONOMIE"), ["Économie", "énergétique"]);
        assert_eq!(hits("ＬＮＧ and LPG", "lng"), ["ＬＮＧ"]);
        assert_eq!(hits("Japan’s Canada–Japan", "japan's canada-japan"), ["Japan’s", "Canada–Japan"]);
        assert_eq!(hits("40\u{a0}billion", "40 billion"), ["40", "billion"]);
    }

    #[test]
    fn japanese_marks_keep_their_meaning() {
        assert_eq!(hits("ガス", "ガ"), ["ガ"]);
        assert!(hits("カス", "ガ").is_empty());
        assert_eq!(hits("協力ﾊﾟｰﾄﾅｰ", "パート"), ["ﾊﾟｰﾄ"]);
    }

    #[test]
    fn a_match_inside_a_ligature_shows_the_whole_sign() {
        assert_eq!(hits("eﬃcient", "f"), ["ﬃ"]);
        assert_eq!(hits("x", ""), Vec::<&str>::new());
    }

    #[test]
    fn touching_matches_are_one() {
        assert_eq!(hits("memorandum", "memo rand orandum"), ["memorandum"]);
    }

    #[test]
    fn marks_go_into_the_text_and_never_into_tags_or_references() {
        let html = "<a href=\"#b-a\">A b &amp; A</a>";
        assert_eq!(
            mark_html(html, &words("a b", decompose), decompose),
            "<a href=\"#b-a\"><mark>A</mark> <mark>b</mark> &amp; <mark>A</mark></a>"
        );
        assert_eq!(mark_html(html, &words("amp href", decompose), decompose), html);
        assert_eq!(mark_html("a < b & c", &words("x", decompose), decompose), "a < b & c");
    }
}
