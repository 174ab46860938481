//! The journeys, by what a reader relies on. Run them with `cargo xtask test --only journeys`.

mod bad_links;
mod barriers;
mod bounds;
mod broken_engine;
mod clipboard;
mod early_choices;
mod elsewhere;
mod filters;
mod history;
mod keyboard;
mod links;
mod search;
mod sections;
mod texts;
mod words;
