//! How a kind of file is declared: its fields once, as a struct and as what reads and describes it.

macro_rules! records {
    ($($(#[$doc:meta])+ $name:ident { $($(#[$field_doc:meta])+ $field:ident: $type:ty = $read:expr;)+ })+) => { $(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $($(#[$field_doc])+ pub $field: $type,)+ }

        impl Record for $name {
            fn fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
                // All fields are asked for before the first missing one ends the reading, so that
                // one run reports everything.
                $(let $field = { let read: fn(&mut Fields<'_, '_, '_>) -> Option<$type> = $read; read(fields) };)+
                Some(Self { $($field: $field?,)+ })
            }
        }
    )+ };
}
pub(super) use records;
