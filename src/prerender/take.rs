//! What can be taken away: complete files under names that stay, and pieces of which `public/take.js`
//! makes what is shown.

use super::assets::Output;
use briefing::export::FORMATS;
use briefing::model::Briefing;

/// Writes them, and says the names of the pieces, by format.
pub(super) fn write(
    briefing: &Briefing,
    folder: &str,
    site_url: Option<&str>,
    output: &Output,
) -> Result<Vec<String>, String> {
    let address = site_url.map(|url| format!("{}/{folder}", url.trim_end_matches('/')));
    let language = &briefing.catalogue.language;
    let one = |format: &briefing::export::Format| {
        let id = format.id;
        let whole = format.whole(briefing, address.as_deref());
        output.write(&format!("{folder}take/briefing.{id}"), whole.as_bytes())?;
        let pieces = serde_json::to_vec(&format.pieces(briefing, true));
        let pieces = pieces.map_err(|error| format!("the pieces cannot be written: {error}"))?;
        output.hashed(&format!("take/{language}-{id}"), "json", &pieces)
    };
    FORMATS.iter().map(one).collect()
}
