//! The places that the page keeps for what depends on the day of the reader. They are written with
//! the agenda and filled by the engine.

/// Finds the place for the day itself.
pub const LINE: &str = ".agenda .day";
/// Finds the place beside each date, in their order.
pub const STANDINGS: &str = ".agenda .standing";
/// The line of the day on the time axis. Until it is placed, it stands left of everything.
pub const NOW: &str = "agenda-now";

/// A place on the time axis, in percent of its width.
#[must_use]
pub fn percent(place: u32) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}
