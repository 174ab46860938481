//! A date is as precise as its source and says what it rests on.

use super::each_date;
use crate::diag::Diagnostic;
use crate::load::draft::Draft;
use crate::model::Basis;
use crate::model::date::When;

/// The longest trip in days: it is drawn day by day, and of a longer one nothing could be seen.
const LONGEST_TRIP_DAYS: i64 = 366;

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    each_date(draft, |date| match (&date.when, &date.basis) {
        (Some(when), None) => {
            let hint = "add basis = \"stated\" when a cited paragraph prints it, else basis = \"derived\"";
            wrong.push(Diagnostic::at(&when.place, "the date does not say what it rests on").hint(hint));
        }
        (None, Some(basis)) => {
            wrong.push(Diagnostic::at(&basis.place, "a basis without a date").hint("remove it, or give the date"));
        }
        (Some(_), Some(basis)) if basis.value == Basis::Derived && date.reasoning.is_none() => {
            let hint = "add reasoning.en = \"…\" so that a reader can follow it";
            wrong.push(Diagnostic::at(&basis.place, "a derived date without its reasoning").hint(hint));
        }
        _ => {}
    });
    for stop in &draft.stops {
        if stop.record.dated.when.is_none() {
            let hint = "a leg of the trip needs its days: date = \"2026-02-28/2026-03-02\"";
            wrong.push(Diagnostic::at(&stop.place, "the stop has no date").hint(hint));
        }
        if let Some(when) = &stop.record.dated.when
            && matches!(when.value, When::Year(_) | When::Month(..))
        {
            let hint = "the trip is drawn day by day: write a day or a range of days";
            wrong.push(Diagnostic::at(&when.place, "the stop is not dated to the day").hint(hint));
        }
    }
    for event in &draft.events {
        let record = &event.record;
        if record.dated.when.is_none() && record.stop.is_none() && record.era.is_none() {
            let hint = "give a date, a stop, or era = \"future\"";
            wrong.push(Diagnostic::at(&event.place, "the event has no place on the timeline").hint(hint));
        }
        if record.dated.when.is_none() {
            let due = record.due.as_ref().map(|due| &due.place);
            for place in due.into_iter().chain(record.sooner.as_ref().map(|sooner| &sooner.place)) {
                let message = "it says how a date binds, and there is no date";
                wrong.push(Diagnostic::at(place, message).hint("give the date, or remove it"));
            }
        }
        if let (Some(era), Some(_)) = (&record.era, &record.dated.when) {
            let hint = "the date decides where it stands; remove the era";
            wrong.push(Diagnostic::at(&era.place, "an era beside a date").hint(hint));
        }
    }
    let mut stops: Vec<_> = draft.stops.iter().collect();
    stops.sort_by_key(|stop| stop.record.order.value);
    for (earlier, later) in stops.iter().zip(stops.iter().skip(1)) {
        if let (Some(before), Some(after)) = (&earlier.record.dated.when, &later.record.dated.when)
            && after.value.first_day() < before.value.first_day()
        {
            let message = format!("the stop comes after `{}` but begins before it", earlier.id);
            wrong.push(Diagnostic::at(&after.place, message).hint("change its order or its date"));
        }
    }
    length(draft, wrong);
    if let Some(site) = &draft.site
        && !matches!(site.record.as_of.value, When::Day(_))
    {
        let wrong_place = &site.record.as_of.place;
        wrong.push(Diagnostic::at(wrong_place, "the content date is not a day").hint("write as_of = \"2026-03-07\""));
    }
}

fn length(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    let dates = || draft.stops.iter().filter_map(|stop| stop.record.dated.when.as_ref());
    let first = dates().map(|when| when.value.first_day()).min();
    let last = dates().max_by_key(|when| when.value.last_day());
    if let (Some(first), Some(last)) = (first, last) {
        let days = first.days_until(last.value.last_day()) + 1;
        if days > LONGEST_TRIP_DAYS {
            let message = format!("the trip is {days} days long, from {} on", first.iso());
            let hint = format!("it is drawn day by day and has {LONGEST_TRIP_DAYS} days at most; look at the years");
            wrong.push(Diagnostic::at(&last.place, message).hint(hint));
        }
    }
}
