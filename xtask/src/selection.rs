//! Which of the browser tests an engine is asked: Chromium all, the others what can differ by engine.

use crate::error::{Error, Result};
use crate::process;

/// A test, or with `::` at the end all of a module, with the reason why it stands here.
type Reason = (&'static str, &'static str);

/// A test that now and then fails without a fault of the page. It is run and told, and does not decide.
pub(crate) struct Unsteady {
    /// The test.
    pub(crate) name: &'static str,
    /// Since when it stands here, what is seen, and what would mend it.
    since: &'static str,
    seen: &'static str,
    remedy: &'static str,
}

/// What an engine is asked.
pub(crate) struct Selection {
    /// What can differ by engine; nothing where an engine is asked everything anyway.
    chosen: &'static [&'static [Reason]],
    /// What it cannot be asked, not even in full.
    skips: &'static [Reason],
    unsteady: &'static [Unsteady],
}

/// What judges the layout, which other letters change.
pub(crate) const LAYOUT: &[&str] = &[
    "barriers::every_target_is_large_enough",
    "bounds::nothing_scrolls_sideways",
    "embed::nothing_sticks_out_of_a_frame_of_any_size",
    "matrix::no_word_of_the_matrix_lies_over_another",
    "present_looks::each_slide_is_printed_on_a_page_of_its_own_with_its_sources",
    "present_looks::every_slide_fits_its_frame_and_can_be_read",
    "present_looks::in_narrow_windows_nothing_sticks_out_and_the_end_of_each_slide_can_be_reached",
    "printing::the_brief_has_two_pages_with_everything_that_is_agreed",
    "printing::in_the_full_edition_nothing_is_torn_from_its_heading",
    "printing::the_full_edition_has_every_section_and_what_is_folded",
];

const FOCUS: &str = "focus: engines differ in what takes it and where it goes when that is gone";
const SCROLL: &str = "scroll: engines differ in where they stop and what they hold in view";
const HISTORY: &str = "history: engines differ in when a step comes back, and how often one may be written";
const POPOVER: &str = "popover and dialog: young, and each engine has its own way to close them";
const PRINT: &str = "print: each engine breaks pages by itself";
const FRAMES: &str = "frames: what a frame without an origin may do differs";
const STORAGE: &str = "storage: what is kept, and what a form has again after a reload";
const TEXT: &str = "text: letters are matched, highlighted and copied by the engine";
const SCRIPTS: &str = "without scripts: what the stylesheet alone does";

const BOTH: &[Reason] = &[
    ("keyboard::every_way_to_skip_leads_past_what_comes_before", FOCUS),
    ("keyboard::filters_and_search_work_from_the_keyboard", FOCUS),
    ("keyboard::the_focus_survives_removing_the_last_chip_and_clearing", FOCUS),
    ("matrix::the_grid_is_one_stop_for_the_tab_key_and_arrows_move_in_it", FOCUS),
    ("present::keys_and_clickers_go_from_slide_to_slide", FOCUS),
    ("shortcuts::the_focus_goes_round_in_the_sheet_of_the_filters", FOCUS),
    ("shortcuts::the_slash_goes_to_the_search_box_and_is_not_typed_into_it", FOCUS),
    ("present::it_is_entered_and_left_at_the_same_place", SCROLL),
    ("route::a_stop_or_a_band_leads_to_its_leg_and_the_focus_goes_along", SCROLL),
    ("route::a_window_that_changes_in_the_middle_of_a_move_ends_where_it_should", SCROLL),
    ("route::the_strip_never_covers_the_focus", SCROLL),
    ("sections::an_address_leads_to_its_section_from_the_beginning", SCROLL),
    ("sections::nothing_in_view_moves_when_the_engine_wakes", SCROLL),
    ("entry::back_closes_the_entry_and_forward_opens_it_again", HISTORY),
    ("history::", HISTORY),
    ("entry::a_double_click_opens_and_the_scrim_and_the_cross_close", POPOVER),
    ("keyboard::on_a_phone_the_filters_open_and_close_from_the_keyboard", POPOVER),
    ("sections::the_menu_works_without_scripts", POPOVER),
    ("share::an_open_entry_is_what_is_shared", POPOVER),
    ("embed::a_frame_tells_its_height_in_every_form_with_and_without_an_origin", FRAMES),
    ("embed::a_frame_without_an_origin_shows_nothing_that_does_not_work", FRAMES),
    ("embed::the_element_makes_frames_that_are_as_high_as_what_is_in_them", FRAMES),
    ("bounds::the_theme_can_be_chosen_and_is_remembered", STORAGE),
    ("early_choices::", STORAGE),
    ("agenda::dates_are_set_against_the_readers_day_and_nothing_moves", TEXT),
    ("bad_links::nothing_in_a_link_is_run", TEXT),
    ("clipboard::what_is_copied_is_the_address_of_the_view", TEXT),
    ("search::case_and_accents_do_not_matter_and_matches_are_marked", TEXT),
    ("take::pictures_open_in_a_browser_and_their_words_stay_inside", TEXT),
    ("words::without_scripts_pillars_can_be_chosen", SCRIPTS),
    ("words::without_scripts_what_needs_them_is_not_shown", SCRIPTS),
];

const PRINTED: &[Reason] = &[
    ("printing::both_editions_can_be_had_without_scripts", PRINT),
    ("printing::the_brief_has_two_pages_with_everything_that_is_agreed", PRINT),
];

const IN_A_FRAME: &[Reason] = &[("present::in_a_frame_it_takes_nothing_from_the_page_around_it", FRAMES)];

const QUOTA: Reason =
    ("offline::a_full_device_keeps_nothing_and_the_page_is_as_before", "only Chromium can be told a quota");
const MANIFEST: Reason = ("offline::the_manifest_is_one_that_devices_take", "only Chromium judges a manifest");

/// Everything, and nothing that does not decide.
pub(crate) const CHROMIUM: Selection = Selection { chosen: &[], skips: &[], unsteady: &[] };

pub(crate) const FIREFOX: Selection = Selection {
    chosen: &[BOTH, PRINTED],
    skips: &[
        QUOTA,
        MANIFEST,
        (
            "keyboard::tab_goes_through_the_page_in_order_beginning_with_the_ways_to_skip",
            "a link that is only in part inside the window is good enough for Firefox, and not for this test",
        ),
        (
            "printing::in_the_full_edition_nothing_is_torn_from_its_heading",
            "Firefox leaves a heading alone at the foot of a page when what follows is set in columns",
        ),
    ],
    unsteady: &[Unsteady {
        name: "present::in_a_frame_it_takes_nothing_from_the_page_around_it",
        since: "2026-11-27",
        seen: "after a click by the driver the keys reach the frame about every second time",
        remedy: "a driver that gives a frame the focus when it clicks into it",
    }],
};

pub(crate) const WEBKIT: Selection = Selection {
    chosen: &[BOTH, IN_A_FRAME],
    skips: &[
        QUOTA,
        MANIFEST,
        ("printing::", "its driver does not print"),
        ("present_looks::each_slide_is_printed_on_a_page_of_its_own_with_its_sources", "its driver does not print"),
    ],
    unsteady: &[],
};

impl Selection {
    /// The names of the tests that decide, after saying why they do, or why others are not asked. `names` are
    /// all tests.
    pub(crate) fn deciding(&self, full: bool, names: &[String]) -> Result<Vec<String>> {
        for name in self.skips.iter().map(|(name, _)| *name).chain(self.unsteady.iter().map(|test| test.name)) {
            require(name, names)?;
        }
        let named = |pattern: &str, name: &str| {
            if pattern.ends_with("::") { name.starts_with(pattern) } else { name == pattern }
        };
        let decides = |name: &&String| {
            !self.skips.iter().any(|(pattern, _)| named(pattern, name))
                && !self.unsteady.iter().any(|test| test.name == *name)
        };
        if full || self.chosen.is_empty() {
            for (name, reason) in self.skips {
                println!("not asked: {name}: {reason}");
            }
            return Ok(names.iter().filter(decides).cloned().collect());
        }
        let mut chosen = Vec::new();
        for (pattern, _) in self.chosen.iter().copied().flatten() {
            require(pattern, names)?;
            chosen.extend(names.iter().filter(|name| named(pattern, name)).filter(decides).cloned());
        }
        println!(
            "asked: {} of {} tests, those that can differ by engine; `--full` asks them all",
            chosen.len(),
            names.len()
        );
        Ok(chosen)
    }

    /// The tests that are run and do not decide, after saying why.
    pub(crate) fn unsteady(&self) -> Vec<String> {
        for Unsteady { name, since, seen, remedy } in self.unsteady {
            println!("does not decide: {name}, since {since}: {seen}; would mend it: {remedy}");
        }
        self.unsteady.iter().map(|test| test.name.to_owned()).collect()
    }
}

fn require(pattern: &str, names: &[String]) -> Result {
    if names.iter().any(|name| name.starts_with(pattern)) {
        return Ok(());
    }
    Err(Error::new(format!("{pattern} is named in xtask/src/selection.rs, but there is no such test")))
}

/// The names of all tests of a program, as it says them.
pub(crate) fn listed(program: &str) -> Result<Vec<String>> {
    let mut command = process::cargo();
    command.args(["test", "-q", "-p", "e2e", "--test", program, "--", "--list", "--format", "terse"]);
    let list = process::quiet(&mut command, "listing the browser tests", "e2e-list")?
        .map_err(|run| run.into_error("listing the browser tests"))?;
    Ok(list.lines().filter_map(|line| line.strip_suffix(": test")).map(ToOwned::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_further_engine_is_asked_more_than_forty() {
        let modules = [("history::", 3), ("early_choices::", 3)];
        for Selection { chosen, .. } in [FIREFOX, WEBKIT] {
            let count =
                |pattern: &str| modules.iter().find(|(name, _)| *name == pattern).map_or(1, |(_, count)| *count);
            let all: usize = chosen.iter().copied().flatten().map(|(pattern, _)| count(pattern)).sum();
            assert!(all <= 40, "{all}");
        }
    }

    #[test]
    fn what_is_chosen_is_asked_without_what_is_skipped() {
        let names = ["a::one", "a::two", "b::one", "c::one"].map(ToOwned::to_owned);
        let selection = Selection {
            chosen: &[&[("a::", "x"), ("b::one", "x")]],
            skips: &[("a::two", "x")],
            unsteady: &[Unsteady { name: "c::one", since: "", seen: "", remedy: "" }],
        };
        assert_eq!(selection.deciding(false, &names).unwrap(), ["a::one", "b::one"]);
        assert_eq!(selection.deciding(true, &names).unwrap(), ["a::one", "b::one"]);
        assert_eq!(selection.unsteady(), ["c::one"]);
        assert!(selection.deciding(true, &names[..2]).is_err(), "a name that is gone is told");
    }
}
