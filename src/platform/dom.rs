//! Elements of the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, MouseEvent};

/// An element of the page.
pub type Element = HtmlElement;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element called `id`.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Names and values of what is checked or typed inside `root`.
#[must_use]
pub fn form_state(root: &Element) -> Vec<(String, String)> {
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
pub fn contents(root: &Element, selector: &str) -> Vec<String> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<web_sys::Element>().ok());
    found.map(|element| element.inner_html()).collect()
}

/// Writes `texts` into the elements that `selector` finds, in the order of the page.
pub fn set_texts(selector: &str, texts: &[&str]) {
    let Some(Ok(found)) = document().map(|document| document.query_selector_all(selector)) else { return };
    for (at, text) in (0..found.length()).zip(texts) {
        if let Some(element) = found.get(at) {
            element.set_text_content(Some(text));
        }
    }
}

/// Sets where the drawn element called `id` stands across its drawing.
pub fn set_place(id: &str, place: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        // Only an invalid name is refused.
        let _ = element.set_attribute("x", place);
    }
}

/// Moves the focus to the element called `id`.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // Refused only for what cannot be focused.
        let _ = element.focus();
    }
}

/// Calls `then` with the query of a link that asks for a view of this page, instead of loading the
/// page again. Links opened in a new tab or window are left to the browser.
pub fn on_view_link(then: impl Fn(&str) + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[data-view]").ok().flatten());
        if let Some(query) = link.filter(|_| !elsewhere).and_then(|link| link.get_attribute("data-view")) {
            event.prevent_default();
            then(&query);
        }
    })
    .forget();
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

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{contents, element, focus, form_state, mark_ready, scroll_to, set_place, set_texts};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn page(html: &str) -> web_sys::HtmlElement {
        let document = web_sys::window().and_then(|window| window.document()).expect("a browser has a document");
        let root = document.create_element("div").expect("a plain name");
        root.set_inner_html(html);
        document.body().expect("a page has a body").append_child(&root).expect("a body takes children");
        root.unchecked_into()
    }

    #[wasm_bindgen_test]
    fn what_was_chosen_before_the_engine_came_is_read_from_the_form() {
        let root = page(
            "<input type=checkbox name=pillar value=sd checked><input type=checkbox name=pillar value=ti>\
             <input type=search name=q value='arctic'><input type=text name=other value=x>",
        );
        let pairs = [("pillar", "sd"), ("q", "arctic")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(form_state(&root), pairs);
    }

    #[wasm_bindgen_test]
    fn contents_come_in_the_order_of_the_page_and_a_bad_selector_finds_nothing() {
        let root = page("<ul><li><b>1</b></li><li>2</li></ul>");
        assert_eq!(contents(&root, "li"), ["<b>1</b>", "2"]);
        assert!(contents(&root, "li[").is_empty());
    }

    #[wasm_bindgen_test]
    fn texts_are_written_in_the_order_of_the_page_and_what_is_too_many_is_left() {
        let root = page("<b class=told></b><b class=told>old</b><b>other</b><svg><svg id=line x='-9%'></svg></svg>");
        set_texts(".told", &["1", "<2>", "3"]);
        set_texts("b[", &["4"]);
        set_place("line", "12.34%");
        set_place("nowhere", "0");
        assert_eq!(contents(&root, "b"), ["1", "&lt;2&gt;", "other"]);
        assert!(root.inner_html().contains("x=\"12.34%\""));
    }

    #[wasm_bindgen_test]
    fn what_is_not_on_the_page_is_no_error() {
        page("<p id=here tabindex=-1>x</p>");
        assert!(element("here").is_some() && element("nowhere").is_none());
        focus("here");
        focus("nowhere");
        scroll_to("nowhere");
        mark_ready();
        let document = web_sys::window().and_then(|window| window.document()).expect("a browser has a document");
        assert_eq!(document.active_element().map(|element| element.id()), Some("here".into()));
        assert!(document.document_element().is_some_and(|root| root.has_attribute("data-ready")));
    }
}
