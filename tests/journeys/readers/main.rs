//! The journeys, by what a reader relies on. Run them with `cargo xtask test --only journeys`.

mod agenda;
mod bad_links;
mod barriers;
mod bounds;
mod broken_engine;
mod clipboard;
mod early_choices;
mod elsewhere;
mod embed;
mod entry;
mod filters;
mod history;
mod keyboard;
mod links;
mod matrix;
mod present;
mod present_looks;
mod printing;
mod route;
mod search;
mod sections;
mod shortcuts;
mod table;
mod take;
mod texts;
mod words;
