//! The firmest word of a primary text gives the status; press never raises it.

use crate::diag::Diagnostic;
use crate::load::draft::Draft;
use crate::model::{Status, Tier};

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    for commitment in &draft.commitments {
        let record = &commitment.record;
        // A citation of an unknown source has been reported; it might have been a primary one.
        let may_be_primary = record.cites.iter().any(|cite| {
            let source = draft.sources.iter().find(|source| source.record.code.value == cite.value.code);
            source.is_none_or(|source| source.record.tier.value == Tier::Primary)
        });
        if !record.cites.is_empty() && !may_be_primary && record.status.value > Status::Discussed {
            let message = format!("`{}` rests on press alone", record.status.value.id());
            let hint = "cite the primary text that says so, or write status = \"discussed\"";
            wrong.push(Diagnostic::at(&record.status.place, message).hint(hint));
        }
    }
}
