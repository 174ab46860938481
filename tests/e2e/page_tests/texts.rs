//! The words of the page that must be the same whatever state the engine is in.

use e2e::{Result, Session};
use serde::Deserialize;

/// Words by the element they stand in; each card and entry with its id.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Texts {
    pub(crate) cards: Vec<(String, String)>,
    pub(crate) entries: Vec<(String, String)>,
    /// Each mark's citation, and the id it leads to.
    pub(crate) marks: Vec<(String, String)>,
    /// Headlines, ledes and everything else that is no control.
    pub(crate) rest: Vec<String>,
}

/// Reads them, from whatever is in the page, shown or not.
pub(crate) async fn texts(session: &Session) -> Result<Texts> {
    session
        .ask(
            "const all = (selector) => [...document.querySelectorAll(selector)];
            const text = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
            const named = (element) => [element.id, text(element)];
            return {
                cards: all('article[data-commitment]').map(named),
                entries: all('li[data-entry]').map(named),
                marks: all('a[data-cite]').map((mark) => [mark.dataset.cite, mark.hash.slice(1)]),
                rest: all('h1, h2, h3, h4, dt, dd, main > :not(.roadmap) p').map(text),
            }",
        )
        .await
}
