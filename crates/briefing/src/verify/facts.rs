//! Numbers, dates, amounts and names: each must stand in a paragraph that the claim cites.

use super::claims::Claim;
use super::sources::Texts;
use crate::diag::{Diagnostic, Place};
use crate::load::reader::Spot;
use crate::load::values::CitationText;
use crate::model::date::When;
use std::collections::BTreeSet;

/// Number words, which a text may print where a claim has digits.
const NUMBERS: [(&str, &str); 24] = [
    ("one", "1"),
    ("first", "1"),
    ("two", "2"),
    ("second", "2"),
    ("three", "3"),
    ("third", "3"),
    ("four", "4"),
    ("fourth", "4"),
    ("five", "5"),
    ("fifth", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("hundred", "100"),
    ("decade", "10"),
    ("decades", "10"),
];

/// Scales of amounts; the word must stand with the number.
const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// Endings of peoples and of several.
const ENDINGS: [&str; 8] = ["ese", "ians", "ian", "ans", "an", "ia", "a", "s"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A word of a text as it stands there.
struct Word<'t> {
    text: &'t str,
    /// It begins a sentence, so that its capital letter says nothing.
    opens: bool,
}

/// Cuts a text into words; hyphens, dashes and slashes part them, dots and commas inside numbers
/// do not.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut opens = true;
    let part = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '\u{2019}' | '&'));
    for piece in text.split_inclusive(part) {
        let bare = piece.trim_end_matches(part);
        let word = bare.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push(Word { text: word, opens });
            opens = bare.ends_with('.');
        }
        let end = piece.chars().last();
        opens |= matches!(end, Some('\n' | ':' | '?' | '!' | ';' | '\u{201c}' | '"' | '\u{b7}'));
    }
    words
}

/// One spelling for all: lower case, plain apostrophes, without possessive, `-ise`, `-our` and
/// `-ce` as the other side of the Atlantic writes them, and adjectives of countries as the country.
fn folded(word: &str) -> String {
    let plain = word.to_lowercase().replace('\u{2019}', "'");
    let plain = plain.strip_suffix("'s").or_else(|| plain.strip_suffix('\'')).unwrap_or(&plain);
    let plain = plain.replace("defense", "defence").replace("liquified", "liquefied").replace("ization", "isation");
    let mut stem = plain.as_str();
    // Twice, because "Japanese" loses its ending before it is "Japan", which has one too.
    for _ in 0..2 {
        let shorter = ENDINGS.iter().filter_map(|ending| stem.strip_suffix(ending));
        stem = shorter.filter(|stem| stem.chars().count() >= 3).min_by_key(|stem| stem.len()).unwrap_or(stem);
    }
    stem.to_owned()
}

/// The number a word stands for, in digits, if it stands for one.
fn number(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    if let Some((_, digits)) = NUMBERS.iter().find(|(name, _)| *name == lower) {
        return Some((*digits).to_owned());
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit());
    is_number.then(|| digits.replace(',', "").trim_matches('.').trim_start_matches('0').to_owned())
}

/// Words that some text writes with a capital letter inside a sentence: names.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn of(texts: &Texts) -> Self {
        let (mut names, mut plain) = (BTreeSet::new(), BTreeSet::new());
        for (_, _, text) in texts.all() {
            for word in words(text) {
                if !word.text.starts_with(char::is_uppercase) {
                    plain.insert(folded(word.text));
                } else if !word.opens {
                    names.insert(folded(word.text));
                }
            }
        }
        // What some text writes small is a word like others: "the", "partnership".
        names.retain(|name| !plain.contains(name));
        Self(names)
    }

    /// A word is taken for a name when it has a capital letter inside a sentence, two of them
    /// anywhere, or when the texts have it as a name.
    fn has(&self, word: &Word<'_>) -> bool {
        let capitals = word.text.chars().filter(|c| c.is_uppercase()).count();
        let first = word.text.starts_with(char::is_uppercase);
        first && (!word.opens || capitals > 1 || self.0.contains(&folded(word.text)))
    }
}

/// What the cited paragraphs have.
struct Cited {
    stems: BTreeSet<String>,
    numbers: BTreeSet<String>,
    /// The months of stamps such as 2026-03-06.
    stamps: BTreeSet<usize>,
    names: String,
}

impl Cited {
    fn new(cites: &[Spot<CitationText>], texts: &Texts) -> Self {
        let mut cited =
            Self { stems: BTreeSet::new(), numbers: BTreeSet::new(), stamps: BTreeSet::new(), names: String::new() };
        for cite in cites {
            let cite = &cite.value;
            let text = texts.paragraph(&cite.code, cite.paragraph).unwrap_or_default();
            cited.stamps.extend(text.split_whitespace().filter_map(stamp));
            for word in words(text) {
                cited.stems.insert(folded(word.text));
                cited.numbers.extend(number(word.text));
            }
            let separator = if cited.names.is_empty() { "" } else { ", " };
            cited.names.push_str(&format!("{separator}{}:{}", cite.code, cite.paragraph));
        }
        cited
    }

    fn has(&self, word: &str) -> bool {
        self.stems.contains(&folded(word)) || self.has_month(word)
    }

    /// A month stands in a paragraph as its name, shortened, or as the number of a stamp.
    fn has_month(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let Some(at) = MONTHS.iter().position(|month| *month == lower) else { return false };
        let short = lower.get(..3).unwrap_or(&lower);
        self.stems.contains(&folded(short)) || self.stamps.contains(&(at + 1))
    }
}

/// The month of a stamp such as 2026-03-06.
fn stamp(word: &str) -> Option<usize> {
    match When::parse(word) {
        Ok(When::Day(day)) => Some(day.month().into()),
        _ => None,
    }
}

/// Looks every fact of a claim up; answers how many there were.
pub(super) fn run(claim: &Claim<'_>, texts: &Texts, names: &Names, wrong: &mut Vec<Diagnostic>) -> usize {
    let cited = Cited::new(claim.cites, texts);
    let mut facts = verbs(claim, texts, wrong);
    if claim.derived {
        return facts;
    }
    if let Some(stated) = claim.stated {
        facts += date(stated, &cited, wrong);
    }
    for text in &claim.texts {
        for word in words(&text.value) {
            let digits = word.text.contains(|c: char| c.is_ascii_digit());
            let fact = match number(word.text) {
                Some(number) if digits => {
                    (!cited.numbers.contains(&number) && !cited.has(word.text)).then_some("number")
                }
                _ if SCALES.contains(&word.text.to_lowercase().as_str()) => (!cited.has(word.text)).then_some("amount"),
                _ if names.has(&word) => (!cited.has(word.text)).then_some("name"),
                _ => continue,
            };
            facts += 1;
            if let Some(what) = fact {
                wrong.push(missing(what, word.text, &cited, &text.place));
            }
        }
    }
    facts
}

fn missing(what: &str, word: &str, cited: &Cited, place: &Place) -> Diagnostic {
    let message = format!("the {what} `{word}` stands in none of {}", cited.names);
    Diagnostic::at(place, message).hint("cite the paragraph that has it, or mark the claim as derived and say why")
}

/// The word a source is said to use stands in a paragraph of that source which the claim cites.
fn verbs(claim: &Claim<'_>, texts: &Texts, wrong: &mut Vec<Diagnostic>) -> usize {
    let mut facts = 0;
    for cite in claim.cites {
        let Some(verb) = &cite.value.verb else { continue };
        facts += 1;
        let wanted = plain(verb);
        let same_source = claim.cites.iter().filter(|other| other.value.code == cite.value.code);
        let found = same_source
            .filter_map(|other| texts.paragraph(&other.value.code, other.value.paragraph))
            .any(|text| plain(text).contains(&wanted));
        if !found {
            let code = &cite.value.code;
            let message = format!("“{verb}” stands in no cited paragraph of {code}");
            let hint = "write the word as it stands there, or correct the number of the paragraph";
            wrong.push(Diagnostic::at(&cite.place, message).hint(hint));
        }
    }
    facts
}

/// Words alone, with one space between and around them.
fn plain(text: &str) -> String {
    let words: Vec<String> = words(text).iter().map(|word| word.text.to_lowercase().replace('\u{2019}', "'")).collect();
    format!(" {} ", words.join(" "))
}

/// Every part of a stated date stands in the cited paragraphs.
fn date(stated: &Spot<When>, cited: &Cited, wrong: &mut Vec<Diagnostic>) -> usize {
    let days = match stated.value {
        When::Range(from, to) => vec![from, to],
        other => vec![other.first_day()],
    };
    let mut facts = 0;
    for day in days {
        let month = MONTHS.get(usize::from(day.month()).saturating_sub(1)).copied().unwrap_or_default();
        let has_month = cited.has(month);
        let parts = [
            (day.year().to_string(), cited.numbers.contains(&day.year().to_string()), true),
            (month.to_owned(), has_month, !matches!(stated.value, When::Year(_))),
            (
                day.day().to_string(),
                cited.numbers.contains(&day.day().to_string()),
                matches!(stated.value, When::Day(_) | When::Range(..)),
            ),
        ];
        for (part, found, asked) in parts {
            facts += usize::from(asked);
            if asked && !found {
                let message = format!("the date is stated, but `{part}` stands in none of {}", cited.names);
                let hint = "cite the paragraph that prints it, or write basis = \"derived\" with its reasoning";
                wrong.push(Diagnostic::at(&stated.place, message).hint(hint));
            }
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::{folded, number, words};

    #[test]
    fn spellings_of_one_word_are_one() {
        for (a, b) in [
            ("Defense", "defence"),
            ("Japan’s", "Japan"),
            ("Canadian", "Canada"),
            ("Japanese", "Japan"),
            ("Australia", "Australian"),
            ("India", "Indian"),
            ("memorandums", "Memorandum"),
            ("liquified", "liquefied"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("China"), folded("Canada"));
        assert_ne!(folded("Iran"), folded("Iraq"));
    }

    #[test]
    fn numbers_are_one_however_they_are_written() {
        for (text, digits) in
            [("40", "40"), ("4th", "4"), ("fourth", "4"), ("5.5", "5.5"), ("1,000", "1000"), ("03", "3")]
        {
            assert_eq!(number(text).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(number("G7"), None);
        assert_eq!(number("many"), None);
    }

    #[test]
    fn the_first_word_of_a_sentence_is_told_apart() {
        let found: Vec<_> =
            words("It is. The G7: A “B” of $5.5 billion").into_iter().map(|w| (w.text, w.opens)).collect();
        let expected = [
            ("It", true),
            ("is", false),
            ("The", true),
            ("G7", false),
            ("A", true),
            ("B", true),
            ("of", false),
            ("5.5", false),
            ("billion", false),
        ];
        assert_eq!(found, expected);
    }
}
