//! A PowerPoint file, read as a program reads it, and as LibreOffice shows it.

use crate::error::{Error, Result};
use crate::paper::Paper;
use crate::settings::variable;
use roxmltree::{Document, Node};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::process::{self, Command};
use std::sync::atomic::{AtomicUsize, Ordering};
use zip::ZipArchive;

/// A slide with what stands on it.
#[derive(Debug, Default)]
pub struct Slide {
    /// The text of its title placeholder.
    pub title: String,
    /// The words of each paragraph, those of tables included.
    pub words: Vec<String>,
    /// The paragraphs of its notes.
    pub notes: Vec<String>,
    /// What is said of its shapes and tables to screen readers.
    pub described: Vec<String>,
    /// Drawn things that are neither described nor marked as ornament.
    pub silent: usize,
    /// The rows of its tables.
    pub rows: usize,
    /// Where its links lead.
    pub links: BTreeSet<String>,
    /// The fonts for East Asian scripts.
    pub fonts: BTreeSet<String>,
    /// How many pictures it has; a picture cannot be edited.
    pub pictures: usize,
}

/// Reads the slides of a file, in order.
///
/// # Errors
/// When the file is none, or a part of it is not as programs expect it.
pub fn slides(file: &[u8]) -> Result<Vec<Slide>> {
    let mut archive = ZipArchive::new(Cursor::new(file))?;
    let names = archive.file_names().map(|name| name.map(Cow::into_owned));
    let names = names.collect::<Result<BTreeSet<String>, _>>()?;
    for name in &names {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            Document::parse(&part(&mut archive, name)?)?;
        }
    }
    let mut slides = Vec::new();
    for number in 1.. {
        let name = format!("ppt/slides/slide{number}.xml");
        if !names.contains(&name) {
            break;
        }
        let (text, notes) = (part(&mut archive, &name)?, format!("ppt/notesSlides/notesSlide{number}.xml"));
        let (notes, links) = (part(&mut archive, &notes)?, format!("ppt/slides/_rels/slide{number}.xml.rels"));
        let links = part(&mut archive, &links)?;
        slides.push(slide(&Document::parse(&text)?, &Document::parse(&notes)?, &Document::parse(&links)?)?);
    }
    Ok(slides)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String> {
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

fn slide(page: &Document<'_>, notes: &Document<'_>, links: &Document<'_>) -> Result<Slide> {
    let mut slide = Slide { words: paragraphs(page.root()), ..Slide::default() };
    let mut ids = BTreeSet::new();
    for node in page.descendants() {
        let has = |name: &str| node.descendants().any(|inner| inner.tag_name().name() == name);
        match node.tag_name().name() {
            "cNvPr" => {
                if !ids.insert(node.attribute("id")) {
                    return Err(Error::new(format!("two things have the id {:?}", node.attribute("id"))));
                }
                let said = node.attribute("descr").filter(|said| !said.is_empty());
                slide.described.extend(said.map(str::to_owned));
            }
            "sp" | "graphicFrame" => {
                let told =
                    node.descendants().any(|inner| inner.attribute("descr").is_some_and(|said| !said.is_empty()));
                slide.silent += usize::from(!told && !has("decorative") && (has("tbl") || !has("t")));
            }
            "p" if node.children().filter(|inner| inner.tag_name().name() == "pPr").count() > 1 => {
                return Err(Error::new("a paragraph says twice what it is"));
            }
            "ph" if node.attribute("type") == Some("title") => {
                let shape = node.ancestors().find(|around| around.tag_name().name() == "sp");
                slide.title = shape.map(paragraphs).unwrap_or_default().join("\n");
            }
            "ea" => slide.fonts.extend(node.attribute("typeface").map(str::to_owned)),
            "pic" => slide.pictures += 1,
            "tr" => slide.rows += 1,
            _ => {}
        }
    }
    let body = notes.descendants().find(|node| {
        let is_body = |inner: Node<'_, '_>| inner.tag_name().name() == "ph" && inner.attribute("type") == Some("body");
        node.tag_name().name() == "sp" && node.descendants().any(is_body)
    });
    slide.notes = body.map(paragraphs).unwrap_or_default();
    let outside = links.descendants().filter(|node| node.attribute("TargetMode") == Some("External"));
    slide.links = outside.filter_map(|node| node.attribute("Target")).map(str::to_owned).collect();
    Ok(slide)
}

/// The words of each paragraph that has any.
fn paragraphs(node: Node<'_, '_>) -> Vec<String> {
    let words = |node: Node<'_, '_>| {
        let texts = node.descendants().filter(|inner| inner.tag_name().name() == "t");
        texts.filter_map(|text| text.text()).collect::<String>()
    };
    let all = node.descendants().filter(|inner| inner.tag_name().name() == "p").map(words);
    all.filter(|words| !words.is_empty()).collect()
}

/// The slides as LibreOffice prints them.
///
/// # Errors
/// When it does not open the file.
pub fn shown(file: &[u8]) -> Result<Paper> {
    static SHOWN: AtomicUsize = AtomicUsize::new(0);
    let number = SHOWN.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("slides-{}-{number}", process::id()));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("deck.pptx"), file)?;
    let paper = printed(&folder);
    // What stays is in the folder for temporary files.
    drop(fs::remove_dir_all(&folder));
    paper
}

fn printed(folder: &std::path::Path) -> Result<Paper> {
    // A profile of its own: a second run would otherwise hand its file over to the first and end.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new(variable("SOFFICE")?);
    office.current_dir(folder).args([&profile, "--headless", "--convert-to", "pdf", "deck.pptx"]);
    let answer = office.output()?;
    let pdf = fs::read(folder.join("deck.pdf"));
    let pdf = pdf.map_err(|_| Error::new(format!("LibreOffice: {}", String::from_utf8_lossy(&answer.stderr))))?;
    Paper::read(&pdf)
}
