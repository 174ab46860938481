//! The proof: every claim of the content against the texts it cites.
//!
//! The texts themselves are never part of the project; whoever has them can run the proof. What the
//! project keeps is how many paragraphs each has and a fingerprint of each, so that a number cannot
//! come to mean another paragraph unnoticed.

mod claims;
mod facts;
mod sources;
mod words;

use crate::check;
use crate::diag::{Diagnostic, Report};
use crate::load::draft::Draft;
use crate::load::tree::Tree;
use sources::Texts;
use std::collections::BTreeMap;

/// What was proved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Paragraphs whose fingerprint matched.
    pub paragraphs: usize,
    /// Claims whose numbers, dates, names and words of the source were found.
    pub claims: usize,
    /// Numbers and names that were looked for.
    pub facts: usize,
}

/// The source texts as bytes, by file name without its ending, which is the id of the source.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Proves the content of `tree` against the source texts.
///
/// # Errors
/// Everything that does not hold, each with its place in the content and the paragraphs it should
/// stand in. Content with errors of its own is not proved at all.
pub fn verify(tree: &Tree, files: Files) -> Result<Proof, Report> {
    let mut wrong = Vec::new();
    let draft = checked(tree, &mut wrong);
    let mut proof = Proof::default();
    if wrong.is_empty() {
        let texts = Texts::new(files, &draft);
        proof.paragraphs = sources::run(&draft, &texts, &mut wrong);
        // Against other texts than those that were cited nothing can be proved.
        if wrong.is_empty() {
            prove(&draft, &texts, &mut proof, &mut wrong);
        }
    }
    if wrong.is_empty() && (proof.claims == 0 || proof.paragraphs == 0) {
        wrong.push(Diagnostic::general("there was nothing to prove").hint("the content has no claims or no sources"));
    }
    if wrong.is_empty() { Ok(proof) } else { Err(Report::new(tree.shown(), wrong)) }
}

/// The text of `fingerprints.toml` for these source texts.
///
/// # Errors
/// When the content has errors or a text is missing or not as it should be.
pub fn record(tree: &Tree, files: Files) -> Result<String, Report> {
    let mut wrong = Vec::new();
    let draft = checked(tree, &mut wrong);
    let texts = Texts::new(files, &draft);
    if wrong.is_empty() {
        sources::usable(&draft, &texts, &mut wrong);
    }
    if wrong.is_empty() { Ok(sources::print(&draft, &texts)) } else { Err(Report::new(tree.shown(), wrong)) }
}

/// The draft of content that keeps all the rules.
fn checked(tree: &Tree, wrong: &mut Vec<Diagnostic>) -> Draft {
    let draft = crate::load::draft_of(tree, wrong);
    if wrong.is_empty() {
        for rule in check::CHECKS {
            (rule.run)(&draft, wrong);
        }
    }
    draft
}

fn prove(draft: &Draft, texts: &Texts, proof: &mut Proof, wrong: &mut Vec<Diagnostic>) {
    let known = facts::Names::of(texts);
    for claim in claims::of(draft) {
        proof.claims += 1;
        proof.facts += facts::run(&claim, texts, &known, wrong);
    }
    words::run(draft, texts, wrong);
}
