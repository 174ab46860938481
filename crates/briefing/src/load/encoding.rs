//! The bytes of a file to text, or what is wrong with them.

use super::reader::Context;
use super::signs;

/// Longer lines are refused: nobody wrote them by hand, and no reader of a report could use them.
const LONGEST_LINE: usize = 20_000;

/// More of the same in one file would only fill the report.
const MOST_SIGNS: usize = 10;

/// The text of a file, without the mark that some editors put before it.
pub(super) fn text_of_file<'f>(bytes: &'f [u8], context: &mut Context<'_>) -> Option<&'f str> {
    if is_utf16(bytes) {
        context.report(0..0, "the file is UTF-16, not UTF-8", "save it as UTF-8");
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            // The report shows the file with replacement characters, up to which the bytes agree.
            let at = error.valid_up_to();
            context.report(at..at + '\u{fffd}'.len_utf8(), "the file is not UTF-8 text", "save it as UTF-8");
            return None;
        }
    };
    let mut usable = true;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > LONGEST_LINE {
            let hint = format!("lines of more than {LONGEST_LINE} bytes are refused; break the text up");
            context.report(start..start, format!("the line is {} bytes long", line.len()), hint);
            return None;
        }
        start += line.len();
    }
    for (at, sign) in text.char_indices().filter(|(_, sign)| signs::is_refused(*sign)).take(MOST_SIGNS) {
        let (message, hint) = signs::refused(sign);
        context.report(at..at + sign.len_utf8(), message, hint);
        usable = false;
    }
    usable.then_some(text)
}

/// Every TOML file begins with an ASCII character, which UTF-16 writes as two bytes, one of them zero,
/// unless it begins with the mark.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::is_utf16;

    #[test]
    fn utf16_is_known_by_its_mark_or_its_first_character() {
        for bytes in [&b"\xff\xfea\0"[..], b"\xfe\xff\0a", b"a\0b\0", b"\0a\0b"] {
            assert!(is_utf16(bytes), "{bytes:?}");
        }
        for bytes in [&b""[..], b"a", b"ab\0", b"\0", b"\0\0", b"\xef\xbb\xbfa"] {
            assert!(!is_utf16(bytes), "{bytes:?}");
        }
    }
}
