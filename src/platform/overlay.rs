//! What lies over the page: dialogs and popovers.

use super::dom::{Element, page};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Opens a dialog over the page, unless it is open.
pub fn show_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        // Refused only while it is open in another way, which nothing here does.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Opens a popover.
pub fn open_popover(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Refused only where it is open already.
        let _ = element.show_popover();
    }
}

/// Shows an element in the layer above the page, below or above another one; without one it goes.
pub fn set_beside(element: &Element, anchor: Option<&Element>) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    // A popover that is open or closed already refuses to be so again.
    let _ = element.hide_popover();
    let Some(anchor) = anchor else { return };
    let _ = element.show_popover();
    let (frame, own) = (anchor.get_bounding_client_rect(), element.get_bounding_client_rect());
    let page = page().map_or((0.0, 0.0), |page| (f64::from(page.client_width()), f64::from(page.client_height())));
    let left = frame.left().min(page.0 - own.width() - 8.0).max(8.0);
    let below = frame.bottom() + 6.0;
    let top = if below + own.height() > page.1 { frame.top() - own.height() - 6.0 } else { below };
    for (name, value) in [("left", left), ("top", top)] {
        // Writing whole numbers costs the engine far less than writing fractions.
        let _ = element.style().set_property(name, &format!("{}px", value as i32));
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::platform::dom::tests::page_with;
    use crate::platform::dom::{attribute, first};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_dialog_opens_once_and_closes() {
        let root = page_with("<dialog>x</dialog>");
        let dialog = first(&root, "dialog").expect("it is there");
        show_dialog(&dialog);
        show_dialog(&dialog);
        assert!(attribute(&dialog, "open").is_some());
        close_dialog(&dialog);
        assert!(attribute(&dialog, "open").is_none());
    }
}
