//! `cargo xtask globe`: draws the land of the globe, which is kept beside the content.

mod outline;
mod topology;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use briefing::layout::globe::path;
use briefing::layout::sphere::{Point, SIDE, Sphere};
use briefing::model::Coordinates;

use crate::arguments;
use crate::brotli;
use crate::error::{Error, Result};
use crate::{project, tools};

const HELP: &str = "\
cargo xtask globe [--content DIR]

Draws the half of the Earth that the content asks for as DIR/globe.svg: land only, from Natural
Earth. Run it after `centre` in briefing.toml has changed, and commit the file.

  --content DIR   the briefing's content files (default: content)";

/// The land in a dark green, of which the page shows little: its opacity gives the colours of both
/// themes. Lines of longitude and latitude lie below it.
const COLOR: &str = "#2f5345";
const GRID_OPACITY: f64 = 0.6;

/// A line of longitude or latitude every so many degrees.
const GRID: usize = 20;

/// The largest drawing, in bytes after brotli at its best level.
const LARGEST: usize = 20_000;

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result {
    let mut content = arguments::default_content();
    let go = arguments::read("globe", HELP, words, |option, parser| {
        match option {
            "content" => content = arguments::folder(parser)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if go { draw(&content) } else { Ok(()) }
}

fn draw(content: &Path) -> Result {
    arguments::require_content(content)?;
    let briefings = briefing::load::compile_dir(content);
    let briefings = briefings.map_err(|_| Error::new("the content has errors; `cargo xtask check` tells them"))?;
    let Some(globe) = briefings.first().and_then(|briefing| briefing.site.globe.as_ref()) else {
        return Err(Error::new("briefing.toml has no [globe]; add it with its `centre` first"));
    };
    let land = tools::land()?;
    let text = fs::read_to_string(&land).map_err(|error| Error::file("read", &land, &error))?;
    let rings = topology::rings(&text).map_err(Error::new)?;
    let sphere = Sphere::new(globe.centre);
    let outlines = outline::outlines(&rings, &sphere);
    let drawing = svg(&sphere, &outlines);
    let packed = brotli::compressed(drawing.as_bytes())
        .map_err(|error| Error::new(format!("the drawing cannot be compressed: {error}")))?;
    let size = packed.len();
    require_small(size)?;
    let file = content.join("globe.svg");
    fs::write(&file, &drawing).map_err(|error| Error::file("write", &file, &error))?;
    println!("{}: {} outlines, {size} bytes after brotli", project::shown(&file), outlines.len());
    Ok(())
}

fn require_small(size: usize) -> Result {
    if size <= LARGEST {
        return Ok(());
    }
    Err(Error::new(format!("the drawing would be {size} bytes after brotli; {LARGEST} is the limit")))
}

fn svg(sphere: &Sphere, outlines: &[Vec<Point>]) -> String {
    let land: String = outlines.iter().map(|outline| format!("{}z", path(outline))).collect();
    let grid: String = grid(sphere).iter().map(|line| path(line)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\" fill=\"{COLOR}\">\
         <path fill=\"none\" stroke=\"{COLOR}\" stroke-opacity=\"{GRID_OPACITY}\" d=\"{grid}\"/>\
         <path fill-rule=\"evenodd\" d=\"{land}\"/></svg>\n"
    )
}

/// The seen parts of the lines of longitude and latitude.
fn grid(sphere: &Sphere) -> Vec<Vec<Point>> {
    let at =
        |longitude: i32, latitude: i32| Coordinates { longitude: f64::from(longitude), latitude: f64::from(latitude) };
    let meridians =
        (-180..180).step_by(GRID).map(|longitude| (-80..=80).step_by(4).map(|l| at(longitude, l)).collect());
    let parallels = (-80..=80).step_by(GRID).map(|latitude| (-180..=180).step_by(4).map(|l| at(l, latitude)).collect());
    let lines = meridians.chain(parallels);
    lines.flat_map(|line: Vec<Coordinates>| seen(&line, sphere)).collect()
}

/// The seen parts of a line.
fn seen(line: &[Coordinates], sphere: &Sphere) -> Vec<Vec<Point>> {
    let points: Vec<Option<Point>> = line.iter().map(|position| sphere.seen(*position)).collect();
    let parts = points.split(Option::is_none).map(|part| part.iter().flatten().copied().collect::<Vec<_>>());
    parts.filter(|part| part.len() > 1).map(|part| outline::simplified(&part, outline::TOLERANCE)).collect()
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, require_small, seen};
    use crate::brotli;
    use crate::project;
    use briefing::layout::sphere::Sphere;
    use briefing::model::Coordinates;
    use std::fs;

    #[test]
    fn the_land_that_is_kept_is_small() {
        let drawing = fs::read(project::root().join("content/globe.svg")).unwrap();
        let size = brotli::compressed(&drawing).unwrap().len();
        assert!(size <= LARGEST, "content/globe.svg has {size} bytes after brotli");
        assert!(require_small(LARGEST + 1).is_err());
    }

    #[test]
    fn a_line_is_cut_at_the_horizon() {
        let at = |longitude: f64| Coordinates { longitude, latitude: 0.0 };
        let line: Vec<_> = (0..=36).map(|step| at(f64::from(step) * 10.0)).collect();
        let parts = seen(&line, &Sphere::new(at(90.0)));
        assert_eq!(parts.len(), 1);
        let parts = seen(&line, &Sphere::new(at(0.0)));
        assert_eq!(parts.len(), 2, "it goes behind the Earth and comes back");
    }
}
