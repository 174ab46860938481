//! How much room a text takes, and how large it can be set.
//!
//! Nobody's fonts are known here, so widths are those of common ones, rounded up: a text may end early,
//! but never runs over what stands below it.

/// The face of a text, on which its width depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Claims.
    Serif,
    /// Titles: the same, set bold and so wider.
    Bold,
    /// Data and labels.
    Sans,
}

/// A text with the size at which it fits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    /// In pixels of a slide that is 1280 wide.
    pub size: u32,
    /// The height that it takes.
    pub height: u32,
    /// The text, cut if it is too long at any size.
    pub text: String,
}

/// From one line to the next, in hundredths of the size.
pub(super) const LEADING: u32 = 128;

/// The text at the largest of the `sizes` at which it fits into the room. What is too long even for
/// the last of them is cut there, and says so with an ellipsis.
pub(super) fn fit(text: &str, face: Face, width: u32, height: u32, sizes: &[u32]) -> Fitted {
    let at = |text: &str, size: u32| lines(text, face, width, size).saturating_mul(size * LEADING / 100);
    let smallest = sizes.last().copied().unwrap_or(1);
    let size = sizes.iter().copied().find(|size| at(text, *size) <= height).unwrap_or(smallest);
    if at(text, size) <= height {
        return Fitted { size, height: at(text, size), text: text.to_owned() };
    }
    // What fits is looked for by halves: a text may be very long.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |end: usize| format!("{}…", text.get(..end).unwrap_or_default().trim_end());
    let fitting = ends.partition_point(|end| at(&cut(*end), size) <= height);
    let text = cut(fitting.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0));
    Fitted { size, height: at(&text, size), text }
}

/// In how many lines a text is broken.
fn lines(text: &str, face: Face, width: u32, size: u32) -> u32 {
    let room = u64::from(width) * 100;
    let em = u64::from(size);
    let mut lines = 0_u32;
    for paragraph in text.split('\n') {
        lines = lines.saturating_add(1);
        let mut used = 0_u64;
        for word in paragraph.split_inclusive(breaks) {
            let wide: u64 = word.chars().map(|sign| advance(sign, face) * em).sum();
            if used > 0 && used + wide > room {
                lines = lines.saturating_add(1);
                used = 0;
            }
            // A word that is longer than a line is broken anywhere.
            used += wide;
            let over = used.saturating_sub(1).checked_div(room).unwrap_or(0);
            lines = lines.saturating_add(u32::try_from(over).unwrap_or(u32::MAX));
            used -= over * room;
        }
    }
    lines
}

/// Whether a line may end after this character.
fn breaks(sign: char) -> bool {
    sign == ' ' || sign == '-' || sign == '–' || is_wide(sign)
}

/// East Asian characters and pictures, as wide as they are high.
fn is_wide(sign: char) -> bool {
    matches!(u32::from(sign), 0x1100..=0x11FF | 0x2E80..=0xA4CF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF60 | 0x1F000..=0x1FAFF | 0x20000..=0x3FFFF)
}

/// How wide a character is, in hundredths of the size.
fn advance(sign: char, face: Face) -> u64 {
    let serif = u64::from(face != Face::Sans);
    let regular = match sign {
        ' ' | '\u{a0}' => 28,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ';' | ':' | '\'' | '’' | '(' | ')' | '|' => {
            34 + 4 * serif
        }
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 92,
        'A'..='Z' => 70 + 4 * serif,
        '0'..='9' => 58 + 4 * serif,
        // Joiners and combining marks take no room of their own.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' => 0,
        wide if is_wide(wide) => 104,
        _ => 54 + 3 * serif,
    };
    if face == Face::Bold { regular * 114 / 100 } else { regular }
}

/// Whether a text is written from right to left: the first letter that has a direction decides.
pub(super) fn is_leftward(text: &str) -> bool {
    let leftward = |sign: char| matches!(u32::from(sign), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(leftward)
}

#[cfg(test)]
mod tests {
    use super::{Face, fit, is_leftward};

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        let sizes = [40, 30, 20];
        assert_eq!(fit("short", Face::Sans, 400, 60, &sizes).size, 40);
        let long = "several words that need lines ".repeat(4);
        let fitted = fit(&long, Face::Sans, 400, 160, &sizes);
        assert_eq!((fitted.size, fitted.text.as_str()), (20, long.as_str()));
        assert!(fitted.height <= 160);
    }

    #[test]
    fn what_never_fits_is_cut_between_characters() {
        for text in ["word ".repeat(4000), "あ".repeat(9000), "😀".repeat(9000), "x".repeat(90_000), "\n".repeat(900)]
        {
            let fitted = fit(&text, Face::Serif, 300, 100, &[30, 20]);
            assert!(fitted.height <= 100 && fitted.size == 20 && fitted.text.ends_with('…'), "{fitted:?}");
        }
        assert_eq!(fit("text", Face::Sans, 0, 0, &[10]).text, "…");
    }

    #[test]
    fn the_first_letter_decides_on_the_direction() {
        for (text, leftward) in
            [("עברית a", true), ("1. العربية", true), ("a עברית", false), ("", false), ("12", false)]
        {
            assert_eq!(is_leftward(text), leftward, "{text}");
        }
    }
}
