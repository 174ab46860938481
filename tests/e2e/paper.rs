//! What comes out of the printer.

use crate::error::Result;
use crate::session::Session;
use fantoccini::wd::PrintSize;
use lopdf::{Document, Object};
use std::collections::BTreeSet;

/// Letters that a font joins into one sign, and what they are.
const JOINED: [(&str, &str); 5] = [("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl")];

/// A printed page of the site, sheet by sheet.
#[derive(Debug)]
pub struct Paper {
    /// The words of each sheet, as [`letters`].
    pub sheets: Vec<String>,
    /// The colours that anything is filled with.
    pub colors: BTreeSet<String>,
}

/// The letters and digits of a text: typesetting changes spaces, line ends, quotes and joined letters.
#[must_use]
pub fn letters(text: &str) -> String {
    let plain = JOINED.iter().fold(text.to_owned(), |text, (joined, apart)| text.replace(joined, apart));
    plain.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

impl Paper {
    /// Whether a sheet, counted from 1, has these words.
    #[must_use]
    pub fn says(&self, sheet: usize, words: &str) -> bool {
        self.sheets.get(sheet.wrapping_sub(1)).is_some_and(|sheet| sheet.contains(&letters(words)))
    }

    /// Whether any sheet has these words.
    #[must_use]
    pub fn says_anywhere(&self, words: &str) -> bool {
        (1..=self.sheets.len()).any(|sheet| self.says(sheet, words))
    }
}

impl Session {
    /// Prints the page as browsers do unless told otherwise: without backgrounds.
    ///
    /// # Errors
    /// When the browser does not print, or what it prints cannot be read.
    pub async fn print(&self, size: PrintSize) -> Result<Paper> {
        Paper::read(&self.settings.browser.print(&self.client, size).await?)
    }
}

impl Paper {
    /// Reads a PDF.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(file: &[u8]) -> Result<Self> {
        let document = Document::load_mem(file)?;
        let mut paper = Self { sheets: Vec::new(), colors: BTreeSet::new() };
        for (number, page) in document.get_pages() {
            paper.sheets.push(letters(&document.extract_text(&[number])?));
            for operation in document.get_and_decode_page_content(page)?.operations {
                if operation.operator == "rg" {
                    let parts: Vec<String> = operation.operands.iter().map(part).collect();
                    paper.colors.insert(parts.join(" "));
                }
            }
        }
        Ok(paper)
    }
}

/// A part of a colour, to two digits.
fn part(value: &Object) -> String {
    value.as_float().map_or_else(|_| "?".to_owned(), |value| format!("{value:.2}"))
}
