//! The prerenderer: the native program that writes the pages of a briefing.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::Plan;
use crate::failure::{Failure, Outcome};
use crate::hosting::SINGLE_FOLDER;
use crate::process;
use crate::project;
use crate::tools;

/// A prerenderer that is built, with everything it needs apart from the content.
pub(crate) struct Prerender {
    program: PathBuf,
    engine: PathBuf,
    fonts: Option<PathBuf>,
    picture_fonts: Vec<PathBuf>,
    deck: Option<PathBuf>,
}

impl Prerender {
    /// Builds the program for an engine, and fetches the fonts and the library for slides.
    ///
    /// Without npm or network they are left out: the page is then set in fallback fonts and offers no
    /// slides, the still pictures are there as SVG alone, and everything else is the same.
    pub(crate) fn build(engine: PathBuf, content: &Path) -> Outcome<Self> {
        let what = "building the prerenderer";
        let mut cargo = process::cargo();
        cargo.args(["build", "--package", "briefing-app"]);
        cargo.args(["--bin", "prerender", "--features", "ssr"]);
        process::quiet(&mut cargo, what, "prerender")?.map_err(|trouble| trouble.into_failure(what))?;
        let name = format!("prerender{}", std::env::consts::EXE_SUFFIX);
        let program = project::target().join("debug").join(name);
        let fonts = tools::fonts()
            .inspect_err(|failure| {
                eprintln!("note: the page will use fallback fonts, because {failure}");
            })
            .ok();
        let picture_fonts = tools::picture_fonts(&languages(content))
            .inspect_err(|failure| {
                eprintln!("note: there will be no PNG of the pictures, because {failure}");
            })
            .unwrap_or_default();
        let deck = tools::deck()
            .inspect_err(|failure| {
                eprintln!("note: slides cannot be taken away from the page, because {failure}");
            })
            .ok();
        Ok(Self { program, engine, fonts, picture_fonts, deck })
    }

    /// Writes the site of the plan into `out`, which is empty.
    ///
    /// The program prints what is wrong with the content itself.
    pub(crate) fn run(&self, plan: &Plan, out: &Path) -> Outcome {
        let mut command = Command::new(&self.program);
        command.current_dir(project::root());
        let template = self.engine.join("index.html");
        let folders = [
            ("--content", plan.content.as_path()),
            ("--engine", &self.engine),
            ("--style", Path::new("style")),
            ("--public", Path::new("public")),
            ("--template", &template),
            ("--out", out),
        ];
        for (option, folder) in folders {
            command.arg(option).arg(folder);
        }
        if let Some(fonts) = &self.fonts {
            command.arg("--fonts").arg(fonts);
        }
        for font in &self.picture_fonts {
            command.arg("--picture-font").arg(font);
        }
        if let Some(deck) = &self.deck {
            command.arg("--deck").arg(deck);
        }
        if let Some(url) = &plan.site_url {
            command.args(["--site-url", url]);
        }
        if plan.single {
            command.arg("--single").arg(out.join(SINGLE_FOLDER));
        }
        if plan.offline {
            command.arg("--offline");
        }
        if process::streamed(&mut command)? {
            return Ok(());
        }
        Err(Failure::new("the pages were not written, for the reason above; the last good site is unchanged"))
    }
}

/// The languages of a briefing, by the names of their files.
fn languages(content: &Path) -> Vec<String> {
    let files = std::fs::read_dir(content.join("locales")).into_iter().flatten().filter_map(Result::ok);
    files.filter_map(|file| file.path().file_stem()?.to_str().map(str::to_owned)).collect()
}
