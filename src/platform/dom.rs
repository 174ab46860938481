//! Elements of the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement};

/// An element of the page, those of drawings included.
pub type Element = web_sys::Element;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element called `id`.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// An element that is no part of a drawing.
#[must_use]
pub fn html_element(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// The elements that `selector` finds below `root`, in order; none for a bad selector.
#[must_use]
pub fn find(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).ok();
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The first element that `selector` finds below `root`.
#[must_use]
pub fn first(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}

/// What stands inside each element that `selector` finds below `root`, as HTML.
#[must_use]
pub fn contents(root: &Element, selector: &str) -> Vec<String> {
    find(root, selector).iter().map(html).collect()
}

/// What stands inside an element, as HTML.
#[must_use]
pub fn html(element: &Element) -> String {
    element.inner_html()
}

/// An element with what stands inside it, as HTML.
#[must_use]
pub fn whole(element: &Element) -> String {
    element.outer_html()
}

/// Replaces what stands inside an element.
pub fn set_html(element: &Element, html: &str) {
    element.set_inner_html(html);
}

/// The words of an element, without markup.
#[must_use]
pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Replaces what stands inside an element by words.
pub fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Takes an element out of the page.
pub fn remove(element: &Element) {
    element.remove();
}

/// Puts an element into another, before one that stands there already, or at the end.
pub fn insert(into: &Element, element: &Element, before: Option<&Element>) {
    // Refused only when `before` stands elsewhere.
    let _ = into.insert_before(element, before.map(AsRef::as_ref));
}

/// The value of an attribute.
#[must_use]
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// Sets an attribute, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Only an invalid name is refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Takes an element out of the layout, or puts it back.
pub fn hide(element: &Element, hidden: bool) {
    set_attribute(element, "hidden", hidden.then_some(""));
}

/// The nearest element from `element` outwards that `selector` finds.
#[must_use]
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// The element that stands right after another.
#[must_use]
pub fn after(element: &Element) -> Option<Element> {
    element.next_element_sibling()
}

/// Whether an element is a link.
#[must_use]
pub fn is_link(element: &Element) -> bool {
    element.local_name() == "a"
}

/// Where the middle of an element is on the screen, across and down; nothing without a box.
#[must_use]
pub fn middle(element: &Element) -> Option<(f64, f64)> {
    let frame = element.get_bounding_client_rect();
    (frame.width() > 0.0).then(|| (frame.x() + frame.width() / 2.0, frame.y() + frame.height() / 2.0))
}

/// How far down the screen an element begins; nothing without a box.
#[must_use]
pub fn top(element: &Element) -> Option<f64> {
    let frame = element.get_bounding_client_rect();
    (frame.width() > 0.0).then(|| frame.y())
}

/// Follows a link as a click on it would.
pub fn press(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.click();
    }
}

/// Moves the focus to an element.
pub fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Refused only for what cannot be focused.
        let _ = element.focus();
    }
}

/// Moves the focus to an element and leaves the scrolling to others.
pub fn focus_in_place(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Refused only for what cannot be focused.
        let _ = element.focus_with_options(&options);
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
        focus_on(&element);
    }
}

/// Whether two are the same element.
#[must_use]
pub fn is_same(element: &Element, other: &Element) -> bool {
    element.is_same_node(Some(other))
}

/// The element that says of the whole page what state it is in.
#[must_use]
pub fn page() -> Option<Element> {
    document()?.document_element()
}

/// Says that the engine has woken the page, and takes away the rules that filtered until now.
pub fn mark_ready() {
    if let Some(page) = page() {
        set_attribute(&page, "data-ready", Some(""));
        let _ = page.class_list().remove_1("sheet-filters");
    }
}

/// Brings the element called `id` into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
pub(super) mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    pub(crate) fn page_with(html: &str) -> Element {
        let document = document().expect("a browser has a document");
        let root = document.create_element("div").expect("a plain name");
        root.set_inner_html(html);
        document.body().expect("a page has a body").append_child(&root).expect("a body takes children");
        root.unchecked_into()
    }

    #[wasm_bindgen_test]
    fn contents_come_in_the_order_of_the_page_and_a_bad_selector_finds_nothing() {
        let root = page_with("<ul><li><b>1</b></li><li>2</li></ul>");
        assert_eq!(contents(&root, "li"), ["<b>1</b>", "2"]);
        assert!(contents(&root, "li[").is_empty() && first(&root, "li[").is_none());
    }

    #[wasm_bindgen_test]
    fn elements_are_put_back_where_they_were_taken_out() {
        let root = page_with("<ul><li>1</li><li>2</li><li>3</li></ul>");
        let items = find(&root, "li");
        let list = first(&root, "ul").expect("it is there");
        items.iter().for_each(remove);
        assert_eq!(text(&list), "");
        insert(&list, &items[2], None);
        insert(&list, &items[0], Some(&items[2]));
        // What stands elsewhere is no place to put something before.
        insert(&list, &items[1], Some(&root));
        assert_eq!(contents(&root, "li"), ["1", "3"]);
    }

    #[wasm_bindgen_test]
    fn what_is_not_on_the_page_is_no_error() {
        page_with("<p id=here tabindex=-1>x</p>");
        assert!(element("here").is_some() && element("nowhere").is_none());
        focus("here");
        focus("nowhere");
        scroll_to("nowhere");
        mark_ready();
        let document = document().expect("a browser has a document");
        assert_eq!(document.active_element().map(|element| element.id()), Some("here".into()));
        assert!(document.document_element().is_some_and(|root| root.has_attribute("data-ready")));
    }
}
