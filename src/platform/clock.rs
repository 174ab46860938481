//! The calendar of the device.

use briefing::model::PlainDate;
use js_sys::Date;

/// The day on the reader's own calendar; none where the device has no possible one.
#[must_use]
pub fn today() -> Option<PlainDate> {
    let now = Date::new_0();
    PlainDate::new(i32::try_from(now.get_full_year()).ok()?, now.get_month() + 1, now.get_date())
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::today;
    use js_sys::Date;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn it_is_the_day_that_the_device_shows() {
        let shown = || String::from(Date::new_0().to_locale_date_string("sv", &js_sys::Object::new()));
        // Midnight may fall between the two questions, though not between three.
        assert!([shown(), shown()].contains(&today().map(|day| day.iso()).unwrap_or_default()));
    }
}
