//! A checked briefing to the files of a static site. Native only.
//!
//! [`build`] reads the content, writes every page with what it refers to, and puts the finished site in
//! place of the previous one. The pages are the views of `briefing-app`, drawn to HTML; everything else that
//! a site has comes from a [`Kit`].

mod assets;
mod compress;
mod element;
mod embed;
mod error;
mod explorer;
mod export;
mod files;
pub mod hosting;
mod html;
mod integrity;
mod kit;
mod leading_out;
mod linked_data;
mod links;
mod oembed;
mod offline;
mod output;
mod page;
mod picture;
mod present;
mod raster;
mod share;
mod single;
mod staging;
mod style;
mod write;

pub use error::Error;
pub use kit::{ENGINE, FONTS, Kit, PICTURE_FONTS, PUBLIC, SLIDES, STYLE};

use staging::Staging;
use std::fs;
use std::path::Path;

/// What is wanted of a site beside its pages.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The address where the site will be published, for links that must be absolute.
    pub site_url: Option<String>,
    /// Whether each language is also written as one file with everything inside, in [`SINGLE_FOLDER`].
    pub single: bool,
    /// Whether browsers keep the site for when there is no network.
    pub offline: bool,
    /// Whether the site goes to a host: with the headers that hosts read from a file, and with the compressed
    /// forms that they send.
    pub hosted: bool,
}

/// The folder of the pages that have everything inside.
pub const SINGLE_FOLDER: &str = "single";

/// Builds the site of the content in a folder into `out`. The previous site stays there, whole, until the
/// new one is complete.
///
/// # Errors
/// When the content has mistakes, `out` holds something that is not a site, or a file cannot be read or
/// written.
pub fn build(content: &Path, kit: &Kit, options: &Options, out: &Path) -> Result<(), Error> {
    // What can be refused is refused before the long steps.
    let staging = Staging::create(out)?;
    let briefings = briefing::load::compile_dir(content).map_err(Error::Content)?;
    let land = content.join("globe.svg");
    let land = match fs::read_to_string(&land) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        read => Some(read.map_err(|error| Error::file("read", &land, &error))?),
    };
    write::site(briefings, land.as_deref(), kit, options, staging.folder())?;
    if options.hosted {
        hosting::write_headers(staging.folder(), options.site_url.as_deref())?;
        compress::folder(staging.folder(), out)?;
    }
    staging.commit()
}

#[cfg(test)]
mod tests;
