//! iCalendar (RFC 5545): what has a date, as whole days.
//!
//! A day is a day. A month or a year is not narrowed to one, because no text does so: it spans all of
//! its days, takes nobody's time (`TRANSP`), and says its date in words in its title. To leave it out
//! would hide that there is a date at all. What has none is not in the calendar.
//!
//! Commitments bring their own date and that of their steps. The trip itself belongs to no
//! commitment, so it is in the whole calendar only. What happened before the trip is in none.

use super::pieces::PAGE;
use super::{Format, Pieces, marks, plain, slug, steps};
use crate::layout::labels;
use crate::model::date::When;
use crate::model::{Briefing, Citation, Commitment, Dated, Due, EraKind, Event, PlainDate};

pub(super) const FORMAT: Format =
    Format { id: "ics", media: "text/calendar", label: |strings| strings.take_ics(), cut };

/// The longest line in bytes, and what begins the next one when a line is longer.
const LONGEST: usize = 75;
const FOLD: &str = "\r\n ";

/// One thing with a date.
struct Entry<'b> {
    /// The name of the thing, and that of the entry of the page that shows it.
    id: &'b str,
    shown_at: &'b str,
    title: &'b str,
    /// How firm it is: without it a date would read as if all was done on it.
    status: Option<&'b str>,
    dated: &'b Dated,
    due: Option<Due>,
    /// What it is, and how firm.
    text: Vec<String>,
    cites: &'b [Citation],
}

fn cut(briefing: &Briefing, linked: bool) -> Pieces {
    let title = &briefing.site.title;
    let strings = &briefing.catalogue.strings;
    let head = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//{}//{}", escaped(&briefing.site.short_title), briefing.catalogue.language),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(title)),
    ];
    // A calendar must have something in it. A note of the day of the content is no appointment.
    let empty = [
        "BEGIN:VJOURNAL".to_owned(),
        uid("nothing", briefing),
        stamp(briefing),
        format!("DTSTART;VALUE=DATE:{}", compact(briefing.site.as_of)),
        format!("SUMMARY:{}", escaped(&format!("{title}: {}", strings.no_date()))),
        "END:VJOURNAL".to_owned(),
    ];
    let commitments = briefing.catalogue.commitments.iter().enumerate();
    let of = |(place, commitment)| {
        let entries = of_commitment(place, commitment, briefing);
        entries.iter().map(|entry| written(entry, briefing, linked)).collect::<String>()
    };
    Pieces {
        head: lines(&head),
        rest: of_trip(briefing).iter().map(|entry| written(entry, briefing, linked)).collect(),
        empty: lines(&empty),
        tail: "END:VCALENDAR\r\n".to_owned(),
        fold: FOLD.to_owned(),
        pieces: commitments.map(of).collect(),
        ..Pieces::default()
    }
}

/// The legs of the trip, and what happened on it or is to come without belonging to a commitment.
fn of_trip(briefing: &Briefing) -> Vec<Entry<'_>> {
    let stops = briefing.stops.iter().map(|stop| Entry {
        id: stop.id.as_str(),
        shown_at: stop.id.as_str(),
        title: &stop.title,
        status: None,
        dated: &stop.dated,
        due: None,
        text: vec![stop.text.clone()],
        cites: &stop.cites,
    });
    let events = briefing.events.iter().filter(|event| event.about.is_none() && !event.context);
    stops.chain(events.filter_map(|event| of_event(event, event.id.as_str()))).collect()
}

fn of_commitment<'b>(place: usize, commitment: &'b Commitment, briefing: &'b Briefing) -> Vec<Entry<'b>> {
    let mut entries: Vec<Entry<'_>> =
        steps(place, briefing).filter_map(|event| of_event(event, commitment.id.as_str())).collect();
    let status = briefing.catalogue.statuses.get(commitment.status.place());
    // What happened to it on its day says more than that it has one.
    let own = commitment.dated.as_ref().filter(|own| !entries.iter().any(|entry| entry.dated.when == own.when));
    if let Some(dated) = own {
        let meaning = status.map(|status| format!("{}: {}", status.label, status.meaning));
        let id = commitment.id.as_str();
        let own = Entry {
            id,
            shown_at: id,
            title: &commitment.title,
            status: status.map(|status| status.label.as_str()),
            dated,
            due: None,
            text: meaning.into_iter().chain([commitment.text.clone()]).collect(),
            cites: &commitment.cites,
        };
        entries.insert(0, own);
    }
    entries
}

fn of_event<'b>(event: &'b Event, shown_at: &'b str) -> Option<Entry<'b>> {
    let dated = event.dated.as_ref().filter(|_| event.era != EraKind::Past)?;
    let text = event.text.iter().chain(&event.sooner).cloned().collect();
    Some(Entry {
        id: event.id.as_str(),
        shown_at,
        title: &event.title,
        status: None,
        dated,
        due: event.due,
        text,
        cites: &event.cites,
    })
}

fn written(entry: &Entry<'_>, briefing: &Briefing, linked: bool) -> String {
    let strings = &briefing.catalogue.strings;
    let when = entry.dated.when;
    let date = labels::due(entry.due, when, strings);
    let imprecise = matches!(when, When::Month(..) | When::Year(_)).then_some(date.as_str());
    let said: Vec<&str> = entry.status.into_iter().chain(imprecise).collect();
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) };
    let title = format!("{}{said}", entry.title);
    let note = entry.dated.note.as_ref().map(|note| format!("{date}, {note}")).unwrap_or(date);
    let why = entry.dated.reasoning.as_ref().map(|why| format!("{} {why}", strings.derived()));
    let marks = marks(entry.cites, &briefing.catalogue.sources, ", ");
    let text: Vec<String> = [note].into_iter().chain(why).chain(entry.text.iter().cloned()).chain([marks]).collect();
    let (first, last) = (when.first_day(), when.last_day());
    let mut out = vec![
        "BEGIN:VEVENT".to_owned(),
        uid(entry.id, briefing),
        stamp(briefing),
        format!("DTSTART;VALUE=DATE:{}", compact(first)),
    ];
    // The end is the day after; without one the event has a single day. The calendar itself ends.
    if last.next() > last {
        out.push(format!("DTEND;VALUE=DATE:{}", compact(last.next())));
    }
    out.push(format!("SUMMARY:{}", escaped(&title)));
    out.push(format!("DESCRIPTION:{}", escaped(&text.join("\n"))));
    out.push("TRANSP:TRANSPARENT".to_owned());
    let link = linked.then(|| format!("URL:{FOLD}{PAGE}{FOLD}{}\r\n", folded(entry.shown_at, LONGEST - 1)));
    format!("{}{}END:VEVENT\r\n", lines(&out), link.unwrap_or_default())
}

/// The same for the same thing in every take, so that a calendar brings it up to date.
fn uid(id: &str, briefing: &Briefing) -> String {
    format!("UID:{id}@{}", slug(&briefing.site.short_title))
}

/// There is no clock here: the entry is as old as the content.
fn stamp(briefing: &Briefing) -> String {
    format!("DTSTAMP:{}T000000Z", compact(briefing.site.as_of))
}

fn compact(day: PlainDate) -> String {
    day.iso().replace('-', "")
}

fn escaped(text: &str) -> String {
    let text = plain(text).replace('\r', "\n").replace('\\', "\\\\").replace('\n', "\\n");
    text.replace(';', "\\;").replace(',', "\\,")
}

fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| folded(line, LONGEST) + "\r\n").collect()
}

/// A line cut where it gets too long, but never inside a character.
fn folded(line: &str, longest: usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut room = longest;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out += FOLD;
            room = LONGEST - 1;
        }
        room -= sign.len_utf8();
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FOLD, LONGEST, escaped, folded};

    #[test]
    fn lines_are_folded_between_characters() {
        for text in
            ["x".repeat(300), "é".repeat(200), "あ".repeat(100), "😀a".repeat(80), String::new(), "x".repeat(75)]
        {
            let folded = folded(&text, LONGEST);
            assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST), "{folded}");
            assert_eq!(folded.replace(FOLD, ""), text);
        }
        assert!(!folded(&"x".repeat(75), LONGEST).contains(FOLD));
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("a, b; c\\n\r\nd\re"), "a\\, b\\; c\\\\n\\nd\\ne");
    }
}
