//! The still pictures as files: SVG, and PNG where the fonts could be had.

use crate::html::escape;
use crate::kit::PUBLIC;
use crate::output::Output;
use crate::raster::{self, Fonts, Ground};
use crate::{Error, Kit};
use briefing::model::Briefing;
use briefing::picture::{PICTURES, Picture, SOCIAL, Scene, on_paper, trip_in_words};
use std::thread;

/// Where they are, beside each page.
pub(crate) const FOLDER: &str = "pictures";

/// The sides of the signs for home screens; the last one is for those that cut it to a shape of theirs.
pub(crate) const ICONS: [(&str, u32, bool); 3] =
    [("icon-192.png", 192, false), ("icon-512.png", 512, false), ("icon-maskable-512.png", 512, true)];

/// What pictures are drawn from beside the briefing.
pub(crate) struct Materials {
    /// The fonts, if they could be had.
    pub fonts: Option<Fonts>,
    /// The land of the globe.
    pub land: Option<String>,
    /// The sign of the briefing.
    pub icon: String,
}

impl Materials {
    /// Reads what there is.
    ///
    /// # Errors
    /// A sentence that names the file that could not be read.
    pub(crate) fn load(kit: &Kit, land: Option<&str>) -> Result<Self, Error> {
        Ok(Self {
            fonts: Fonts::load(kit)?,
            land: land.map(ToOwned::to_owned),
            icon: kit.text(&format!("{PUBLIC}/icon.svg"))?.to_owned(),
        })
    }

    /// Writes the pictures of a briefing; `address` is that of its page.
    ///
    /// # Errors
    /// A sentence that names what could not be drawn or written.
    pub(crate) fn write(
        &self,
        briefing: &Briefing,
        folder: &str,
        address: Option<&str>,
        output: &Output,
    ) -> Result<(), Error> {
        let scene = Scene { briefing, land: self.land.as_deref(), icon: &self.icon, address };
        let name = |picture: &Picture, ending: &str| format!("{folder}{FOLDER}/{}.{ending}", picture.name);
        let drawn: Vec<(&Picture, String)> = PICTURES
            .iter()
            .chain([&SOCIAL])
            .filter(|picture| picture.shows(briefing))
            .map(|picture| (picture, picture.svg(&scene)))
            .collect();
        for (picture, svg) in drawn.iter().filter(|(picture, _)| picture.name != SOCIAL.name) {
            output.write(&name(picture, "svg"), svg.as_bytes())?;
        }
        let Some(fonts) = &self.fonts else { return Ok(()) };
        // Drawing is the most of the work, and one picture knows nothing of another.
        thread::scope(|scope| {
            let jobs = drawn.iter().map(|(picture, svg)| {
                let name = name(picture, "png");
                scope.spawn(move || {
                    output.write(&name, &raster::png(&fonts.tree(svg)?, picture.size.0, Ground::Covered)?)
                })
            });
            let jobs: Vec<_> = jobs.collect();
            let done =
                jobs.into_iter().map(|job| job.join().unwrap_or_else(|_| Err(Error::new("a picture cannot be drawn"))));
            done.collect()
        })
    }

    /// Writes the sign of the briefing in the sizes that home screens want.
    ///
    /// # Errors
    /// A sentence that names what could not be drawn or written.
    pub(crate) fn write_icons(&self, output: &Output) -> Result<(), Error> {
        let Some(fonts) = &self.fonts else { return Ok(()) };
        for (name, side, cut) in ICONS {
            let (svg, ground) =
                if cut { (on_paper(&self.icon), Ground::Covered) } else { (self.icon.clone(), Ground::Open) };
            output.write(name, &raster::png(&fonts.tree(&svg)?, side, ground)?)?;
        }
        Ok(())
    }
}

/// What tells others of the picture of the page at `url`, which they only take from a whole address.
pub(crate) fn preview(url: &str, briefing: &Briefing) -> String {
    let (width, height) = SOCIAL.size;
    let words = escape(&format!("{}. {}", briefing.site.title, trip_in_words(briefing)));
    format!(
        "<meta property=\"og:image\" content=\"{url}{FOLDER}/{}.png\">\
         <meta property=\"og:image:type\" content=\"image/png\">\
         <meta property=\"og:image:width\" content=\"{width}\">\
         <meta property=\"og:image:height\" content=\"{height}\">\
         <meta property=\"og:image:alt\" content=\"{words}\">\
         <meta name=\"twitter:card\" content=\"summary_large_image\">",
        SOCIAL.name
    )
}

#[cfg(test)]
mod tests;
