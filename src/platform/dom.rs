//! Elements of the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement, HtmlInputElement, MouseEvent, NodeList};

/// An element of the page.
pub type Element = HtmlElement;

/// Any part of the page, those of drawings included.
pub type Part = web_sys::Element;

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
    listed(root.query_selector_all(selector).ok()).iter().map(Part::inner_html).collect()
}

/// What `selector` finds on the page, in its order.
#[must_use]
pub fn parts(selector: &str) -> Vec<Part> {
    listed(document().and_then(|document| document.query_selector_all(selector).ok()))
}

fn listed(found: Option<NodeList>) -> Vec<Part> {
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// An attribute of each part, empty where there is none.
#[must_use]
pub fn attributes(parts: &[Part], name: &str) -> Vec<String> {
    parts.iter().map(|part| part.get_attribute(name).unwrap_or_default()).collect()
}

/// Gives an attribute to the parts for whose place `wanted` is true, and takes it from the others.
pub fn mark(parts: &[Part], name: &str, wanted: &dyn Fn(usize) -> bool) {
    for (at, part) in parts.iter().enumerate() {
        // Only an invalid name is refused.
        let _ = part.toggle_attribute_with_force(name, wanted(at));
    }
}

/// Moves the focus to the element called `id`.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // Refused only for what cannot be focused.
        let _ = element.focus();
    }
}

/// Moves the focus to the heading of a block and leaves the scrolling to the link that led there.
pub fn focus_heading(block: &str) {
    let heading = element(block).and_then(|block| block.query_selector("[tabindex='-1']").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<Element>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Refused only for what cannot be focused.
        let _ = heading.focus_with_options(&options);
    }
}

/// Calls `then` with the attribute `name` of a link that has one, also instead of following it if
/// `then` does what the link is for. Links opened in a new tab or window are left to the browser.
pub fn on_link(name: &'static str, instead: bool, then: Box<dyn Fn(String)>) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest(&format!("a[{name}]")).ok().flatten());
        if let Some(value) = link.filter(|_| !elsewhere).and_then(|link| link.get_attribute(name)) {
            if instead {
                event.prevent_default();
            }
            then(value);
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
    use super::{attributes, contents, element, focus, focus_heading, form_state, mark, mark_ready, parts, scroll_to};
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
    fn parts_are_marked_by_their_place() {
        page("<svg><g data-from=one></g></svg><i data-from data-on></i>");
        let found = parts("[data-from]");
        assert_eq!(attributes(&found, "data-from"), ["one", ""]);
        mark(&found, "data-on", &|at| at == 0);
        assert_eq!(found.iter().map(|part| part.has_attribute("data-on")).collect::<Vec<_>>(), [true, false]);
        assert!(parts("[").is_empty());
    }

    #[wasm_bindgen_test]
    fn what_is_not_on_the_page_is_no_error() {
        focus_heading("nowhere");
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
