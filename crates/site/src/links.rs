//! What the pages of a site refer to: its other files, by the names under which they were written.

use crate::Error;
use crate::assets::{Engine, Scripts};
use crate::output::Output;
use briefing::model::Briefing;
use briefing_app::view::take::Offer;

/// What a page refers to.
pub(crate) struct Links<'a> {
    /// The way from the page to the root of the site.
    pub root: &'a str,
    /// The files that are written already.
    pub site: &'a Output,
    pub engine: &'a Engine,
    pub content: &'a str,
    pub offer: &'a Offer,
    /// The stylesheet of the first screen.
    pub stylesheet: &'a str,
    /// The stylesheet of all views below it.
    pub below: &'a str,
    /// The stylesheet for paper.
    pub paper: &'a str,
    /// The stylesheet of what stands alone in a frame.
    pub frame: &'a str,
    /// The stylesheet of the panel for sharing.
    pub share: &'a str,
    /// The stylesheet of the slides.
    pub slides: &'a str,
    pub scripts: &'a Scripts,
    pub land: Option<&'a str>,
    /// What has the site kept on the device, if that is wanted.
    pub keep: Option<&'a str>,
    pub site_url: Option<&'a str>,
}

impl Links<'_> {
    /// The address of the page of a briefing, if that of the site is known.
    pub(crate) fn url(&self, briefing: &Briefing) -> Option<String> {
        let folder = if self.root.is_empty() { String::new() } else { format!("{}/", briefing.catalogue.language) };
        self.site_url.map(|url| format!("{}/{folder}", url.trim_end_matches('/')))
    }

    /// The attribute by which the browser compares what arrives of a script. Stylesheets go without, and
    /// so do the scripts that frames cannot spare: they would be refused from a disk, and in frames
    /// without an origin. There a module can be compared where the host lets everybody read it; a script
    /// for the first sight is not asked for like that, since browsers open a connection of its own then.
    ///
    /// # Errors
    /// When the file has not been written.
    pub(crate) fn checked(&self, file: &str) -> Result<String, Error> {
        self.site.integrity(file).map(|digest| format!(" integrity=\"{digest}\""))
    }

    /// What wakes a page from which `root` is the way to the root of the site.
    ///
    /// # Errors
    /// When a file of the engine has not been written.
    pub(crate) fn boot(&self, root: &str) -> Result<String, Error> {
        let Links { engine, content, scripts, .. } = self;
        let loaded = [
            ("js", engine.script.as_str()),
            ("wasm", &engine.wasm),
            ("content", content),
            ("take", &scripts.take),
            ("share", &scripts.share),
        ];
        let loaded = loaded.into_iter().map(|(name, file)| {
            let digest = self.site.integrity(file)?;
            Ok(format!(" data-{name}=\"{root}{file}\" data-{name}-integrity=\"{digest}\""))
        });
        let loaded = loaded.collect::<Result<String, Error>>()?;
        Ok(format!(
            "<script type=\"module\" crossorigin src=\"{root}{}\"{}{loaded}></script>",
            scripts.boot,
            self.checked(&scripts.boot)?
        ))
    }
}
