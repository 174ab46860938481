//! How each sort of value is read from TOML.

use super::reader::{Context, Fields, Readable, Record, Shape, Spot, table_of};
use super::signs;
use crate::model::date::{DateError, When};
use crate::model::{Basis, Due, EraKind, Id, Role, Status, Tier, Voice};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// A text in each language of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub BTreeMap<String, Spot<String>>);

/// A citation as written: `"NR:30"`, alone or with the word used there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationText {
    /// The code before the colon.
    pub code: String,
    /// The paragraph after it, counted from 1.
    pub paragraph: u16,
    /// The word the source uses.
    pub verb: Option<String>,
    /// What it does for the claim.
    pub role: Option<Role>,
}

/// A colour of the two themes, as `#RRGGBB`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colors {
    /// In the light theme.
    pub light: Spot<String>,
    /// In the dark theme.
    pub dark: Spot<String>,
}

pub(super) fn text_of(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>, wanted: &str) -> Option<String> {
    let DeValue::String(text) = value.get_ref() else {
        let found = value.get_ref().type_str();
        context.report(value.span(), format!("expected {wanted}, found {found}"), "put it in quotes");
        return None;
    };
    if text.trim().is_empty() {
        context.report(value.span(), "the text is empty", "write it, or leave the key out");
        return None;
    }
    if let Some((message, hint)) = signs::fault(text) {
        context.report(value.span(), message, hint);
        return None;
    }
    // Ends of lines are the same wherever a file was saved.
    Some(text.replace("\r\n", "\n").replace('\r', "\n"))
}

impl Readable for String {
    fn shape() -> Shape {
        Shape::Plain
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        text_of(value, context, "text")
    }
}

impl Readable for bool {
    fn shape() -> Shape {
        Shape::Flag
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(*flag);
        }
        let found = value.get_ref().type_str();
        context.report(value.span(), format!("expected true or false, found {found}"), "write it without quotes");
        None
    }
}

impl Readable for u16 {
    fn shape() -> Shape {
        Shape::Number
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => Self::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            context.report(value.span(), "expected a whole number from 0 to 65535", "write it without quotes");
        }
        number
    }
}

impl Readable for Id {
    fn shape() -> Shape {
        Shape::Name("id")
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let text = text_of(value, context, "a name")?;
        let id = Self::parse(&text);
        if id.is_none() {
            context.report(
                value.span(),
                format!("`{text}` is not a name"),
                "names are lower-case letters, digits and single hyphens, and start with a letter",
            );
        }
        id
    }
}

impl Readable for When {
    fn shape() -> Shape {
        Shape::Date
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let text = text_of(value, context, "a date in quotes")?;
        Self::parse(&text)
            .map_err(|error| {
                let (message, hint) = match error {
                    DateError::Shape => {
                        (format!("`{text}` is not a date"), "write 2026, 2026-03, 2026-03-06 or 2026-02-28/2026-03-02")
                    }
                    DateError::Impossible => (format!("no calendar has `{text}`"), "look at the month and the day"),
                    DateError::OutOfOrder => (
                        format!("the range `{text}` is out of order"),
                        "the earlier day comes first; a single day needs no range",
                    ),
                };
                context.report(value.span(), message, hint);
            })
            .ok()
    }
}

impl Readable for Text {
    fn shape() -> Shape {
        Shape::Text
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let table = table_of(value, context, "give the language: title.en = \"…\"")?;
        let mut texts = BTreeMap::new();
        for (language, value) in table {
            let place = context.place(value.span());
            if let Some(value) = text_of(value, context, "text") {
                texts.insert(language.get_ref().to_string(), Spot { value, place });
            }
        }
        (texts.len() == table.len()).then_some(Self(texts))
    }
}

impl<T: Readable> Readable for Vec<Spot<T>> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let DeValue::Array(array) = value.get_ref() else {
            let found = value.get_ref().type_str();
            context.report(value.span(), format!("expected a list, found {found}"), "put it in square brackets");
            return None;
        };
        let mut list = Self::new();
        for value in array.iter() {
            let place = context.place(value.span());
            list.extend(T::read(value, context).map(|value| Spot { value, place }));
        }
        // What could be read is still worth checking; what could not has been reported.
        Some(list)
    }
}

impl Readable for CitationText {
    fn shape() -> Shape {
        Shape::Citation
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else {
            return citation(value, (None, None), context);
        };
        let place = context.place(value.span());
        let mut fields = Fields::new(table, place, context);
        let at = fields.required::<String>("at", "source and paragraph, such as \"NR:30\"");
        let verb = fields.optional::<String>("verb", "the word this source uses for what happened");
        let role = fields.optional::<Role>("role", "what it does for the claim");
        fields.finish();
        at?;
        citation(table.get("at")?, (verb.map(|verb| verb.value), role.map(|role| role.value)), context)
    }
}

fn citation(
    value: &Spanned<DeValue<'_>>,
    (verb, role): (Option<String>, Option<Role>),
    context: &mut Context<'_>,
) -> Option<CitationText> {
    let text = text_of(value, context, "a citation such as \"NR:30\"")?;
    let parts = text.split_once(':').and_then(|(code, paragraph)| Some((code, paragraph.parse::<u16>().ok()?)));
    match parts {
        Some((code, paragraph)) => Some(CitationText { code: code.to_owned(), paragraph, verb, role }),
        None => {
            context.report(
                value.span(),
                format!("`{text}` is not a citation"),
                "write the code of a source, a colon, and the number of a paragraph: \"NR:30\"",
            );
            None
        }
    }
}

impl Record for Colors {
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let light = fields.required("light", "the colour in the light theme, #RRGGBB");
        let dark = fields.required("dark", "the colour in the dark theme, #RRGGBB");
        Some(Self { light: light?, dark: dark? })
    }
}

macro_rules! words {
    ($type:ty, $($word:literal => $value:expr),+ $(,)?) => {
        impl $crate::load::reader::Readable for $type {
            fn shape() -> $crate::load::reader::Shape {
                $crate::load::reader::Shape::Word(vec![$($word),+])
            }

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                context: &mut $crate::load::reader::Context<'_>,
            ) -> Option<Self> {
                let text = $crate::load::values::text_of(value, context, "a word")?;
                match text.as_str() {
                    $($word => Some($value),)+
                    other => {
                        let place = context.place(value.span());
                        let wrong = crate::diag::Diagnostic::at(&place, format!("`{other}` is not known here"))
                            .nearest(other, [$($word),+]);
                        context.wrong.push(wrong);
                        None
                    }
                }
            }
        }
    };
}

pub(super) use words;

words!(Basis, "stated" => Self::Stated, "derived" => Self::Derived);
words!(Tier, "primary" => Self::Primary, "press" => Self::Press);
words!(Voice, "joint" => Self::Joint, "own" => Self::Own, "press" => Self::Press);
words!(Role,
    "status" => Self::Status, "content" => Self::Content, "weaker" => Self::Weaker,
    "stronger" => Self::Stronger, "press" => Self::Press, "names" => Self::Names);
words!(Status,
    "in-force" => Self::InForce, "signed" => Self::Signed, "established" => Self::Established,
    "announced" => Self::Announced, "instructed" => Self::Instructed, "planned" => Self::Planned,
    "discussed" => Self::Discussed);

words!(Due, "by" => Self::By, "within" => Self::Within);

/// Where an event without a date and without a leg stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndatedEra(pub EraKind);

words!(UndatedEra, "future" => Self(EraKind::Future), "open" => Self(EraKind::Open));
