//! The words of the interface in one language.

use serde::{Deserialize, Serialize};

/// Puts values into the `{named}` places of a sentence; unknown places stay as they are.
#[must_use]
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((*value, tail))
        });
        rest = match known {
            Some((value, tail)) => {
                out.push_str(value);
                tail
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $key:ident,)+) => {
        /// Where each word stands.
        #[allow(non_camel_case_types, reason = "they are the keys of the locale files")]
        enum Place { $($key,)+ }

        impl Strings {
            /// The keys of a locale file's `[ui]` table, with what each is for.
            pub const KEYS: &[(&str, &str)] = &[$((stringify!($key), concat!($($doc),+)),)+];

            $($(#[doc = $doc])+
            #[must_use]
            pub fn $key(&self) -> &str {
                self.word(Place::$key as usize)
            })+
        }
    };
}
pub(super) use words;

/// The words of the interface in one language, from `locales/<language>.toml`.
///
/// Words in braces are filled in with [`fill`]. They travel as a list, because code that reads
/// eighty fields one by one would be a large part of the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strings {
    /// In the order of [`Strings::KEYS`].
    words: Vec<String>,
    /// Twelve names.
    pub months: Vec<String>,
    /// Twelve short names.
    pub months_short: Vec<String>,
    /// Seven short names, Monday first.
    pub weekdays_short: Vec<String>,
}

impl Strings {
    /// Puts words in the order of [`Strings::KEYS`] together; the names of dates stay empty.
    #[must_use]
    pub fn new(words: Vec<String>) -> Self {
        Self { words, ..Self::default() }
    }

    pub(super) fn word(&self, place: usize) -> &str {
        self.words.get(place).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_by_name_and_unknown_ones_stay() {
        let values = [("shown", "9"), ("total", "42")];
        assert_eq!(fill("{shown} of {total}", &values), "9 of 42");
        assert_eq!(fill("全{total}件中{shown}件", &values), "全42件中9件");
        assert_eq!(fill("{other} {", &values), "{other} {");
        assert_eq!(fill("{shown", &values), "{shown");
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
    }
}
