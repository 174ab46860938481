//! Names of things.

use std::fmt;

/// The name of one thing: its file name without the ending.
///
/// Lower-case ASCII letters, digits and single hyphens, starting with a letter, so that it can
/// stand in a link, a file name and an HTML `id` unchanged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Reads a name; `None` when it breaks the rule above.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let starts_well = text.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        let ends_well = !text.ends_with('-') && !text.contains("--");
        let spelled_well = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (starts_well && ends_well && spelled_well).then(|| Self(text.to_owned()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn a_name_can_stand_in_a_link_unchanged() {
        for good in ["sd", "economic-security-dialogue", "joint-committee-1976"] {
            assert_eq!(Id::parse(good).map(|id| id.to_string()), Some(good.to_owned()));
        }
        for bad in ["", "SD", "1976", "-a", "a-", "a--b", "a b", "é", "a/b"] {
            assert_eq!(Id::parse(bad), None, "{bad}");
        }
    }
}
