//! How much room words need, and where their lines break.
//!
//! Widths are reckoned, not measured: by the fonts of other machines, which are mostly wider than
//! ours. So the same picture comes out on every machine, and words that do not find our fonts still
//! have room.

use super::canvas::{Face, Type};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// The width of a text.
pub(super) fn width(text: &str, style: Type) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    let face = match style.face {
        Face::Plain | Face::Serif => 1.0,
        Face::Strong | Face::Title => 1.06,
    };
    ems * face * style.size
}

/// The width of a character in the height of its font.
fn em(sign: char) -> f64 {
    match sign {
        '\u{200b}' | '\u{2060}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '\u{2019}' | '\u{202f}' => 0.28,
        ' ' | '\u{a0}' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '\u{2018}' => 0.33,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.88,
        'A'..='Z' => 0.67,
        '\u{2e80}'.. => 1.0,
        '\u{c0}'..='\u{dd}' => 0.67,
        _ => 0.53,
    }
}

/// A text in lines that are no wider than `room`, except where a single word is.
pub(super) fn lines(text: &str, room: f64, style: Type) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut begin = 0;
    for (end, opportunity) in linebreaks(text) {
        let piece = text.get(begin..end).unwrap_or_default();
        begin = end;
        let longer = format!("{line}{piece}");
        if !line.is_empty() && width(longer.trim_end(), style) > room {
            lines.push(line.trim_end().to_owned());
            line = piece.to_owned();
        } else {
            line = longer;
        }
        if opportunity == BreakOpportunity::Mandatory {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The same with lines of about the same length, as titles are set.
pub(super) fn balanced(text: &str, room: f64, style: Type) -> Vec<String> {
    let count = lines(text, room, style).len();
    let narrower = (1..20).map(|step| room * (1.0 - 0.03 * f64::from(step)));
    let fits = |room: &f64| {
        let lines = lines(text, *room, style);
        lines.len() == count && lines.iter().all(|line| width(line, style) <= *room)
    };
    lines(text, narrower.take_while(fits).last().unwrap_or(room), style)
}

/// How high a title is, with what its lines are high; without end where a word is wider than `room`.
pub(super) fn title_height(text: &str, room: f64, style: Type, leading: f64) -> f64 {
    let lines = lines(text, room, style);
    if lines.iter().any(|line| width(line, style) > room) {
        return f64::INFINITY;
    }
    leading * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX))
}

/// The largest of these sizes at which what `needs` answers is no more than there is; else the last.
pub(super) fn largest(sizes: &[f64], there_is: f64, needs: impl Fn(f64) -> f64) -> f64 {
    let fitting = sizes.iter().copied().find(|size| needs(*size) <= there_is);
    fitting.or(sizes.last().copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{balanced, largest, lines, width};
    use crate::picture::canvas::{Face, Type};

    const STYLE: Type = Type { size: 20.0, face: Face::Plain, fill: "#000" };

    #[test]
    fn lines_break_between_words_and_keep_to_the_room() {
        let text = "Two valleys agree on a bridge, and on nothing else that would cost anything.";
        let broken = lines(text, 200.0, STYLE);
        assert!(broken.len() > 2 && broken.iter().all(|line| width(line, STYLE) <= 200.0), "{broken:?}");
        assert_eq!(broken.join(" "), text);
        assert_eq!(lines("Unbreakable", 10.0, STYLE), ["Unbreakable"]);
        assert!(lines("", 100.0, STYLE).is_empty());
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        let broken = lines("二つの谷は橋について合意した。", 7.0 * 20.0, STYLE);
        assert_eq!(broken, ["二つの谷は橋に", "ついて合意し", "た。"]);
    }

    #[test]
    fn a_french_sign_stays_with_its_word() {
        let broken = lines("Le traité\u{a0}: une promesse\u{202f}?", 90.0, STYLE);
        assert!(broken.iter().all(|line| !line.starts_with([':', '?', '\u{a0}'])), "{broken:?}");
    }

    #[test]
    fn titles_are_balanced_in_as_few_lines() {
        let text = "Two valleys agree on a bridge today";
        let (plain, even) = (lines(text, 300.0, STYLE), balanced(text, 300.0, STYLE));
        assert_eq!(plain.len(), even.len());
        let longest = |lines: &[String]| lines.iter().map(|line| width(line, STYLE)).fold(0.0, f64::max);
        assert!(longest(&even) < longest(&plain), "{even:?}");
    }

    #[test]
    fn the_largest_fitting_size_is_taken_and_the_smallest_if_none_fits() {
        assert!((largest(&[30.0, 20.0, 10.0], 45.0, |size| size * 2.0) - 20.0).abs() < f64::EPSILON);
        assert!((largest(&[30.0, 20.0, 10.0], 5.0, |size| size) - 10.0).abs() < f64::EPSILON);
    }
}
