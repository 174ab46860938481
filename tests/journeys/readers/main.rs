//! The journeys, by what a reader relies on. Run them with `cargo xtask test --only journeys`.

mod agenda;
mod bad_links;
mod barriers;
mod bounds;
mod broken_engine;
mod clipboard;
mod deck;
mod early_choices;
mod elsewhere;
mod embed;
mod entry;
mod filters;
mod history;
mod keyboard;
mod links;
mod matrix;
mod offline;
mod printing;
mod route;
mod search;
mod sections;
mod shortcuts;
mod table;
mod take;
mod texts;
mod words;
