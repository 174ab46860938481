//! What is ticked and typed.

use super::dom::{Element, find};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Names and values of what is checked or typed inside `root`.
#[must_use]
pub fn form_state(root: &Element) -> Vec<(String, String)> {
    let inputs = find(root, "input").into_iter().filter_map(|input| input.dyn_into::<HtmlInputElement>().ok());
    inputs
        .filter(|input| input.checked() || (input.type_() == "search" && !input.value().is_empty()))
        .map(|input| (input.name(), input.value()))
        .collect()
}

/// Puts `text` into a text area and selects it, to be copied by hand.
pub fn offer(area: &Element, text: &str) {
    if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
        area.select();
    }
}

/// Whether a box is ticked.
#[must_use]
pub fn is_checked(element: &Element) -> bool {
    element.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Ticks a box, or takes the tick away.
pub fn check(element: &Element, checked: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_checked(checked);
    }
}

/// What is typed into a box.
#[must_use]
pub fn value(element: &Element) -> String {
    element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// Replaces what is typed into a box; where it is the same already, the cursor stays where it is.
pub fn set_value(element: &Element, value: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|input| input.value() != value) {
        input.set_value(value);
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::platform::dom::tests::page_with;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_was_chosen_before_the_engine_came_is_read_from_the_form() {
        let root = page_with(
            "<input type=checkbox name=pillar value=sd checked><input type=checkbox name=pillar value=ti>\
             <input type=search name=q value='arctic'><input type=text name=other value=x>",
        );
        let pairs = [("pillar", "sd"), ("q", "arctic")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(form_state(&root), pairs);
    }
}
