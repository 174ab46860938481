//! Keys: what each does, where they work, and the switch for single ones.

use super::{Page, entry, mark, matrix, present};
use crate::platform::controls;
use crate::platform::dom;
use crate::platform::events::{self, Target};
use crate::platform::overlay;
use crate::platform::storage;
use crate::store::Store;
use crate::view::places::PANEL;

/// Where the switch is kept on this device.
const KEPT: &str = "briefing-single-keys";

/// The id of the help, and of its switch.
const HELP: &str = "help";
const SWITCH: &str = "single-keys";

/// Makes the keys work.
pub fn wake(store: Store, page: &'static Page) {
    if let Some(switch) = dom::element(SWITCH) {
        controls::check(&switch, storage::kept(KEPT).as_deref() != Some("off"));
        let own = switch.clone();
        events::on(&switch, "change", move || {
            storage::keep(KEPT, if controls::is_checked(&own) { "on" } else { "off" });
        });
    }
    events::on_key(move |key, target| {
        if dom::closest(target, "#entry").is_some() && !events::takes_letters(target) {
            let by = match key {
                "ArrowLeft" => -1,
                "ArrowRight" => 1,
                "p" => return single(key, target, page),
                _ => return false,
            };
            entry::step(by, store);
            return true;
        }
        match key {
            "Escape" => mark::close(),
            "Tab" => stays(target, false),
            "Shift+Tab" => stays(target, true),
            "/" | "?" | "p" => single(key, target, page),
            _ => matrix::pressed(key, target, page, store),
        }
    });
}

/// Opens the help.
pub fn clicked(target: &Target) -> bool {
    let asked = dom::closest(target, "[data-open]").is_some();
    asked && open()
}

fn open() -> bool {
    dom::element(HELP).is_some_and(|help| {
        overlay::show_dialog(&help);
        true
    })
}

/// What a single key does, unless it is typed into something or switched off.
fn single(key: &str, target: &Target, page: &Page) -> bool {
    let on = dom::element(SWITCH).is_none_or(|switch| controls::is_checked(&switch));
    if !on || events::takes_letters(target) {
        return false;
    }
    // An open entry can be presented.
    if key == "p" {
        return present::open(page);
    }
    if dom::closest(target, "dialog").is_some() {
        return false;
    }
    if key == "?" {
        return open();
    }
    // On small screens the box is in a sheet that has to be opened first.
    let boxes = dom::element(PANEL).and_then(|panel| Some((dom::first(&panel, "[type=search]")?, panel)));
    boxes.is_some_and(|(search, panel)| {
        if dom::middle(&search).is_none() {
            overlay::open_popover(&panel);
        }
        dom::focus_on(&search);
        true
    })
}

/// The focus goes round inside the sheet of the filters while it is open as one. Answers whether
/// the way round was taken.
fn stays(target: &Target, back: bool) -> bool {
    let Some(sheet) = dom::closest(target, &format!("#{PANEL}:popover-open")) else { return false };
    let mut stops = dom::find(&sheet, "button, input");
    stops.retain(|stop| dom::middle(stop).is_some());
    let ends = if back { [stops.first(), stops.last()] } else { [stops.last(), stops.first()] };
    let [Some(end), Some(round)] = ends else { return false };
    let leaves = dom::is_same(end, target);
    if leaves {
        dom::focus_on(round);
    }
    leaves
}
