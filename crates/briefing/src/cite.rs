//! Citations of an entry, ready to paste: in plain words, as the Chicago manual has it, for BibTeX.

use crate::model::{Briefing, Strings, fill};

/// BibTeX has a form of its own in every language.
const BIBTEX: &str = "@misc{<id>,\n  title = {{<title>}},\n  howpublished = {<site>},\n  date = {<as_of>},\n  note = {<marks>},\n  url = {<url>}\n}";

/// What a citation says of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// Its name in links.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its source marks, such as "NR ¶5, RO ¶5".
    pub marks: &'a str,
    /// Its address.
    pub url: &'a str,
}

/// The formats with the name and the date of the briefing filled in; the rest is left for an entry.
#[must_use]
pub fn patterns(briefing: &Briefing) -> Vec<String> {
    let strings = &briefing.catalogue.strings;
    let site = &briefing.site;
    let day = crate::layout::labels::day(site.as_of, strings);
    let with = |pattern: &str, date: &str| fill(pattern, &[("site", &site.title), ("as_of", date)]);
    let bibtex = BIBTEX.replace("<site>", &escaped(&site.title)).replace("<as_of>", &site.as_of.iso());
    vec![
        with(strings.citation_plain(), &day),
        with(strings.citation_chicago(), &chicago_day(briefing, strings)),
        bibtex,
    ]
}

fn chicago_day(briefing: &Briefing, strings: &Strings) -> String {
    let date = briefing.site.as_of;
    let month = strings.months.get(usize::from(date.month()).saturating_sub(1)).map_or("", String::as_str);
    let (day, year) = (date.day().to_string(), date.year().to_string());
    fill(strings.citation_date(), &[("day", &day), ("month", month), ("year", &year)])
}

/// The citation of an entry by a pattern of [`patterns`].
#[must_use]
pub fn citation(pattern: &str, cited: Cited<'_>) -> String {
    if pattern.starts_with('@') {
        let filled = pattern.replace("<id>", cited.id).replace("<url>", cited.url);
        return filled.replace("<title>", &escaped(cited.title)).replace("<marks>", &escaped(cited.marks));
    }
    fill(pattern, &[("title", cited.title), ("marks", cited.marks), ("url", cited.url)])
}

/// Text for BibTeX, in which some signs are commands.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if "&%$#_{}".contains(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{BIBTEX, Cited, citation};

    const CITED: Cited<'_> =
        Cited { id: "r-and-d", title: "R&D: 50% {more}", marks: "NR ¶5", url: "https://example.org/?q=a_b#r-and-d" };

    #[test]
    fn a_pattern_is_filled_with_the_entry() {
        let plain = citation("{title}. {marks}. {url}", CITED);
        assert_eq!(plain, "R&D: 50% {more}. NR ¶5. https://example.org/?q=a_b#r-and-d");
    }

    #[test]
    fn bibtex_gets_its_commands_escaped_but_not_those_of_the_address() {
        let entry = citation(BIBTEX, CITED);
        assert!(entry.starts_with("@misc{r-and-d,\n"), "{entry}");
        assert!(entry.contains("title = {{R\\&D: 50\\% \\{more\\}}}"), "{entry}");
        assert!(entry.contains("url = {https://example.org/?q=a_b#r-and-d}"), "{entry}");
    }
}
