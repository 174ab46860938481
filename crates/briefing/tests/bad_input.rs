//! Content folders as they lie on disks, and files as editors on other systems save them.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that panics is a test that fails")]

use briefing::load::tree::{RawFile, Tree};
use briefing::load::{compile_dir, compile_tree};
use std::fs;
use std::path::{Path, PathBuf};

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys")
}

fn valleys() -> Tree {
    Tree::read(&example()).expect("the example is there")
}

/// A copy of the example in a folder of its own, which is removed with it.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // Left behind by a run that was ended.
        let _ = fs::remove_dir_all(&folder);
        for file in valleys().files {
            let path = folder.join(&file.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            fs::write(path, file.bytes).expect("a file can be written");
        }
        Self(folder)
    }

    /// What is said of the folder.
    fn complaint(&self) -> String {
        compile_dir(&self.0).expect_err("something is wrong").render(false)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The example with its file at `path` as `change` leaves it.
fn saved(path: &str, change: impl Fn(&str) -> Vec<u8>) -> Tree {
    let mut tree = valleys();
    let file = tree.files.iter_mut().find(|file| file.path == path).expect("a file of the example");
    file.bytes = change(std::str::from_utf8(&file.bytes).expect("text"));
    tree
}

fn complaint(tree: &Tree) -> String {
    compile_tree(tree).expect_err("something is wrong").render(false)
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let lines = "text.en = \"\"\"Both valleys\nkeep in touch.\"\"\"";
    let mut tree = saved("commitments/charter-itself.toml", |text| {
        text.replace("text.en = \"Both valleys keep in touch.\"", lines).into_bytes()
    });
    let plain = compile_tree(&tree).map_err(|report| report.render(false)).expect("a good tree");
    for file in &mut tree.files {
        let text = std::str::from_utf8(&file.bytes).expect("text");
        file.bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    let windows = compile_tree(&tree).map_err(|report| report.render(false)).expect("a good tree");
    assert_eq!(plain, windows);
    let texts: Vec<&str> = plain.iter().flat_map(|b| &b.catalogue.commitments).map(|c| c.text.as_str()).collect();
    assert!(texts.contains(&"Both valleys\nkeep in touch."), "{texts:?}");
}

#[test]
fn utf_16_is_one_mistake_with_or_without_its_mark() {
    for (marked, little) in [(false, true), (false, false), (true, true), (true, false)] {
        let save = |saved: &str| -> Vec<u8> {
            let mark = if marked { "\u{feff}" } else { "" };
            let units = mark.encode_utf16().chain(saved.encode_utf16());
            units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        let complaint = complaint(&saved("commitments/water-treaty.toml", save));
        assert!(complaint.contains("error: the file is UTF-16, not UTF-8"), "{complaint}");
        assert!(complaint.contains("commitments/water-treaty.toml:1:1"), "{complaint}");
        assert!(complaint.contains("save it as UTF-8") && complaint.ends_with("\n1 error\n"), "{complaint}");
    }
}

#[test]
fn languages_are_tags_and_each_is_declared_once() {
    let declare =
        |languages: &str| complaint(&saved("briefing.toml", |text| text.replace("[\"en\"]", languages).into_bytes()));
    let twice = declare("[\"en\", \"EN\"]");
    assert!(twice.contains("the language `EN` is declared twice") && twice.contains("briefing.toml:2:20"), "{twice}");
    let path = declare("[\"en\", \"../en\"]");
    assert!(path.contains("`../en` is not the tag of a language"), "{path}");
}

#[test]
fn folders_have_any_name_and_hidden_ones_hold_no_content() {
    let folder = Copy::new("a folder, é 日本");
    fs::create_dir_all(folder.0.join(".schemas/events")).expect("a folder can be made");
    fs::write(folder.0.join(".schemas/events/a.toml"), "not content").expect("a file can be written");
    fs::write(folder.0.join(".taplo.toml"), "not content").expect("a file can be written");
    fs::write(folder.0.join("events/.signing.toml.swp.toml"), "not content").expect("a file can be written");
    fs::write(folder.0.join("events/README.md"), "not content").expect("a file can be written");
    assert!(compile_dir(&folder.0).is_ok());
}

#[test]
fn a_folder_with_the_name_of_a_file_is_named() {
    let folder = Copy::new("folder-for-file");
    fs::create_dir(folder.0.join("events/spring.toml")).expect("a folder can be made");
    let complaint = folder.complaint();
    assert!(complaint.contains("events/spring.toml:1:1"), "{complaint}");
    assert!(complaint.contains("this is a folder, and its name is that of a file"), "{complaint}");
    assert!(complaint.ends_with("\n1 error\n"), "{complaint}");
}

#[test]
fn a_bad_name_is_named_and_every_other_mistake_too() {
    let mut tree = valleys();
    tree.files.push(RawFile { path: "events/Été 2031.toml".into(), bytes: "title.en = \"A\"\n".into() });
    let complaint = complaint(&tree);
    assert!(complaint.contains("`Été 2031` cannot be the name of a thing"), "{complaint}");
}

#[cfg(unix)]
mod links {
    use super::{Copy, example};
    use briefing::load::compile_dir;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    fn link(to: impl AsRef<Path>, from: &Path) {
        symlink(to, from).expect("a link can be made");
    }

    #[test]
    fn content_is_read_through_links() {
        let plain = compile_dir(&example()).expect("a good tree");
        let folder = Copy::new("through-links");
        let real = example().canonicalize().expect("the example is there");
        fs::remove_dir_all(folder.0.join("events")).expect("the folder is there");
        link(real.join("events"), &folder.0.join("events"));
        fs::remove_file(folder.0.join("terms/weir.toml")).expect("the file is there");
        link(real.join("terms/weir.toml"), &folder.0.join("terms/weir.toml"));
        let whole = folder.0.with_extension("link");
        let _ = fs::remove_file(&whole);
        link(&folder.0, &whole);
        let linked = compile_dir(&whole).map_err(|report| report.render(false));
        fs::remove_file(&whole).expect("the link is there");
        assert_eq!(linked, Ok(plain));
    }

    #[test]
    fn a_link_to_nothing_is_named_and_so_is_every_other_mistake() {
        let folder = Copy::new("dangling");
        link("nowhere.toml", &folder.0.join("events/spring.toml"));
        link("nowhere", &folder.0.join("figures/more"));
        link("itself.toml", &folder.0.join("events/itself.toml"));
        fs::write(folder.0.join("terms/weir.toml"), "order = 1\n").expect("a file can be written");
        let complaint = folder.complaint();
        assert_eq!(complaint.matches("the symbolic link leads nowhere").count(), 3, "{complaint}");
        for path in ["events/spring.toml", "events/itself.toml", "figures/more", "terms/weir.toml"] {
            assert!(complaint.contains(&format!("{path}:1:1")), "{path} in {complaint}");
        }
        assert!(complaint.contains("`term` is missing"), "{complaint}");
    }

    #[test]
    fn a_link_back_is_named_once() {
        let folder = Copy::new("loop");
        link("..", &folder.0.join("events/back"));
        let complaint = folder.complaint();
        assert!(complaint.contains("the symbolic link leads back to a folder that it is in"), "{complaint}");
        assert!(complaint.contains("events/back:1:1") && complaint.ends_with("\n1 error\n"), "{complaint}");
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = Copy::new("socket");
        let _socket = std::os::unix::net::UnixListener::bind(folder.0.join("events/s.toml")).expect("a socket");
        assert!(folder.complaint().contains("this is not a file that can be read"));
    }
}
