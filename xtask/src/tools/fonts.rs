//! The fonts that browsers see in tests: those that are named here, whatever the machine has.

use std::fs;
use std::path::PathBuf;

use super::cache::Cache;
use super::{npm, versions};
use crate::error::{Error, Result};
use crate::project;

/// What a page that brings no font of its own is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FontWorld {
    /// Letters as wide as those of Arial and Times, as on most devices.
    Arial,
    /// The widest letters that are common: Linux without any further fonts.
    DejaVu,
    /// Linux in Japanese: low and broad letters on high lines.
    NotoJp,
}

/// The fonts of a world on this machine.
pub(crate) struct Fonts {
    /// What FONTCONFIG_FILE has to name.
    pub(crate) config: PathBuf,
    /// What a browser must be allowed to read.
    pub(crate) folders: Vec<PathBuf>,
}

/// An npm package with font files, and its version.
type Package = (&'static str, &'static str, &'static str);

const ARIMO: Package = ("arimo-ttf", "@expo-google-fonts/arimo", versions::ARIMO);
const TINOS: Package = ("tinos-ttf", "@expo-google-fonts/tinos", versions::TINOS);
const DEJAVU: Package = ("dejavu-ttf", "dejavu-fonts-ttf", versions::DEJAVU);
const NOTO_JP: Package = ("noto-sans-jp-ttf", "@expo-google-fonts/noto-sans-jp", versions::NOTO_JP_TTF);

impl FontWorld {
    /// What it is called in the output and in file names.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Arial => "arial",
            Self::DejaVu => "dejavu",
            Self::NotoJp => "noto-jp",
        }
    }

    /// The families for sans-serif, serif and monospaced text.
    fn families(self) -> [&'static str; 3] {
        match self {
            Self::Arial => ["Arimo", "Tinos", "DejaVu Sans Mono"],
            Self::DejaVu => ["DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"],
            Self::NotoJp => ["Noto Sans JP", "Noto Sans JP", "Noto Sans JP"],
        }
    }

    /// The packages; the later ones have what the first lacks.
    fn packages(self) -> &'static [Package] {
        match self {
            Self::Arial => &[ARIMO, TINOS, DEJAVU],
            Self::DejaVu => &[DEJAVU],
            Self::NotoJp => &[NOTO_JP, DEJAVU],
        }
    }

    /// Fetches the fonts.
    pub(crate) fn require(self) -> Result<Fonts> {
        let cache = Cache::open()?;
        let folders = self
            .packages()
            .iter()
            .map(|(name, package, version)| Ok(npm::files(&npm::package(&cache, name, package, version)?, package)));
        let folders = folders.collect::<Result<Vec<PathBuf>>>()?;
        let place = project::notes().join("fonts");
        let path = place.join(format!("{}.conf", self.name()));
        let text = config(&folders, self.families(), &place.join("cache"));
        fs::create_dir_all(&place)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Error::file("write", &path, &error))?;
        Ok(Fonts { config: path, folders: [folders, vec![place]].concat() })
    }
}

impl std::str::FromStr for FontWorld {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        [Self::Arial, Self::DejaVu, Self::NotoJp].into_iter().find(|world| world.name() == name).ok_or(())
    }
}

fn config(folders: &[PathBuf], families: [&str; 3], cache: &std::path::Path) -> String {
    let escaped = |path: &std::path::Path| path.to_string_lossy().replace('&', "&amp;").replace('<', "&lt;");
    let folders: String = folders.iter().map(|folder| format!("  <dir>{}</dir>\n", escaped(folder))).collect();
    let generic = ["sans-serif", "serif", "monospace"].into_iter().zip(families);
    let aliases: String = generic
        .map(|(name, family)| {
            format!(
                "  <alias binding=\"same\"><family>{name}</family><prefer><family>{family}</family></prefer></alias>\n"
            )
        })
        .collect();
    let [usual, ..] = families;
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n{folders}  \
         <cachedir>{}</cachedir>\n\
         {aliases}  \
         <!-- Debian installs neither narrow nor thin letters of this family by default. -->\n  \
         <selectfont><rejectfont><glob>*Condensed*</glob></rejectfont>\
         <rejectfont><glob>*ExtraLight.ttf</glob></rejectfont></selectfont>\n  \
         <match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>{usual}</string></edit></match>\n  \
         <!-- The same edges everywhere, whatever the screen is thought to be. -->\n  \
         <match target=\"font\"><edit name=\"antialias\"><bool>true</bool></edit>\
         <edit name=\"hinting\"><bool>false</bool></edit><edit name=\"rgba\"><const>none</const></edit></match>\n\
         </fontconfig>\n",
        escaped(cache)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_names_its_folders_alone() {
        let text = config(&[PathBuf::from("/a & b")], ["A", "B", "C"], std::path::Path::new("/cache"));
        assert_eq!(text.matches("<dir>").count(), 1);
        assert!(text.contains("<dir>/a &amp; b</dir>"), "{text}");
        assert!(!text.contains("<include"), "nothing of the machine is read");
        for pair in ["<family>sans-serif</family><prefer><family>A<", "<family>monospace</family><prefer><family>C<"] {
            assert!(text.contains(pair), "{text}");
        }
    }
}
