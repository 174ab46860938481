//! Reading TOML tables field by field, reporting everything that is wrong and stopping at nothing.
//!
//! The same function that reads a kind of file can describe it: in a [`Fields::describe`] run there
//! is no table, and every field that is asked for is noted with its shape and its documentation.

use crate::diag::{Diagnostic, Place};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// What a field holds, for documentation and editor schemas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text in one language, not empty.
    Plain,
    /// A table of texts by language.
    Text,
    /// True or false.
    Flag,
    /// A whole number, not negative.
    Number,
    /// A name of this briefing, of the given sort.
    Name(&'static str),
    /// One of these words.
    Word(Vec<&'static str>),
    /// A date such as `2026`, `2026-03`, `2026-03-06` or `2026-02-28/2026-03-02`.
    Date,
    /// Longitude and latitude in degrees, as a list of two numbers.
    Coordinates,
    /// A place in a source, alone or with the word used there.
    Citation,
    /// Several of the same.
    List(Box<Shape>),
    /// A table with these fields.
    Table(Vec<Known>),
}

/// A field that a table can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The key.
    pub name: &'static str,
    /// What it is for, in a phrase.
    pub doc: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
}

/// Where a value is being read: which file, and where to report.
pub struct Context<'d> {
    /// Which file.
    pub file: usize,
    /// What is wrong so far.
    pub wrong: &'d mut Vec<Diagnostic>,
}

impl Context<'_> {
    /// The part `span` of this file.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, span)
    }

    /// Reports something wrong in the part `span` of this file.
    pub fn report(&mut self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        let place = self.place(span);
        self.wrong.push(Diagnostic::at(&place, message).hint(hint));
    }
}

/// A type that a TOML value can be read as.
pub trait Readable: Sized {
    /// What it looks like in a file.
    fn shape() -> Shape;

    /// Reads it; `None` after reporting what is wrong.
    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self>;
}

/// The fields of one table.
pub struct Fields<'t, 'd, 'c> {
    table: Option<&'t DeTable<'t>>,
    place: Place,
    known: Vec<Known>,
    context: &'c mut Context<'d>,
}

impl<'t, 'd, 'c> Fields<'t, 'd, 'c> {
    /// The fields of `table`, which stands at `place`.
    pub fn new(table: &'t DeTable<'t>, place: Place, context: &'c mut Context<'d>) -> Self {
        Self { table: Some(table), place, known: Vec::new(), context }
    }

    /// No table: every field asked for is noted and nothing is reported.
    pub fn describe(context: &'c mut Context<'d>) -> Self {
        Self { table: None, place: Place::top(0), known: Vec::new(), context }
    }

    /// Where the table stands.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Reports what is wrong between fields.
    pub fn report(&mut self, wrong: Diagnostic) {
        self.context.wrong.push(wrong);
    }

    /// A field that must be there.
    pub fn required<T: Readable>(&mut self, name: &'static str, doc: &'static str) -> Option<Spot<T>> {
        let found = self.field(name, doc, true);
        if self.table.is_some_and(|table| !table.contains_key(name)) {
            let wrong = Diagnostic::at(&self.place, format!("`{name}` is missing")).hint(doc);
            self.context.wrong.push(wrong);
        }
        found
    }

    /// A field that may be there.
    pub fn optional<T: Readable>(&mut self, name: &'static str, doc: &'static str) -> Option<Spot<T>> {
        self.field(name, doc, false)
    }

    /// A list that may be there; left out, it is empty.
    pub fn list<T: Readable>(&mut self, name: &'static str, doc: &'static str) -> Vec<Spot<T>> {
        self.optional::<Vec<Spot<T>>>(name, doc).map(|list| list.value).unwrap_or_default()
    }

    fn field<T: Readable>(&mut self, name: &'static str, doc: &'static str, required: bool) -> Option<Spot<T>> {
        self.known.push(Known { name, doc, required, shape: T::shape() });
        let value = self.table?.get(name)?;
        let place = self.context.place(value.span());
        T::read(value, self.context).map(|value| Spot { value, place })
    }

    /// Reports the keys nobody asked for, and gives back what was asked for.
    pub fn finish(self) -> Vec<Known> {
        for key in self.table.into_iter().flat_map(DeTable::keys) {
            let name = key.get_ref().as_ref();
            if !self.known.iter().any(|known| known.name == name) {
                let place = self.context.place(key.span());
                let wrong = Diagnostic::at(&place, format!("unknown key `{name}`"))
                    .nearest(name, self.known.iter().map(|known| known.name));
                self.context.wrong.push(wrong);
            }
        }
        self.known
    }
}

/// The table in `value`, or a report that it is something else.
pub fn table_of<'v, 'i>(
    value: &'v Spanned<DeValue<'i>>,
    context: &mut Context<'_>,
    hint: &str,
) -> Option<&'v DeTable<'i>> {
    if let DeValue::Table(table) = value.get_ref() {
        return Some(table);
    }
    let found = value.get_ref().type_str();
    context.report(value.span(), format!("expected a table, found {found}"), hint);
    None
}

fn described(read: impl FnOnce(&mut Fields<'_, '_, '_>)) -> Vec<Known> {
    let mut wrong = Vec::new();
    let mut context = Context { file: 0, wrong: &mut wrong };
    let mut fields = Fields::describe(&mut context);
    read(&mut fields);
    fields.finish()
}

/// A table that is read by a function over its fields, which also describes it.
pub trait Record: Sized {
    /// Reads the fields; `None` when one that must be there is not.
    fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self>;

    /// The fields it knows.
    #[must_use]
    fn known() -> Vec<Known> {
        described(|fields| {
            Self::fields(fields);
        })
    }

    /// Reads it from a whole table and reports the keys it does not know.
    fn read_table(table: &DeTable<'_>, place: Place, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::new(table, place, context);
        let record = Self::fields(&mut fields);
        fields.finish();
        record
    }
}

impl<T: Record> Readable for T {
    fn shape() -> Shape {
        Shape::Table(T::known())
    }

    fn read(value: &Spanned<DeValue<'_>>, context: &mut Context<'_>) -> Option<Self> {
        let place = context.place(value.span());
        let table = table_of(value, context, "write it as { … }")?;
        Self::read_table(table, place, context)
    }
}
