//! The values of the design that pictures use; `style/tokens.css` has the same for the page.

/// Width and height of a slide.
pub(super) const SLIDE: (u32, u32) = (1920, 1080);
/// Width and height of the picture of a link.
pub(super) const CARD: (u32, u32) = (1200, 630);

/// Margin at the left and right of a slide, and the width between.
pub(super) const LEFT: f64 = 96.0;
pub(super) const WIDTH: f64 = 1728.0;

pub(super) const PAPER: &str = "#fbfcfb";
pub(super) const PAPER_3: &str = "#e4eae8";
pub(super) const INK: &str = "#12181c";
pub(super) const INK_2: &str = "#445059";
pub(super) const INK_3: &str = "#5c6870";
pub(super) const RED: &str = "#c4161c";
pub(super) const RED_T: &str = "#b01218";
pub(super) const ON_RED: &str = "#fff";
pub(super) const LINE: &str = "#cfd7d5";
pub(super) const LINE_2: &str = "#7e8a90";
pub(super) const SEA: &str = "#f0f3f2";
pub(super) const HORIZON: &str = "#84918f";

/// The colours by their names on the page.
pub const COLORS: [(&str, &str); 12] = [
    ("paper", PAPER),
    ("paper-3", PAPER_3),
    ("ink", INK),
    ("ink-2", INK_2),
    ("ink-3", INK_3),
    ("red", RED),
    ("red-t", RED_T),
    ("on-red", ON_RED),
    ("line", LINE),
    ("line-2", LINE_2),
    ("sea", SEA),
    ("horizon", HORIZON),
];

/// The fonts of a language, the wanted one first: those of titles, and those of everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Families {
    /// For titles.
    pub serif: &'static str,
    /// For everything else.
    pub sans: &'static str,
}

impl Families {
    /// As `style/languages.css` has them for the page.
    #[must_use]
    pub fn of(language: &str) -> Self {
        match language.split('-').next() {
            Some("ja") => Self {
                serif: "'Noto Serif JP','Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif",
                sans: "'Noto Sans JP','Hiragino Sans','Yu Gothic','Noto Sans CJK JP',Meiryo,sans-serif",
            },
            _ => Self {
                serif: "'Source Serif 4',Charter,Georgia,'Noto Serif','Noto Serif CJK JP',serif",
                sans: "'Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Noto Sans','Noto Sans CJK JP',sans-serif",
            },
        }
    }
}
