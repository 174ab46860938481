//! What editors need to offer fields and underline mistakes while content is written.

use super::schema::{KINDS, Kind, json_schema};

impl Kind {
    /// The name of the file that holds its schema.
    #[must_use]
    pub fn schema_file(&self) -> String {
        format!("{}.schema.json", self.name)
    }
}

/// The schemas of all kinds: the name of each file, and what it holds.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    KINDS.iter().map(|kind| (kind.schema_file(), json_schema(kind))).collect()
}

/// The rules of a `taplo.toml` by which editors find the schema of a content file.
///
/// `contents` are the content folders and `schemas` is the folder of the schemas, all relative to the
/// folder of `taplo.toml`, with forward slashes; an empty name is that folder itself.
#[must_use]
pub fn taplo_rules(contents: &[&str], schemas: &str) -> String {
    let below = |folder: &str, file: &str| if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
    let rule = |kind: &Kind| {
        let files: Vec<String> =
            contents.iter().map(|folder| format!("\"{}\"", below(folder, &kind.files()))).collect();
        let schema = below(schemas, &kind.schema_file());
        format!("\n[[rule]]\ninclude = [{}]\nschema.path = \"{schema}\"\n", files.join(", "))
    };
    KINDS.iter().map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::taplo_rules;

    #[test]
    fn rules_can_stand_in_the_content_folder_itself() {
        let rules = taplo_rules(&[""], ".schemas");
        let first = "\n[[rule]]\ninclude = [\"briefing.toml\"]\nschema.path = \".schemas/briefing.schema.json\"\n";
        assert!(rules.starts_with(first), "{rules}");
        assert!(rules.contains("include = [\"stops/*.toml\"]"), "{rules}");
    }
}
