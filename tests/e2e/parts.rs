//! Parts of the page that its contract does not name, by the selectors that find them now. When
//! the page is drawn differently, this is the place to follow.

/// A choice that can be dropped.
pub const CHIP: &str = ".chip";
/// The button after the chips that drops all of them.
pub const CLEAR: &str = ".chips button:not(.chip)";
/// The ways out of a view without cards; the last one drops everything.
pub const WAY_OUT: &str = ".empty button";
/// The last of them.
pub const LAST_WAY_OUT: &str = ".empty button:last-of-type";
/// Opens the filters on small screens.
pub const OPEN_FILTERS: &str = ".open-filters";
/// The filters, while they are open on a small screen.
pub const OPENED_FILTERS: &str = "#filters:popover-open";
/// Copies the link of the view.
pub const COPY: &str = "[data-copy=view]";
/// Opens the files that can be taken away.
pub const OPEN_TAKE: &str = ".open-take";
/// These files, while they can be chosen.
pub const OPENED_TAKE: &str = "#take:popover-open";
/// Opens the panel for sharing over the page.
pub const SHARE: &str = ".topbar .wide > [data-share]";
/// Whether that panel is open and works.
pub const SHARE_OPENED: &str = "return Boolean(document.querySelector('#share[open] .wired'))";
/// Opens the list of sections.
pub const OPEN_MENU: &str = ".open-menu";
/// Changes the theme.
pub const THEME: &str = "#theme";
/// Chooses a pillar.
pub const PILLAR: &str = "#explorer input[name=pillar]";
/// The title of the briefing.
pub const TITLE: &str = "h1";
/// How current it is.
pub const AS_OF: &str = ".facts dd";
/// Something on a card that is folded on the screen.
pub const FOLDED: &str = "article[data-commitment] details p";
/// Chooses to print everything.
pub const FULL_EDITION: &str = "#print-full";
/// Prints.
pub const PRINT: &str = "#print-now";
/// The search box.
pub const SEARCH: &str = "#explorer input[type=search][name=q]";
/// What works with the engine only. The checkboxes that filter without it are not among these.
pub const NEEDS_ENGINE: &str = "#explorer input[name=q], .needs-engine, .needs-engine input, .needs-engine button";
/// The dialog of an entry, while it is open.
pub const ENTRY: &str = "dialog.entry[open]";
/// A head, mark or sum of the matrix that can have the focus.
pub const MATRIX: &str = ".matrix a[data-choose]";
/// Shows the commitments as a table.
pub const TABLE: &str = ".layouts button:last-child";
/// A commitment.
pub const CARD: &str = "article[data-commitment]";
/// The line that says that a newer version is ready.
pub const NEWER: &str = "#newer p";
/// Loads it.
pub const RELOAD: &str = "#newer button:first-of-type";
/// Takes the line away.
pub const LEAVE_NEWER: &str = "#newer button:last-of-type";
