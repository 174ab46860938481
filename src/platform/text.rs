//! What the browser knows about Unicode, so that the engine need not carry the tables.

use js_sys::JsString;

/// Takes a character apart (Unicode NFKD).
pub fn decompose(character: char, out: &mut String) {
    let whole = JsString::from(character.to_string());
    out.push_str(&String::from(whole.normalize("NFKD")));
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::decompose;
    use briefing::search::Folded;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_browser_takes_characters_apart_as_the_native_tools_do() {
        for (text, folded) in
            [("Énergie", "energie"), ("ＬＮＧ", "lng"), ("ﾊﾟ", "ハ\u{309a}"), ("½", "1\u{2044}2"), ("a b", "a b")]
        {
            assert_eq!(Folded::new(text, decompose).as_str(), folded);
        }
    }
}
