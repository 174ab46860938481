//! Characters that no text may have, because some output could not hold them or would show something
//! else than what is written.

/// What is wrong with a text, and how to mend it.
pub(super) type Fault = (String, &'static str);

/// A control character or one that stands for nothing; ends of lines and tabs are none.
///
/// Such characters make XML invalid and can drive a terminal. Unicode reserves 66 code points that are
/// no characters (The Unicode Standard, 23.7).
pub(super) fn is_refused(sign: char) -> bool {
    let code = u32::from(sign);
    let nothing = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    nothing || (sign.is_control() && !"\t\n\r".contains(sign))
}

/// What is wrong with the characters of a text, if anything is.
pub(super) fn fault(text: &str) -> Option<Fault> {
    match text.chars().find(|sign| is_refused(*sign)) {
        Some(sign) => Some(refused(sign)),
        None => unpaired(text).map(|mark| {
            let message = format!("the direction mark U+{:04X} has no partner in this text", u32::from(mark));
            (message, "close each mark where its words end, or remove it; most texts need none")
        }),
    }
}

/// What to say of such a character.
pub(super) fn refused(sign: char) -> Fault {
    let what = if sign.is_control() { "control character" } else { "code point" };
    (format!("the {what} U+{:04X} cannot be shown", u32::from(sign)), "remove it; it often comes with pasted text")
}

/// The first direction mark that is not closed, or closes nothing, in the order of Unicode Annex 9.
///
/// Left open, such a mark would turn what stands beside the text on the page.
fn unpaired(text: &str) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    for sign in text.chars() {
        let partners: &[char] = match sign {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => {
                open.push(sign);
                continue;
            }
            '\u{202c}' => &['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}'],
            '\u{2069}' => &['\u{2066}', '\u{2067}', '\u{2068}'],
            _ => continue,
        };
        if open.pop().is_none_or(|last| !partners.contains(&last)) {
            return Some(sign);
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::{fault, is_refused};

    #[test]
    fn control_characters_and_code_points_for_nothing_are_refused() {
        for sign in
            ['\0', '\u{1}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}', '\u{fdd0}', '\u{fffe}', '\u{10ffff}']
        {
            assert!(is_refused(sign) && fault(&format!("a{sign}b")).is_some(), "{sign:?}");
        }
        for sign in
            ['\t', '\n', '\r', ' ', 'é', '\u{ad}', '\u{200d}', '\u{200f}', '\u{2028}', '\u{feff}', '\u{fffd}', '😀']
        {
            assert!(!is_refused(sign) && fault(&format!("a{sign}b")).is_none(), "{sign:?}");
        }
    }

    #[test]
    fn direction_marks_stand_in_pairs() {
        for text in
            ["a", "\u{202b}a\u{202c}", "\u{2067}a\u{202a}b\u{202c}\u{2069}c", "\u{200f}a", "\u{2068}a\nb\u{2069}"]
        {
            assert_eq!(fault(text), None, "{text:?}");
        }
        for (text, mark) in [
            ("a\u{202e}b", "202E"),
            ("a\u{202c}", "202C"),
            ("\u{2067}a\u{202c}", "202C"),
            ("\u{2066}a\u{202b}b\u{2069}", "2069"),
            ("\u{2068}a\u{2068}b\u{2069}", "2068"),
        ] {
            let (message, _) = fault(text).unwrap_or_default();
            assert!(message.contains(&format!("U+{mark} has no partner")), "{text:?}: {message}");
        }
    }
}
