//! A file in pieces, and the file that they make.

use serde::Serialize;

/// Stand for addresses that only the reader's browser knows. No text has them.
pub(super) const PAGE: char = '\u{1a}';
pub(super) const VIEW: char = '\u{1c}';

pub(super) fn is_mark(sign: char) -> bool {
    sign == PAGE || sign == VIEW
}

/// Where what is taken away was found.
#[derive(Clone, Copy, Debug)]
pub struct Address<'a> {
    /// The address of the page up to the name of an entry, which is added to it.
    pub page: &'a str,
    /// The address of the view, with its filters.
    pub view: &'a str,
}

/// A file in pieces. It travels to the browser, where `public/take.js` joins what is shown as
/// [`Pieces::joined`] does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pieces {
    /// Before everything.
    pub head: String,
    /// What belongs to no commitment, so that only the whole has it.
    pub rest: String,
    /// Stands in the place of all pieces when there is nothing in them.
    pub empty: String,
    /// Between two pieces.
    pub between: String,
    /// After everything.
    pub tail: String,
    /// Goes into long addresses, where lines must not be long.
    pub fold: String,
    /// Headings, each with the commitment that it begins at. With them the order is that of the page,
    /// since no other keeps together what stands under them.
    pub headings: Vec<(u32, String)>,
    /// By commitment, its name.
    pub ids: Vec<String>,
    /// By commitment; empty where the format has nothing to say of it.
    pub pieces: Vec<String>,
}

impl Pieces {
    /// The file of the commitments at the places `listed`, in their order.
    #[must_use]
    pub fn joined(&self, listed: &[usize], address: Address<'_>) -> String {
        let ordered: Vec<usize>;
        let places = if self.headings.is_empty() {
            listed
        } else {
            ordered = (0..self.pieces.len()).filter(|place| listed.contains(place)).collect();
            &ordered
        };
        let mut out = String::new();
        if listed.len() == self.pieces.len() {
            out += &self.rest;
        }
        let mut headings = self.headings.iter().peekable();
        for place in places {
            let mut heading = None;
            while let Some((_, text)) = headings.next_if(|(from, _)| *from as usize <= *place) {
                heading = Some(text);
            }
            let piece = self.pieces.get(*place).map_or("", String::as_str);
            if !out.is_empty() && !piece.is_empty() {
                out += &self.between;
            }
            out += heading.map_or("", String::as_str);
            out += piece;
        }
        if out.is_empty() {
            out += &self.empty;
        }
        let file = format!("{}{out}{}", self.head, self.tail);
        file.replace(PAGE, &self.folded(address.page)).replace(VIEW, &self.folded(address.view))
    }

    /// An address that breaks no quotation and no line. Addresses are ASCII, so that they can be cut
    /// anywhere.
    fn folded(&self, address: &str) -> String {
        let mut out = String::new();
        for (at, sign) in address.replace('\\', "%5C").replace('"', "%22").chars().enumerate() {
            if at > 0 && at % 70 == 0 {
                out += &self.fold;
            }
            out.push(sign);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Pieces};

    const ADDRESS: Address<'_> = Address { page: "p#", view: "p?q=\\\"" };

    fn pieces(headings: &[(u32, &str)]) -> Pieces {
        Pieces {
            head: "<\u{1c}>".into(),
            rest: "rest".into(),
            empty: "nothing".into(),
            between: ",".into(),
            tail: ".".into(),
            fold: "|".into(),
            headings: headings.iter().map(|(from, text)| (*from, (*text).to_owned())).collect(),
            ids: ["a", "b", "c", "d"].map(str::to_owned).into(),
            pieces: ["\u{1a}a", "b", "", "d"].map(str::to_owned).into(),
        }
    }

    #[test]
    fn pieces_come_in_the_order_that_is_asked_for() {
        assert_eq!(pieces(&[]).joined(&[3, 0], ADDRESS), "<p?q=%5C%22>d,p#a.");
        assert_eq!(pieces(&[]).joined(&[2, 3], ADDRESS), "<p?q=%5C%22>d.");
        assert_eq!(pieces(&[]).joined(&[0, 1, 2, 3], ADDRESS), "<p?q=%5C%22>rest,p#a,b,d.");
    }

    #[test]
    fn nothing_is_said_in_so_many_words_and_unknown_places_are_nothing() {
        for listed in [&[][..], &[2], &[9]] {
            assert_eq!(pieces(&[]).joined(listed, ADDRESS), "<p?q=%5C%22>nothing.");
        }
    }

    #[test]
    fn under_headings_the_order_is_that_of_the_page() {
        let pieces = pieces(&[(0, "A "), (1, "B "), (3, "D ")]);
        assert_eq!(pieces.joined(&[3, 1], ADDRESS), "<p?q=%5C%22>B b,D d.");
    }

    #[test]
    fn a_long_address_is_folded() {
        let page = "x".repeat(150);
        let file = pieces(&[]).joined(&[0], Address { page: &page, view: "" });
        assert_eq!(file, format!("<>{0}|{0}|{1}a.", "x".repeat(70), "x".repeat(10)));
    }
}
