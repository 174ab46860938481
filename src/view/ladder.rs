//! The statuses as rungs, from tentative to firm, as HTML.

use super::results::escape;
use crate::store::Store;

/// The ladder with the rung called `status` marked.
#[must_use]
pub fn ladder(status: &str, store: Store) -> String {
    let mut html = "<ol class=ladder>".to_owned();
    let facet = store.index().facet_position("status");
    let known = facet.and_then(|facet| Some((store.index().facets.get(facet)?, store.data.glyphs.get(facet)?)));
    if let Some((facet, signs)) = known {
        for (value, sign) in facet.values.iter().zip(signs).rev() {
            let label = escape(&value.label);
            let current = if label == status { " aria-current=true" } else { "" };
            html += &format!("<li{current}>{sign}<span>{label}</span></li>");
        }
    }
    html + "</ol>"
}
