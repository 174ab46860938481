//! CSV (RFC 4180): one row for each commitment, for spreadsheets.
//!
//! It begins with a byte order mark, without which Excel reads UTF-8 as something else. The names of
//! the columns are part of the format and the same in every language.

use super::pieces::PAGE;
use super::{Format, Pieces, iso, marks, parties, plain, precision};
use crate::model::{Briefing, Commitment};

pub(super) const FORMAT: Format = Format { id: "csv", media: "text/csv", label: |strings| strings.take_csv(), cut };

const COLUMNS: [&str; 11] =
    ["id", "title", "text", "pillar", "status", "kind", "partners", "date", "precision", "citations", "link"];

fn cut(briefing: &Briefing, _: bool) -> Pieces {
    Pieces {
        head: format!("\u{feff}{}", row(&COLUMNS.map(str::to_owned))),
        pieces: briefing.catalogue.commitments.iter().map(|commitment| piece(commitment, briefing)).collect(),
        ..Pieces::default()
    }
}

fn piece(commitment: &Commitment, briefing: &Briefing) -> String {
    let catalogue = &briefing.catalogue;
    let status = catalogue.statuses.get(commitment.status.place());
    let partners = parties(commitment, briefing).filter(|(place, _)| Some(*place) != catalogue.home_party);
    let partners: Vec<&str> = partners.map(|(_, party)| party.label.as_str()).collect();
    let when = commitment.dated.as_ref().map(|dated| dated.when);
    let text = |text: Option<&str>| defused(&plain(text.unwrap_or_default()));
    row(&[
        commitment.id.to_string(),
        text(Some(&commitment.title)),
        text(Some(&commitment.text)),
        text(catalogue.pillars.get(usize::from(commitment.pillar)).map(|pillar| pillar.title.as_str())),
        text(status.map(|status| status.label.as_str())),
        text(catalogue.kinds.get(usize::from(commitment.kind)).map(|kind| kind.label.as_str())),
        text(Some(&partners.join("; "))),
        when.map(iso).unwrap_or_default(),
        when.map(precision).unwrap_or_default().to_owned(),
        text(Some(&marks(&commitment.cites, &catalogue.sources, "; "))),
        format!("{PAGE}{}", commitment.id),
    ])
}

/// Spreadsheets run a cell that begins with one of these signs as a formula, which could send what
/// stands in other cells elsewhere. An apostrophe before it makes it text in all of them; a tab would
/// be dropped by some, and the formula would be back. Full-width signs count in East Asian settings.
fn defused(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

/// Every cell is quoted, so that nothing in it can end it.
fn row(cells: &[String; COLUMNS.len()]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    cells.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn no_cell_is_run() {
        for led in ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "＝1"] {
            assert_eq!(defused(led), format!("'{led}"));
        }
        for harmless in ["", "1-1", "a=b", "'=1", " =1", "😀"] {
            assert_eq!(defused(harmless), harmless);
        }
    }
}
