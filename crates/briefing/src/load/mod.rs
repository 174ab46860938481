//! Content files to a checked briefing, one per language.
//!
//! [`tree`] reads the folder, [`parse`] turns files into a [`draft::Draft`], the checks judge it,
//! and [`compile`] resolves names and picks a language. Only [`tree`] does I/O.

mod compile;
pub mod draft;
pub mod locale;
mod parse;
pub mod reader;
mod record;
pub mod record_files;
mod records;
pub mod site;
pub mod tree;
pub mod values;

use crate::check;
use crate::diag::{Diagnostic, Report};
use crate::model::Briefing;
use std::path::Path;
use tree::Tree;

/// Reads, checks and compiles a content folder: one briefing per declared language, in that order.
///
/// # Errors
/// Everything that is wrong in any of its files.
pub fn compile_dir(folder: &Path) -> Result<Vec<Briefing>, Report> {
    let tree = Tree::read(folder).map_err(|wrong| Report::new(Vec::new(), vec![wrong]))?;
    compile_tree(&tree)
}

/// Checks and compiles content that is already in memory.
///
/// # Errors
/// Everything that is wrong in any of its files.
pub fn compile_tree(tree: &Tree) -> Result<Vec<Briefing>, Report> {
    let mut wrong = Vec::new();
    let draft = parse::parse(tree, &mut wrong);
    // A file that could not be read would make every reference to it look wrong too.
    let unread = draft.unread;
    let draft = draft.draft;
    for check in check::CHECKS {
        if unread && check.needs_all_files {
            continue;
        }
        (check.run)(&draft, &mut wrong);
    }
    let briefings = if wrong.is_empty() { compile::compile(&draft) } else { None };
    if wrong.is_empty() && briefings.is_none() {
        wrong.push(
            Diagnostic::general("the content cannot be compiled").hint("this is a gap in the checks; please report it"),
        );
    }
    briefings.ok_or_else(|| Report::new(tree.shown(), wrong))
}
