//! What the further engines are not asked: journeys that need what their drivers have no word for, and
//! journeys whose answer cannot differ by engine, for the sake of time.

use crate::failure::{Failure, Outcome};
use crate::process;

/// A journey, or with `::` at the end all of a module, with the reason why it is left out.
pub(crate) type LeftOut = (&'static str, &'static str);

/// What is the same in every engine, or judged by others than a browser.
const JUDGED: &str = "judges the document and the written styles, which are the same";
const TIME: &str = "is long, and Chromium has gone through it";
const OPENS: &str = "what is made is judged by LibreOffice, and long in the making";

/// Neither engine is asked for these.
const BOTH: &[LeftOut] = &[
    ("barriers::", JUDGED),
    ("bounds::", "Chromium alone tells what it asks for and complains of"),
    ("embed::nothing_sticks_out_of_a_frame_of_any_size", TIME),
    ("embed::there_are_no_barriers", JUDGED),
    ("deck::", OPENS),
    ("offline::", "needs the quota and the manifest that Chromium's tools tell of, and is long"),
    ("present_looks::", TIME),
];

/// What judges the layout, which other letters change.
pub(crate) const LAYOUT: &[&str] = &[
    "barriers::there_are_no_barriers_on_a_large_screen",
    "barriers::there_are_no_barriers_on_a_phone",
    "bounds::nothing_scrolls_sideways",
    "embed::nothing_sticks_out_of_a_frame_of_any_size",
    "matrix::",
    "present_looks::",
    "printing::",
];

/// In Firefox.
pub(crate) const FIREFOX: &[&[LeftOut]] = &[
    BOTH,
    &[
        (
            "keyboard::tab_goes_through_the_page_in_order_beginning_with_the_ways_to_skip",
            "a link that is only in part inside the window is good enough for Firefox, and not for this journey",
        ),
        (
            "present::in_a_frame_it_takes_nothing_from_the_page_around_it",
            "after a click by its driver the keys reach the frame about every second time; not looked into",
        ),
        (
            "printing::in_the_full_edition_nothing_is_torn_from_its_heading",
            "Firefox leaves a heading alone at the foot of a page when what follows is set in columns",
        ),
    ],
];

/// In WebKit.
pub(crate) const WEBKIT: &[&[LeftOut]] = &[BOTH, &[("printing::", "its driver does not print")]];

/// The options that leave them out, after saying which ones they are and why.
pub(crate) fn skipped(left_out: &[&[LeftOut]]) -> Outcome<Vec<String>> {
    if left_out.is_empty() {
        return Ok(Vec::new());
    }
    let list = listed()?;
    let mut options = vec!["--exact".to_owned()];
    let mut count = 0;
    for (name, reason) in left_out.iter().copied().flatten() {
        let names: Vec<&str> = list.lines().filter_map(|line| line.strip_suffix(": test")).collect();
        let found: Vec<&&str> = names.iter().filter(|found| found.starts_with(name)).collect();
        if found.is_empty() {
            return Err(Failure::new(format!("{name} is left out, but there is no such journey")));
        }
        count += found.len();
        println!("left out: {name} ({}): {reason}", found.len());
        options.extend(found.into_iter().flat_map(|name| ["--skip".to_owned(), (*name).to_owned()]));
    }
    println!("left out: {count} of the journeys in all");
    Ok(options)
}

/// The names of all journeys, as their program says them.
fn listed() -> Outcome<String> {
    let mut command = process::cargo();
    command.args(["test", "-q", "-p", "journeys", "--test", "readers", "--", "--list", "--format", "terse"]);
    process::quiet(&mut command, "listing the journeys", "journeys")?
        .map_err(|trouble| trouble.into_failure("listing the journeys"))
}
