//! How firmly the texts word a commitment.

/// The ladder of statuses, from tentative to firm.
///
/// The firmest word of a primary text decides; press never raises a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Raised, invited or possible only.
    Discussed,
    /// The text says the countries will do it.
    Planned,
    /// The leaders told officials to do it.
    Instructed,
    /// Made public; no signature reported.
    Announced,
    /// Set up by the leaders' text itself.
    Established,
    /// A source reports a signature.
    Signed,
    /// A source says it has taken effect.
    InForce,
}

impl Status {
    /// From firm to tentative, the order in which a reader meets them.
    pub const LADDER: [Self; 7] = [
        Self::InForce,
        Self::Signed,
        Self::Established,
        Self::Announced,
        Self::Instructed,
        Self::Planned,
        Self::Discussed,
    ];

    /// The word used in content files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Discussed => "discussed",
            Self::Planned => "planned",
            Self::Instructed => "instructed",
            Self::Announced => "announced",
            Self::Established => "established",
            Self::Signed => "signed",
            Self::InForce => "in-force",
        }
    }

    /// Reads the word used in content files and links.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::LADDER.into_iter().find(|status| status.id() == text)
    }

    /// Its place on the ladder.
    #[must_use]
    pub fn place(self) -> usize {
        Self::LADDER.iter().take_while(|status| **status != self).count()
    }

    /// How much of the status square is filled, in percent; a reader sees firmness as fill.
    #[must_use]
    pub const fn fill(self) -> u8 {
        match self {
            Self::Discussed | Self::Planned => 0,
            Self::Instructed => 28,
            Self::Announced => 50,
            Self::Established => 74,
            Self::Signed | Self::InForce => 100,
        }
    }
}
