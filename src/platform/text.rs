//! What the browser knows about Unicode, so that the engine need not carry the tables.

use js_sys::JsString;

/// Takes a character apart (Unicode NFKD).
pub fn decompose(character: char, out: &mut String) {
    let whole = JsString::from(character.to_string());
    out.push_str(&String::from(whole.normalize("NFKD")));
}
