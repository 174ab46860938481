//! SVG to PNG, with the fonts of the project and no others, so that it is the same on every machine.

use crate::kit::PICTURE_FONTS;
use crate::{Error, Kit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Options, Tree, fontdb};
use std::sync::Arc;

/// Fonts that are loaded.
pub(crate) struct Fonts {
    database: Arc<fontdb::Database>,
}

impl Fonts {
    /// Unpacks the web fonts of a kit, if it has any for pictures.
    ///
    /// # Errors
    /// A sentence that names the file that is no web font.
    pub(crate) fn load(kit: &Kit) -> Result<Option<Self>, Error> {
        if !kit.has(PICTURE_FONTS) {
            return Ok(None);
        }
        let mut database = fontdb::Database::new();
        for (name, packed) in kit.folder(PICTURE_FONTS) {
            let font = wuff::decompress_woff2(packed);
            let font = font.map_err(|error| Error::new(format!("{name} is no web font: {error:?}")))?;
            for id in database.load_font_source(fontdb::Source::Binary(Arc::new(font))) {
                let Some(mut face) = database.face(id).cloned() else { continue };
                database.remove_face(id);
                for (name, _) in &mut face.families {
                    *name = family(name).to_owned();
                }
                database.push_face_info(face);
            }
        }
        Ok(Some(Self { database: Arc::new(database) }))
    }

    /// Reads an SVG and gives its words their shapes.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub(crate) fn tree(&self, svg: &str) -> Result<Tree, Error> {
        let resolver = FontResolver { select_fallback: nearest(), ..FontResolver::default() };
        let options = Options { fontdb: Arc::clone(&self.database), font_resolver: resolver, ..Options::default() };
        Tree::from_str(svg, &options).map_err(|error| Error::new(format!("a picture cannot be read: {error}")))
    }
}

/// The name of a family. A font that was cut out of a variable one often bears the name of its lightest
/// form too, whatever its weight.
fn family(mut name: &str) -> &str {
    while let Some((rest, last)) = name.rsplit_once(' ') {
        if !["Thin", "ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold", "Black"]
            .contains(&last)
        {
            break;
        }
        name = rest;
    }
    name
}

/// Finds a font for a character that the wanted one does not have: with or without serifs as that
/// one, and about as heavy.
fn nearest() -> FallbackSelectionFn<'static> {
    let first = FontResolver::default_fallback_selector();
    Box::new(move |sign, used, fonts| {
        let mut asked = used.to_vec();
        let mut having = Vec::new();
        while let Some(id) = first(sign, &asked, fonts) {
            asked.push(id);
            having.push(id);
        }
        let wanted = fonts.face(*used.first()?)?;
        let serif = |face: &fontdb::FaceInfo| face.families.iter().any(|(name, _)| name.contains("Serif"));
        let far = |face: &fontdb::FaceInfo| (serif(face) != serif(wanted), face.weight.0.abs_diff(wanted.weight.0));
        having.into_iter().min_by_key(|id| fonts.face(*id).map(far))
    })
}

/// What is behind a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// It covers all of its area.
    Covered,
    /// Whatever it is put on.
    Open,
}

/// Draws a picture as PNG, so many pixels wide.
///
/// # Errors
/// A sentence that says why it cannot be drawn.
pub(crate) fn png(tree: &Tree, width: u32, ground: Ground) -> Result<Vec<u8>, Error> {
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels =
        Pixmap::new(width, height).ok_or_else(|| Error::new("a picture without an area cannot be drawn"))?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    encoded(pixels, ground).map_err(|error| Error::new(format!("a picture cannot be written: {error}")))
}

fn encoded(pixels: Pixmap, ground: Ground) -> Result<Vec<u8>, png::EncodingError> {
    let (width, height) = (pixels.width(), pixels.height());
    let (color, bytes) = match ground {
        Ground::Covered => (png::ColorType::Rgb, without_alpha(pixels.data())),
        Ground::Open => (png::ColorType::Rgba, pixels.take_demultiplied()),
    };
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}

/// Three of four bytes of each pixel. It runs two million times a picture, also where nothing is
/// optimised, and is written for that.
fn without_alpha(pixels: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; pixels.len() / 4 * 3];
    for (pixel, [red, green, blue]) in pixels.as_chunks::<4>().0.iter().zip(bytes.as_chunks_mut::<3>().0) {
        [*red, *green, *blue, _] = *pixel;
    }
    bytes
}
