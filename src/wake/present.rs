//! The ways into the presentation take the reader's view and place along.

use super::Page;
use crate::platform::dom;
use crate::platform::events::Target;
use crate::platform::history;
use crate::store::Store;
use leptos::prelude::GetUntracked as _;

/// Leads there.
const LINK: &str = "a[data-present]";

/// What has a slide of the same name, in the order of the page.
const PLACES: &str = "#route, #roadmap, .cards article, #next, #sources";

/// What begins above this line of the screen, in pixels, the reader has come to.
const LINE: f64 = 300.0;

/// The link leads to where the reader is; the browser does the rest.
pub fn clicked(target: &Target, store: Store, page: &Page) {
    let Some(link) = dom::closest(target, LINK) else { return };
    let address = dom::attribute(&link, "href").unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let place = store.entry.get_untracked().and_then(|place| store.index().ids.get(place).cloned());
    let place = place.or_else(|| {
        let reached = |place: &dom::Element| dom::top(place).is_some_and(|top| top < LINE);
        let place = dom::find(&page.root, PLACES).into_iter().rev().find(reached)?;
        dom::attribute(&place, "id")
    });
    let place = place.map_or_else(String::new, |id| format!("#{id}"));
    dom::set_attribute(&link, "href", Some(&format!("{path}{}{place}", history::query())));
}

/// Follows the link; answers whether there is one.
pub fn open(page: &Page) -> bool {
    dom::first(&page.root, LINK).is_some_and(|link| {
        dom::press(&link);
        true
    })
}
