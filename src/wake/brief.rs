//! What stands on paper only follows the view, and a button prints.

use super::Page;
use crate::platform::{dom, history, print, timer};

/// The button that prints, and what is written for paper.
const PRINT: &str = "print-now";
const ADDRESS: &str = "print-address";
const CHOICES: &str = "print-choices";

/// Makes them work.
pub fn wake(page: &'static Page) {
    print::before(|| note(page));
    if let Some(button) = dom::element(PRINT) {
        print::on_click(&button);
    }
}

/// The address, and under the title how many commitments are shown by which choices.
fn note(page: &Page) {
    timer::flush();
    let mut line = dom::contents(&page.root, ".chip > span");
    if !line.is_empty() {
        line.splice(..0, dom::contents(&page.root, ".count"));
    }
    // The other signs of HTML are always escaped in an address.
    for (id, html) in [(ADDRESS, history::address().replace('&', "&amp;")), (CHOICES, line.join(" · "))] {
        if let Some(place) = dom::element(id) {
            dom::set_html(&place, &html);
        }
    }
}
