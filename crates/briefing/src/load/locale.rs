//! `locales/<language>.toml`: the words of the interface.

use super::reader::{Context, Fields, Readable, Record, Shape, Spot};
use crate::diag::{Diagnostic, Place};
use crate::facet::FACETS;
use crate::model::{Status, StatusWord, Strings};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// A table of words by key.
struct Words(BTreeMap<String, Spot<String>>);

impl Readable for Words {
    fn shape() -> Shape {
        Shape::Table(Vec::new())
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let table = super::reader::table_of(value, context, "write key = \"text\" below it")?;
        let mut words = BTreeMap::new();
        for (key, value) in table {
            let place = context.place(key.span());
            if let Some(value) = String::read(value, context) {
                words.insert(key.get_ref().to_string(), Spot { value, place });
            }
        }
        (words.len() == table.len()).then_some(Self(words))
    }
}

impl Words {
    /// The words for `keys`, in their order, reporting what is missing and what is unknown.
    fn pick(&self, keys: &[&str], place: &Place, what: &str, fields: &mut Fields<'_, '_, '_>) -> Option<Vec<String>> {
        for (key, word) in &self.0 {
            if !keys.contains(&key.as_str()) {
                fields.report(
                    Diagnostic::at(&word.place, format!("unknown {what} `{key}`")).nearest(key, keys.iter().copied()),
                );
            }
        }
        let mut picked = Vec::new();
        for key in keys {
            match self.0.get(*key) {
                Some(word) => picked.push(word.value.clone()),
                None => {
                    fields.report(Diagnostic::at(place, format!("the {what} `{key}` is missing")).hint(hint_for(key)));
                }
            }
        }
        (picked.len() == keys.len()).then_some(picked)
    }
}

fn hint_for(key: &str) -> String {
    let doc = Strings::KEYS.iter().find(|(name, _)| *name == key).map(|(_, doc)| doc.trim());
    doc.map_or_else(|| format!("add a line {key} = \"…\""), |doc| format!("add a line {key} = \"…\": {doc}"))
}

struct StatusWords {
    label: Spot<String>,
    meaning: Spot<String>,
}

impl Record for StatusWords {
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let label = fields.required("label", "the word for the status");
        let meaning = fields.required("meaning", "what it means, in a sentence");
        Some(Self { label: label?, meaning: meaning? })
    }
}

struct Statuses(Vec<Option<StatusWords>>);

impl Record for Statuses {
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let words = Status::LADDER
            .iter()
            .map(|status| fields.required::<StatusWords>(status.id(), "label and meaning of this status"))
            .map(|spot| spot.map(|spot| spot.value))
            .collect();
        Some(Self(words))
    }
}

struct Dates {
    months: Spot<Vec<Spot<String>>>,
    months_short: Spot<Vec<Spot<String>>>,
    weekdays_short: Spot<Vec<Spot<String>>>,
}

impl Record for Dates {
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let months = fields.required("months", "twelve names");
        let months_short = fields.required("months_short", "twelve short names");
        let weekdays_short = fields.required("weekdays_short", "seven short names, Monday first");
        Some(Self { months: months?, months_short: months_short?, weekdays_short: weekdays_short? })
    }
}

fn plain(list: &Spot<Vec<Spot<String>>>, count: usize, fields: &mut Fields<'_, '_, '_>) -> Option<Vec<String>> {
    let words: Vec<String> = list.value.iter().map(|word| word.value.clone()).collect();
    if words.len() != count {
        let found = words.len();
        fields
            .report(Diagnostic::at(&list.place, format!("expected {count} names, found {found}")).hint("one for each"));
        return None;
    }
    Some(words)
}

/// What a locale file says.
#[derive(Clone, Debug, PartialEq)]
pub struct LocaleWords {
    /// The words of the interface.
    pub strings: Strings,
    /// Labels of the facets, in the order of the registry.
    pub facets: Vec<String>,
    /// The words for the statuses, in the order of the ladder.
    pub statuses: Vec<StatusWord>,
}

impl Record for LocaleWords {
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let ui = fields.required::<Words>("ui", "the words of the interface");
        let facets = fields.required::<Words>("facets", "the names of the facets");
        let statuses = fields.required::<Statuses>("statuses", "the names and meanings of the statuses");
        let dates = fields.required::<Dates>("dates", "the names of months and weekdays");
        let (ui, facets, statuses, dates) = (ui?, facets?, statuses?, dates?);
        let keys: Vec<&str> = Strings::KEYS.iter().map(|(key, _)| *key).collect();
        let words = ui.value.pick(&keys, &ui.place, "word", fields);
        let facet_ids: Vec<&str> = FACETS.iter().map(|facet| facet.id).collect();
        let facets = facets.value.pick(&facet_ids, &facets.place, "facet", fields);
        let months = plain(&dates.value.months, 12, fields);
        let months_short = plain(&dates.value.months_short, 12, fields);
        let weekdays_short = plain(&dates.value.weekdays_short, 7, fields);
        let statuses: Vec<StatusWords> = statuses.value.0.into_iter().collect::<Option<_>>()?;
        let statuses =
            statuses.into_iter().map(|status| StatusWord { label: status.label.value, meaning: status.meaning.value });
        let mut strings = Strings::new(words?);
        strings.months = months?;
        strings.months_short = months_short?;
        strings.weekdays_short = weekdays_short?;
        Some(Self { strings, facets: facets?, statuses: statuses.collect() })
    }
}
