//! Whether the words of pictures have room: measured with the real fonts, in longer words, and in
//! Japanese.

use super::{Materials, preview};
use crate::output::Output;
use crate::raster::{self, Fonts, Ground};
use crate::{Kit, PICTURE_FONTS};
use briefing::load::compile_tree;
use briefing::load::tree::Tree;
use briefing::model::Briefing;
use briefing::picture::{COLORS, PICTURES, Picture, SOCIAL, Scene};
use resvg::usvg::{Group, Node, TextChunk};
use std::fs;
use std::path::Path;

/// The smallest letters of a slide, and how near words may come to its edge.
const SMALLEST: f32 = 16.0;
const EDGE: f32 = 32.0;

/// The fonts of `cargo xtask test`; without them nothing can be measured.
fn fonts() -> Option<Fonts> {
    let folder = std::env::var_os("PICTURE_FONTS")?;
    let kit = Kit::default().with_folder(PICTURE_FONTS, Path::new(&folder));
    Fonts::load(&kit.expect("fonts that can be read")).expect("web fonts")
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn tree(name: &str) -> Tree {
    Tree::read(&root().join(name)).expect("a content folder")
}

fn compiled(tree: &Tree) -> Briefing {
    compile_tree(tree).map_err(|report| report.render(false)).expect("a good tree").remove(0)
}

/// Content whose words are a quarter longer, as in French.
fn lengthened() -> Briefing {
    let mut tree = tree("content");
    for file in &mut tree.files {
        let locale = file.path.starts_with("locales/");
        let text = String::from_utf8(file.bytes.clone()).expect("the content is text");
        let begin = if locale { " = \"" } else { ".en = \"" };
        let lines = text.lines().map(|line| longer_texts(line, begin));
        file.bytes = lines.collect::<Vec<_>>().join("\n").into_bytes();
    }
    compiled(&tree)
}

/// Each word of four letters and more with a quarter of it once more; what is filled in stays.
fn longer(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let plain = word.chars().all(|sign| sign.is_alphabetic() || ",.;:’–".contains(sign));
        let letters: Vec<char> = word.chars().collect();
        let more: String = letters.iter().take(if plain { letters.len() / 4 } else { 0 }).collect();
        format!("{}{word}", more.to_lowercase())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A line with what stands between `begin` and the next quotation mark made longer.
fn longer_texts(line: &str, begin: &str) -> String {
    let mut pieces = line.split(begin);
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.map(|piece| {
        let (text, rest) = piece.split_once('"').unwrap_or((piece, ""));
        format!("{begin}{}\"{rest}", longer(text))
    });
    first + &rest.collect::<String>()
}

/// A small briefing whose words are Japanese where pictures say them.
fn japanese() -> Briefing {
    let mut briefing = compiled(&tree("examples/valleys"));
    briefing.catalogue.language = "ja".to_owned();
    briefing.site.title = "日加包括的戦略的パートナーシップの合意内容とその確かさ".to_owned();
    briefing.site.short_title = "日加ブリーフィング".to_owned();
    briefing.site.sections.route.intro =
        Some("二つの谷を歩いた。区間ごとの日付はあるが、町ごとの日付はない。".repeat(3));
    for (stop, country) in briefing.stops.iter_mut().zip(["小川の谷", "鶴の谷"]) {
        stop.country = country.to_owned();
        stop.text = "両国は橋の建設について合意し、費用の分担を来年までに決めることとした。".repeat(4);
    }
    for commitment in &mut briefing.catalogue.commitments {
        commitment.title = "「水の条約」を更新し、その実施を両国の外相が監督する".to_owned();
    }
    briefing
}

/// A text of a picture: its words, its letters' size, and its left, top, right and bottom.
type Words = (String, f32, [f32; 4]);

fn words(group: &Group, found: &mut Vec<Words>) {
    for node in group.children() {
        match node {
            Node::Group(group) => words(group, found),
            Node::Text(text) => {
                let said: String = text.chunks().iter().map(TextChunk::text).collect();
                let spans = text.chunks().iter().flat_map(TextChunk::spans);
                let size = spans.map(|span| span.font_size().get()).fold(f32::MAX, f32::min);
                let area = text.flattened().abs_bounding_box();
                let scale = text.abs_transform().get_scale().1;
                found.push((said, size * scale, [area.left(), area.top(), area.right(), area.bottom()]));
            }
            _ => {}
        }
    }
}

/// All pictures of a briefing.
fn drawn(briefing: &Briefing) -> Vec<(Picture, String)> {
    let icon = fs::read_to_string(root().join("public/icon.svg")).expect("the sign");
    let land = fs::read_to_string(root().join("content/globe.svg")).expect("the land");
    let scene = Scene { briefing, land: Some(&land), icon: &icon, address: Some("https://example.org/a/briefing/") };
    PICTURES.into_iter().chain([SOCIAL]).map(|picture| (picture, picture.svg(&scene))).collect()
}

/// What is wrong with the words of all pictures of a briefing.
fn faults(briefing: &Briefing, fonts: &Fonts) -> Vec<String> {
    let mut faults = Vec::new();
    for (picture, svg) in drawn(briefing) {
        let tree = fonts.tree(&svg).expect("a picture");
        let (width, height) = (tree.size().width(), tree.size().height());
        let mut all = Vec::new();
        words(tree.root(), &mut all);
        assert!(all.len() > 8, "{} says hardly anything", picture.name);
        for (at, (said, size, [left, top, right, bottom])) in all.iter().enumerate() {
            let name = picture.name;
            if *left < EDGE || *top < EDGE / 2.0 || *right > width - EDGE || *bottom > height - EDGE / 2.0 {
                faults.push(format!("{name}: “{said}” leaves the picture at {left} {top} {right} {bottom}"));
            }
            // The number in a circle belongs to it.
            if *size < SMALLEST - 0.1 && said.parse::<usize>().is_err() && picture.size == PICTURES[0].size {
                faults.push(format!("{name}: “{said}” has letters of {size}"));
            }
            // A long letter of one line may come near a tall one of the next.
            let (wide, high) = (1.0, size * 0.2);
            let covered = |other: &&Words| {
                let [l, t, r, b] = other.2;
                *left + wide < r && l + wide < *right && *top + high < b && t + high < *bottom
            };
            for (other, ..) in all.iter().skip(at + 1).filter(covered) {
                faults.push(format!("{name}: “{said}” and “{other}” cover each other"));
            }
        }
    }
    faults
}

/// Writes the pictures of a briefing where they can be looked at, if that is asked for.
fn shown(name: &str, briefing: &Briefing, fonts: &Fonts) {
    let Some(folder) = std::env::var_os("PICTURES_SHOWN") else { return };
    let folder = Path::new(&folder).join(name);
    fs::create_dir_all(&folder).expect("a folder to show them in");
    for (picture, svg) in drawn(briefing) {
        let png = raster::png(&fonts.tree(&svg).expect("a picture"), picture.size.0, Ground::Covered);
        fs::write(folder.join(format!("{}.png", picture.name)), png.expect("a picture")).expect("a file");
    }
}

#[test]
fn words_have_room_as_they_are_a_quarter_longer_and_in_japanese() {
    let Some(fonts) = fonts() else {
        eprintln!("left out: PICTURE_FONTS does not name the fonts, as `cargo xtask test` does");
        return;
    };
    for (name, briefing) in
        [("as it is", compiled(&tree("content"))), ("longer", lengthened()), ("japanese", japanese())]
    {
        shown(name, &briefing, &fonts);
        let faults = faults(&briefing, &fonts);
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }
}

#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = fs::read_to_string(root().join("style/tokens.css")).expect("the tokens");
    for (name, color) in COLORS {
        assert!(tokens.contains(&format!("--{name}: light-dark({color},")), "{name} is not {color}");
    }
}

#[test]
fn everything_is_written_as_a_picture_of_its_size_and_the_same_each_time() {
    let Some(fonts) = fonts() else { return };
    let icon = fs::read_to_string(root().join("public/icon.svg")).expect("the sign");
    let materials = Materials { fonts: Some(fonts), land: None, icon };
    let folder = std::env::temp_dir().join(format!("briefing-drawn-{}", std::process::id()));
    let briefing = compiled(&tree("examples/valleys"));
    let sites = ["one", "two"].map(|name| {
        let output = Output::new(folder.join(name));
        materials.write(&briefing, "xx/", Some("https://example.org/b/xx/"), &output).expect("pictures");
        materials.write_icons(&output).expect("icons");
        output
    });
    let sizes = [
        ("xx/pictures/timeline.png", [1920, 1080]),
        ("xx/pictures/route.png", [1920, 1080]),
        ("xx/pictures/matrix.png", [1920, 1080]),
        ("xx/pictures/social.png", [1200, 630]),
        ("icon-192.png", [192, 192]),
        ("icon-512.png", [512, 512]),
        ("icon-maskable-512.png", [512, 512]),
    ];
    for (name, size) in sizes {
        let [one, two] = sites.each_ref().map(|site| site.read(name).expect(name));
        assert!(one == two, "{name} is not the same each time");
        // The header of the format: eight bytes of its own, a length, a name, the width and the height.
        let number = |at: usize| u32::from_be_bytes(one[at..at + 4].try_into().expect("four bytes"));
        assert_eq!([number(16), number(20)], size, "{name}");
        assert!(one.len() > 1000, "{name} is empty");
    }
    // Left behind at worst in the folder for temporary files.
    let _ = fs::remove_dir_all(folder);
    let said = preview("https://example.org/b/xx/", &briefing);
    for part in
        ["=\"og:image\" content=\"https://example.org/b/xx/pictures/social.png\"", "\"1200\"", "\"630\"", "Brook"]
    {
        assert!(said.contains(part), "{part} is not in {said}");
    }
}
