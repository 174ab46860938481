//! The places of the page that the engine looks for, by their ids.

/// The form with filters, answer and commitments.
pub const EXPLORER: &str = "explorer";

/// The panel of the filters: beside the cards on large screens, a sheet on small ones.
pub const PANEL: &str = "filters";

/// What is said of the answer; the engine draws it again, so it is alone in its element.
pub const ANSWER: &str = "answer";

/// The element that is focused when what had the focus goes.
pub const RESULTS: &str = "results";

/// What holds the cards and the table.
pub const LISTING: &str = "listing";

/// The files that can be taken away.
pub const TAKE: &str = "take";

/// What the search finds beyond the commitments.
pub const ELSEWHERE: &str = "elsewhere";
