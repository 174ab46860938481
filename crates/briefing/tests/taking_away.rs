//! Files that are taken away, opened by readers that others wrote.
//!
//! `UPDATE_GOLDENS=1 cargo test -p briefing --test taking_away` writes the expected files anew; review
//! them as diffs.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics is a test that fails"
)]

use briefing::export::{Address, FORMATS, Format};
use briefing::load::compile_dir;
use briefing::model::{Briefing, When};
use icalendar::parser::{Component, read_calendar, unfold};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

mod hostile;
mod json_schema;

/// What breaks files that are written carelessly; each is a title and a text.
const BAD: [&str; 9] = [
    "=HYPERLINK(\"http://x\"), it's",
    "+1; \"quoted\", 'twice'\nand # a second line",
    "-2\r\n\r\n- not a list",
    "@sum\ttab \\ backslash \\n",
    "😀 emoji, 👩‍👩‍👧 family, 𠮷野家 astral",
    "עברית, العربية \u{202b}right to left\u{202c}",
    "# *bold* _it_ [link](http://x) <b>tag</b> `code` | ~~no~~ &amp; ![i](y)",
    "1. Ünïcode\u{301} e\u{301} 、。",
    "control \u{0}\u{1}\u{7f}\u{1a}\u{1c} end",
];

const ADDRESS: Address<'_> = Address { page: "https://e.org/b/#", view: "https://e.org/b/?status=planned" };

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn compiled(folder: &Path) -> Briefing {
    let briefings = compile_dir(folder).map_err(|report| report.render(false)).expect("a good tree");
    briefings.into_iter().next().expect("one language")
}

fn valleys() -> Briefing {
    compiled(&fixture().join("../../../../examples/valleys"))
}

/// The example with as many commitments as there are bad texts.
fn bad() -> Briefing {
    let mut briefing = valleys();
    let commitment = briefing.catalogue.commitments[1].clone();
    let of = |text: &&str| {
        let (title, text) = ((*text).to_owned(), format!("{text} {text}"));
        briefing::model::Commitment { title, text, note: Some("=note, \"n\"\n+x".into()), ..commitment.clone() }
    };
    briefing.catalogue.commitments = BAD.iter().map(of).collect();
    briefing.site.title = BAD[0].to_owned();
    briefing
}

/// A bad text as a reader has to get it back: without what no text holds.
fn kept(text: &str) -> String {
    let control = |sign: &char| !sign.is_control() || "\n\t".contains(*sign);
    text.replace("\r\n", "\n").chars().filter(control).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn format(id: &str) -> &'static Format {
    FORMATS.iter().find(|format| format.id == id).expect("a format")
}

/// The file of the commitments at these places.
fn file(id: &str, briefing: &Briefing, places: &[usize]) -> String {
    format(id).pieces(briefing, true).joined(places, ADDRESS)
}

fn all(briefing: &Briefing) -> Vec<usize> {
    (0..briefing.catalogue.commitments.len()).collect()
}

#[test]
fn files_are_as_they_were_looked_at() {
    for format in FORMATS {
        let path = fixture().join(format!("valleys.take.{}", format.id));
        let found = file(format.id, &valleys(), &all(&valleys()));
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&path, &found).expect("the golden can be written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{} differs; look at it, then set UPDATE_GOLDENS=1", path.display());
    }
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let bytes = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(bytes.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().take(3).collect::<Vec<_>>(), ["id", "title", "text"]);
    reader.records().map(|row| row.expect("a row as long as the header").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_spreadsheet_has_the_rows_that_are_shown_in_their_order() {
    let rows = rows(&file("csv", &valleys(), &[2, 1]));
    let ids: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["bridge-plan", "water-treaty"]);
    let treaty = ["water-treaty", "Water treaty", "The café of Crâne keeps its spring.", "Water", "Signed", "Treaty"];
    assert_eq!(rows[1][..6], treaty);
    let rest = ["Crâne", "2031-05-03", "day", "AA ¶4; GZ ¶1", "https://e.org/b/#water-treaty"];
    assert_eq!(rows[1][6..], rest, "the own side is no partner");
    assert_eq!(rows[0][7..9], ["", ""], "no date is no date");
}

#[test]
fn bad_texts_come_back_from_a_spreadsheet_and_none_is_run() {
    let briefing = bad();
    let file = file("csv", &briefing, &all(&briefing));
    assert_eq!(file.matches("\r\n").count(), BAD.len() + 1, "lines end as the standard has it");
    for (row, text) in rows(&file).iter().zip(BAD) {
        let text = kept(text);
        let led = text.starts_with(['=', '+', '-', '@']);
        assert_eq!(row[1], if led { format!("'{text}") } else { text });
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "{row:?}");
    }
}

fn parsed(file: &str) -> Value {
    let schema = fixture().join("../../../../docs/take/briefing.schema.json");
    let schema = fs::read_to_string(schema).expect("the schema is there");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let value: Value = serde_json::from_str(file).expect("JSON");
    assert_eq!(json_schema::complaints(&schema, &value), Vec::<String>::new());
    value
}

#[test]
fn data_keeps_its_promises() {
    let value = parsed(&file("json", &valleys(), &[2, 1]));
    assert_eq!(value["link"], ADDRESS.view);
    assert_eq!(value["as_of"], "2031-05-04");
    let [bridge, treaty] = value["commitments"].as_array().expect("a list").as_slice() else { panic!("two") };
    assert_eq!((&bridge["id"], &bridge["date"]), (&"bridge-plan".into(), &Value::Null));
    let steps: Vec<_> = bridge["steps"].as_array().into_iter().flatten().map(|step| &step["due"]).collect();
    assert_eq!(steps, [&Value::from("by"), &Value::Null]);
    assert_eq!(treaty["steps"][0]["era"], "open", "no text promises it");
    assert_eq!(bridge["steps"][0]["date"]["precision"], "year");
    assert_eq!((&treaty["date"]["value"], &treaty["date"]["precision"]), (&"2031-05-03".into(), &"day".into()));
    assert_eq!(treaty["citations"][0]["verb"], "signed");
    assert_eq!(treaty["citations"][0]["paragraph"], 4);
    assert_eq!(treaty["related"][0], "bridge-plan");
    assert_eq!(treaty["link"], "https://e.org/b/#water-treaty");
}

#[test]
fn the_real_briefing_and_bad_texts_obey_the_schema() {
    let real = compiled(&fixture().join("../../../../content"));
    let count = parsed(&file("json", &real, &all(&real)))["commitments"].as_array().map(Vec::len);
    assert_eq!(count, Some(real.catalogue.commitments.len()));
    let briefing = bad();
    let value = parsed(&file("json", &briefing, &all(&briefing)));
    for (commitment, text) in value["commitments"].as_array().expect("a list").iter().zip(BAD) {
        assert_eq!(commitment["title"], kept(text));
    }
}

/// The components of a calendar, each with its kind and its properties, which the reader has freed of
/// their escapes; all lines are as the standard
/// has them.
fn calendar(file: &str) -> Vec<(String, Vec<(String, String)>)> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\n', '\r']), "lines end with CRLF");
    let long: Vec<&str> = file.split("\r\n").filter(|line| line.len() > 75).collect();
    assert!(long.is_empty(), "{long:?}");
    let unfolded = unfold(file);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let properties = |component: &Component<'_>| {
        let of = component.properties.iter();
        of.map(|property| (property.name.to_string(), property.val.to_string())).collect::<Vec<_>>()
    };
    calendar.components.iter().map(|component| (component.name.to_string(), properties(component))).collect()
}

fn value<'c>(component: &'c (String, Vec<(String, String)>), name: &str) -> &'c str {
    let found = component.1.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, value)| value.as_str())
}

#[test]
fn a_calendar_has_what_is_dated_and_pretends_to_no_day() {
    let components = calendar(&file("ics", &valleys(), &all(&valleys())));
    let days: Vec<_> = components
        .iter()
        .map(|c| (value(c, "UID").split('@').next().expect("a name"), value(c, "DTSTART"), value(c, "DTEND")))
        .collect();
    assert_eq!(
        days,
        [
            ("brook", "20310501", "20310503"),
            ("crane", "20310502", "20310504"),
            ("signing", "20310503", "20310504"),
            ("water-treaty", "20310503", "20310504"),
            ("bridge-opening", "20320101", "20330101"),
        ]
    );
    assert!(components.iter().all(|c| c.0 == "VEVENT" && value(c, "DTSTAMP") == "20310504T000000Z"));
    assert!(components.iter().all(|c| value(c, "TRANSP") == "TRANSPARENT"));
    let opening = components.last().expect("it is there");
    assert_eq!(value(opening, "SUMMARY"), "A bridge is opened (By the end of 2032)");
    assert!(value(opening, "DESCRIPTION").starts_with("By the end of 2032\n"));
    assert_eq!(value(opening, "URL"), "https://e.org/b/#bridge-plan");
}

#[test]
fn a_filtered_calendar_has_only_what_is_shown_and_never_nothing() {
    let of = |places: &[usize]| calendar(&file("ics", &valleys(), places));
    let treaty = of(&[1]);
    assert_eq!(treaty.len(), 1);
    assert!(value(&treaty[0], "UID").starts_with("water-treaty@"));
    for undated in [&[][..], &[0]] {
        let note = of(undated);
        assert_eq!((note.len(), note[0].0.as_str()), (1, "VJOURNAL"));
    }
}

#[test]
fn bad_texts_come_back_from_a_calendar() {
    let briefing = bad();
    let components = calendar(&file("ics", &briefing, &all(&briefing)));
    let own = components.iter().filter(|component| value(component, "UID").starts_with("water-treaty@"));
    let titles: Vec<String> = own.map(|component| value(component, "SUMMARY").to_owned()).collect();
    assert_eq!(titles, BAD.map(|text| format!("{} (Signed)", kept(text))));
}

#[test]
fn a_long_address_breaks_no_line_of_a_calendar() {
    let page = format!("https://e.org/{}/#", "x".repeat(400));
    let long = format("ics").pieces(&valleys(), true).joined(&[1], Address { page: &page, view: "" });
    assert_eq!(value(&calendar(&long)[0], "URL"), format!("{page}water-treaty"));
    let plain = format("ics").whole(&valleys(), None);
    assert!(calendar(&plain).iter().all(|component| value(component, "URL").is_empty()), "no address is none");
}

/// The headings of a document with their levels, all its words, and where its links lead.
fn document(file: &str) -> (Vec<(HeadingLevel, String)>, String, BTreeSet<String>) {
    let (mut headings, mut words, mut links) = (Vec::new(), String::new(), BTreeSet::new());
    let mut heading: Option<(HeadingLevel, String)> = None;
    for event in Parser::new(file) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => heading = Some((level, String::new())),
            Event::End(TagEnd::Heading(_)) => headings.extend(heading.take()),
            Event::Start(Tag::Link { dest_url, .. }) => drop(links.insert(dest_url.to_string())),
            Event::Text(text) => {
                words += &text;
                if let Some((_, heading)) = &mut heading {
                    *heading += &text;
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => words.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} is markup"),
            Event::Code(code) => panic!("{code} is code"),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Emphasis | Tag::BlockQuote(_)) => {
                panic!("nothing of the kind was meant: {event:?}")
            }
            _ => {}
        }
    }
    (headings, words, links)
}

#[test]
fn a_document_stands_under_its_headings_with_its_sources() {
    let (headings, words, links) = document(&file("md", &valleys(), &[2, 1]));
    use HeadingLevel::{H1, H2, H3};
    let expected = [
        (H1, "Arden and Brook"),
        (H2, "Water"),
        (H3, "Water treaty"),
        (H2, "Wood"),
        (H3, "Bridge plan"),
        (H2, "Sources"),
    ];
    let found: Vec<_> = headings.iter().map(|(level, text)| (*level, text.as_str())).collect();
    assert_eq!(found, expected);
    for said in ["Signed: A source reports a signature", "AA ¶4 “signed”, GZ ¶1", "3 May 2031", "The gazette (press)"]
    {
        assert!(words.contains(said), "{said} is missing in {words}");
    }
    assert!(links.contains("https://e.org/b/#water-treaty") && links.contains(ADDRESS.view), "{links:?}");
}

#[test]
fn bad_texts_come_back_from_a_document() {
    let briefing = bad();
    let (headings, words, links) = document(&file("md", &briefing, &all(&briefing)));
    let titles = headings.iter().filter(|(level, _)| *level == HeadingLevel::H3);
    let titles: Vec<String> = titles.map(|(_, text)| squeezed(text)).collect();
    assert_eq!(titles, BAD.map(|text| squeezed(&kept(text))));
    for text in BAD {
        assert!(squeezed(&words).contains(&squeezed(&kept(text))), "{text}");
    }
    assert!(links.iter().all(|link| link.starts_with("https://e.org/")), "{links:?}");
}

#[test]
fn nothing_is_a_file_too() {
    let briefing = valleys();
    assert_eq!(rows(&file("csv", &briefing, &[])), Vec::<Vec<String>>::new());
    assert_eq!(parsed(&file("json", &briefing, &[]))["commitments"], Value::Array(Vec::new()));
    assert!(document(&file("md", &briefing, &[])).1.contains("Nothing matches"));
}

#[test]
fn imprecise_dates_of_every_kind_span_what_they_can_mean() {
    let mut briefing = valleys();
    for (date, from, to) in [
        ("2031-02", "20310201", "20310301"),
        ("2031", "20310101", "20320101"),
        ("2031-12-30/2032-01-02", "20311230", "20320103"),
        ("9999-12-31", "99991231", ""),
    ] {
        let dated = briefing.catalogue.commitments[1].dated.as_mut().expect("it has a date");
        dated.when = When::parse(date).expect("a date");
        let components = calendar(&file("ics", &briefing, &[1]));
        assert_eq!((value(&components[0], "DTSTART"), value(&components[0], "DTEND")), (from, to), "{date}");
    }
}

#[test]
fn markup_script_and_formulas_come_back_from_every_format_as_they_were_written() {
    let briefing = hostile::valleys();
    let commitments = &briefing.catalogue.commitments;
    let pillar = |place: usize| &briefing.catalogue.pillars[usize::from(commitments[place].pillar)].title;

    let rows = rows(&file("csv", &briefing, &all(&briefing)));
    let data = parsed(&file("json", &briefing, &all(&briefing)));
    assert_eq!(data["title"], briefing.site.title);
    assert_eq!(data["sources"][1]["title"], briefing.catalogue.sources[1].title);
    for (place, commitment) in commitments.iter().enumerate() {
        let text = |text: &str| format!("'{text}");
        assert_eq!(rows[place][1..4], [text(&commitment.title), text(&commitment.text), text(pillar(place))]);
        let object = &data["commitments"][place];
        assert_eq!(object["title"], commitment.title);
        assert_eq!(object["text"], commitment.text);
        assert_eq!(object["pillar"]["label"], *pillar(place));
        assert_eq!(object["citations"][0]["verb"].as_str(), commitment.cites[0].verb.as_deref());
    }

    let (headings, words, links) = document(&file("md", &briefing, &all(&briefing)));
    let headings: Vec<String> = headings.iter().map(|(_, text)| squeezed(text)).collect();
    for (place, commitment) in commitments.iter().enumerate() {
        assert!(headings.contains(&squeezed(&commitment.title)), "{headings:?}");
        assert!(headings.contains(&squeezed(pillar(place))), "{headings:?}");
        assert!(squeezed(&words).contains(&squeezed(&commitment.text)), "{words}");
    }
    assert!(links.iter().all(|link| link.starts_with("https://e.org/")), "{links:?}");

    let components = calendar(&file("ics", &briefing, &all(&briefing)));
    let shown = |name: &str, text: &str| components.iter().any(|component| value(component, name).contains(text));
    for stop in &briefing.stops {
        assert!(shown("SUMMARY", &stop.title) && shown("DESCRIPTION", &stop.text), "{}", stop.title);
    }
    for event in briefing.events.iter().filter(|event| event.dated.is_some() && event.about.is_some()) {
        assert!(shown("SUMMARY", &event.title), "{}", event.title);
    }
}
