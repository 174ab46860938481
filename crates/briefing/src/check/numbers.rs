//! What is ordered by number has a number of its own, so that the order does not depend on luck.

use crate::diag::Diagnostic;
use crate::load::draft::{Draft, Entry};
use crate::load::reader::Spot;
use std::collections::BTreeSet;

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    unique(&draft.pillars, |pillar| &pillar.number, wrong);
    unique(&draft.sources, |source| &source.order, wrong);
    unique(&draft.stops, |stop| &stop.order, wrong);
    unique(&draft.figures, |figure| &figure.order, wrong);
    unique(&draft.positions, |position| &position.order, wrong);
    unique(&draft.statements, |statement| &statement.order, wrong);
    unique(&draft.context, |context| &context.order, wrong);
    unique(&draft.people, |person| &person.order, wrong);
    unique(&draft.terms, |term| &term.order, wrong);
    unique(&draft.differences, |difference| &difference.order, wrong);
    for pillar in &draft.pillars {
        let record = &pillar.record;
        let number = &record.number;
        if record.whole != (number.value == 0) {
            let hint = "0 is for what spans all priorities (whole = true), and only for that";
            wrong.push(Diagnostic::at(&number.place, format!("the number {} does not fit", number.value)).hint(hint));
        }
        if number.value > 99 {
            wrong.push(Diagnostic::at(&number.place, "the number is too high").hint("write 1 to 99"));
        }
        if !record.whole && (record.shape.is_none() || record.color.is_none()) {
            let hint = "give shape = \"…\" and color = { light = \"#…\", dark = \"#…\" }";
            wrong.push(Diagnostic::at(&pillar.place, "a pillar needs a shape and a colour").hint(hint));
        }
        if let Some(color) = &record.color {
            for value in [&color.value.light, &color.value.dark] {
                if !is_color(&value.value) {
                    let message = format!("`{}` is not a colour", value.value);
                    wrong.push(Diagnostic::at(&value.place, message).hint("write #RRGGBB"));
                }
            }
        }
        for path in record.shape.iter().chain(&record.cut) {
            if !path.value.bytes().all(|b| b.is_ascii_alphanumeric() || b" .,-+".contains(&b)) {
                let message = "the path has signs that no path has";
                wrong.push(Diagnostic::at(&path.place, message).hint("write SVG path data: letters, numbers, spaces"));
            }
        }
    }
}

fn unique<T>(entries: &[Entry<T>], number: impl Fn(&T) -> &Spot<u16>, wrong: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for entry in entries {
        let number = number(&entry.record);
        if !seen.insert(number.value) {
            let message = format!("the number {} is taken", number.value);
            wrong.push(Diagnostic::at(&number.place, message).hint("give it one of its own"));
        }
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}
