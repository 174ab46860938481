//! Elements of the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element called `id`.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Names and values of what is checked or typed inside `root`.
#[must_use]
pub fn form_state(root: &HtmlElement) -> Vec<(String, String)> {
    let Ok(inputs) = root.query_selector_all("input") else {
        return Vec::new();
    };
    let inputs = (0..inputs.length()).filter_map(|at| inputs.get(at)?.dyn_into::<HtmlInputElement>().ok());
    inputs
        .filter(|input| input.checked() || (input.type_() == "search" && !input.value().is_empty()))
        .map(|input| (input.name(), input.value()))
        .collect()
}

/// What stands inside each element that `selector` finds below `root`, as HTML.
#[must_use]
pub fn contents(root: &HtmlElement, selector: &str) -> Vec<String> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    found.map(|element| element.inner_html()).collect()
}

/// Moves the focus to the element called `id`.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // Refused only for what cannot be focused.
        let _ = element.focus();
    }
}

/// Says that the engine has woken the page.
pub fn mark_ready() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only an invalid name is refused.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Brings the element called `id` into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}
