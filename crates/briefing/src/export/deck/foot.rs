//! Where what a slide says is from: marks at its foot, and whole sentences in its notes.

use super::super::json::text;
use super::super::mark;
use super::super::pieces::PAGE;
use super::items::{INK, INK_2, MARK, Place, Run, paragraph};
use super::measure::{Face, fit};
use crate::layout::labels;
use crate::model::{Basis, Briefing, Citation, Dated, Role, Source, Strings, Tier, fill};

const MARKS: Place = Place(540, 678, 604, 22);
const SIZE: u32 = 15;

/// The marks as links to their paragraphs, as many as fit; the notes have all.
pub(super) fn marks(cites: &[Citation], briefing: &Briefing) -> Option<String> {
    let sources = &briefing.catalogue.sources;
    let label = briefing.catalogue.strings.facts_sources();
    let mut runs = vec![Run::new(&format!("{label}  ")).color(INK_2)];
    let mut line = label.to_owned();
    for (at, cite) in cites.iter().enumerate() {
        let Some(source) = sources.get(usize::from(cite.source)) else { continue };
        let mark = mark(cite, sources);
        if cites.iter().take(at).any(|known| (known.source, known.paragraph) == (cite.source, cite.paragraph)) {
            continue;
        }
        line = format!("{line}  {mark} ");
        if fit(&line, Face::Sans, MARKS.2, MARKS.3, &[SIZE]).text != line {
            runs.push(Run::new("…").color(INK_2));
            break;
        }
        let address = format!("{PAGE}{}-{}", source.code, cite.paragraph);
        let run = Run::new(&mark).color(INK).leads(&address, &source.title);
        runs.push(if source.tier == Tier::Primary { run.marked(MARK) } else { run });
        runs.push(Run::new("  "));
    }
    (runs.len() > 1).then(|| paragraph(MARKS, Face::Sans, SIZE, &runs, "Sources", briefing))
}

/// Notes: lines of text, and the address of an entry after them.
pub(super) fn notes(lines: &[String], entry: Option<&str>) -> String {
    let quoted = text(&lines.join("\n"));
    match (entry, quoted.strip_suffix('"')) {
        (Some(entry), Some(open)) => format!("{open}\\n{PAGE}{entry}\""),
        _ => quoted,
    }
}

/// Each citation in a sentence: the paragraph, its word and what it does, and what the source is.
pub(super) fn cited(cites: &[Citation], briefing: &Briefing) -> Vec<String> {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let line = |cite: &Citation| {
        let source = catalogue.sources.get(usize::from(cite.source))?;
        let verb = cite.verb.as_deref().map(|verb| format!(" {}", fill(strings.verb(), &[("verb", verb)])));
        let role = cite.role.map(|role| format!(" ({})", role_name(role, strings)));
        let mark = mark(cite, &catalogue.sources);
        Some(format!("{mark}{}{}: {}", verb.unwrap_or_default(), role.unwrap_or_default(), described(source, strings)))
    };
    cites.iter().filter_map(line).collect()
}

/// "Title, news release, primary source, 6 March 2026".
fn described(source: &Source, strings: &Strings) -> String {
    let date = source.dated.as_ref().map(|dated| labels::full(dated.when, strings));
    let parts = [source.title.as_str(), &source.kind, tier(source, strings)];
    let parts = parts.into_iter().map(str::to_owned).chain(date);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(super) fn tier<'s>(source: &Source, strings: &'s Strings) -> &'s str {
    match source.tier {
        Tier::Primary => strings.tier_primary(),
        Tier::Press => strings.tier_press(),
    }
}

fn role_name(role: Role, strings: &Strings) -> &str {
    match role {
        Role::Status => strings.role_status(),
        Role::Content => strings.role_content(),
        Role::Weaker => strings.role_weaker(),
        Role::Stronger => strings.role_stronger(),
        Role::Press => strings.role_press(),
        Role::Names => strings.role_names(),
    }
}

/// A date as precisely as it is known, with what is known about it.
pub(super) fn date(dated: Option<&Dated>, strings: &Strings) -> String {
    let Some(dated) = dated else { return strings.no_date().to_owned() };
    let date = labels::full(dated.when, strings);
    let note = dated.note.as_ref().map(|note| format!(", {note}"));
    let derived = dated.reasoning.as_ref().filter(|_| dated.basis == Basis::Derived);
    let why = derived.map(|why| format!("\n{} {why}", strings.derived()));
    format!("{date}{}{}", note.unwrap_or_default(), why.unwrap_or_default())
}
