//! Content files to a checked briefing, one per language.
//!
//! [`tree`] reads the folder, [`parse`] turns files into a [`draft::Draft`], the checks judge it,
//! and [`compile`] resolves names and picks a language. Only [`tree`] does I/O.

mod compile;
pub mod draft;
pub mod editors;
mod encoding;
pub mod globe;
pub mod locale;
mod parse;
pub mod reader;
mod record;
pub mod record_files;
mod records;
pub mod schema;
mod signs;
pub mod site;
pub mod tree;
mod trip;
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
    let parsed = parse::parse(tree, &mut wrong);
    for check in check::CHECKS {
        // A file that could not be read would make every reference to it look wrong too.
        if !(parsed.unread && check.needs_all_files) {
            (check.run)(&parsed.draft, &mut wrong);
        }
    }
    let briefings = if wrong.is_empty() { compile::compile(&parsed.draft) } else { None };
    if wrong.is_empty() && briefings.is_none() {
        let hint = "this is a gap in the checks; please report it";
        wrong.push(Diagnostic::general("the content cannot be compiled").hint(hint));
    }
    briefings.ok_or_else(|| Report::new(tree.shown(), wrong))
}

/// The draft of a tree, for what works on the content as it was written.
pub fn draft_of(tree: &Tree, wrong: &mut Vec<Diagnostic>) -> draft::Draft {
    parse::parse(tree, wrong).draft
}

/// How the paragraphs of each source of a content folder are accounted for.
///
/// # Errors
/// When the folder cannot be read.
pub fn accounts(folder: &Path) -> Result<Vec<check::paragraphs::Account>, Report> {
    let tree = Tree::read(folder).map_err(|wrong| Report::new(Vec::new(), vec![wrong]))?;
    Ok(check::paragraphs::accounts(&draft_of(&tree, &mut Vec::new())))
}
