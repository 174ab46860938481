//! Markdown (CommonMark): headings, text and sources, for notes and documents.

use super::pieces::{PAGE, VIEW};
use super::{Format, Pieces, mark, plain};
use crate::layout::labels;
use crate::model::{Briefing, Citation, Commitment, Pillar, Tier, fill};
use crate::table;

pub(super) const FORMAT: Format = Format { id: "md", media: "text/markdown", label: |strings| strings.take_md(), cut };

fn cut(briefing: &Briefing, _: bool) -> Pieces {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let site = &briefing.site;
    let title = line(&site.title);
    let as_of = format!("{}: {}", line(strings.as_of()), line(&labels::day(site.as_of, strings)));
    let sources = catalogue.sources.iter().map(|source| {
        let tier = match source.tier {
            Tier::Primary => strings.tier_primary(),
            Tier::Press => strings.tier_press(),
        };
        format!("- **{}** {} ({})\n", line(&source.code), line(&source.title), line(tier))
    });
    let begins = |pillar: usize| catalogue.commitments.iter().position(|of| usize::from(of.pillar) == pillar);
    let headings = catalogue.pillars.iter().enumerate().filter_map(|(place, pillar)| {
        let from = u32::try_from(begins(place)?).ok()?;
        Some((from, heading(pillar)))
    });
    Pieces {
        head: format!("# {title}\n\n{as_of}\n\n[{}](<{VIEW}>)\n\n", line(&site.short_title)),
        empty: format!("{}\n", line(strings.empty_title())),
        between: "\n".to_owned(),
        tail: format!("\n## {}\n\n{}", line(&site.sections.sources.title), sources.collect::<String>()),
        headings: headings.collect(),
        pieces: catalogue.commitments.iter().map(|commitment| piece(commitment, briefing)).collect(),
        ..Pieces::default()
    }
}

fn heading(pillar: &Pillar) -> String {
    format!("## {}\n\n", line(&pillar.title))
}

fn piece(commitment: &Commitment, briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let status = catalogue.statuses.get(commitment.status.place());
    let status = status.map(|status| format!("**{}**: {}", line(&status.label), line(&status.meaning)));
    let kind = catalogue.kinds.get(usize::from(commitment.kind)).map(|kind| line(&kind.label));
    let parties = Some(line(&table::parties(commitment, catalogue)));
    let date = commitment.dated.as_ref().map(|dated| line(&labels::full(dated.when, strings)));
    let meta: Vec<String> = [kind, parties, date].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let note = commitment.note.as_deref().map(|note| format!("{}\n\n", block(note)));
    let cites: Vec<String> = commitment.cites.iter().map(|cite| cited(cite, briefing)).collect();
    format!(
        "### {}\n\n{}\n\n{}\n\n{}\n\n{}{}: {} · [{id}](<{PAGE}{id}>)\n",
        line(&commitment.title),
        status.unwrap_or_default(),
        meta.join(" · "),
        block(&commitment.text),
        note.unwrap_or_default(),
        line(&briefing.site.sections.sources.title),
        cites.join(", "),
        id = commitment.id,
    )
}

fn cited(cite: &Citation, briefing: &Briefing) -> String {
    let strings = &briefing.catalogue.strings;
    let verb = cite.verb.as_deref().map(|verb| format!(" {}", line(&fill(strings.verb(), &[("verb", verb)]))));
    format!("{}{}", line(&mark(cite, &briefing.catalogue.sources)), verb.unwrap_or_default())
}

/// Text on one line.
fn line(text: &str) -> String {
    lines(text).join(" ")
}

/// Text whose lines stay lines. What is empty between them would end the paragraph, and what leads
/// them would make them code.
fn block(text: &str) -> String {
    lines(text).join("\\\n")
}

fn lines(text: &str) -> Vec<String> {
    let text = plain(text);
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(escaped).collect()
}

/// A line in which nothing is a command: neither anywhere, nor because it begins the line.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let listed = number.len() < line.len() && number.starts_with(['.', ')']);
    for (at, sign) in line.char_indices() {
        let begins = at == 0 && "#+-=".contains(sign);
        let ends_number = listed && at == line.len() - number.len();
        if begins || ends_number || "\\`*_[]<>&|~".contains(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{block, line};

    #[test]
    fn commands_are_escaped_and_words_are_left_alone() {
        assert_eq!(line("a *b* [c](d) <e> R&D _f_ g_h"), "a \\*b\\* \\[c\\](d) \\<e\\> R\\&D \\_f\\_ g\\_h");
        for (text, expected) in [("# a", "\\# a"), ("- a-b", "\\- a-b"), ("1. a 2. b", "1\\. a 2. b"), ("= a", "\\= a")]
        {
            assert_eq!(line(text), expected);
        }
        assert_eq!(line("2026"), "2026");
    }

    #[test]
    fn lines_stay_lines_without_ending_the_paragraph() {
        assert_eq!(block("a\n\n    b\r\n# c"), "a\\\nb\\\n\\# c");
        assert_eq!(line("a\nb"), "a b");
    }
}
