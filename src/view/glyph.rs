//! Small signs as SVG text: pillar shapes, status squares, the signs of buttons.
//!
//! They are text rather than views because a view of each would be code in the engine. Everything
//! here is decoration: the name always stands beside it.

use briefing::model::{Pillar, Source, Status, Tier};

/// The shape of a pillar; a bar for what spans all of them.
#[must_use]
pub fn pillar(pillar: &Pillar) -> String {
    let shape = pillar.shape.as_deref().unwrap_or("M1 8h22v8H1z");
    let cut = pillar.cut.as_deref().unwrap_or_default();
    format!(
        "<svg class=\"shape\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\
         <path class=\"body\" d=\"{shape}\"/><path class=\"cut\" d=\"{cut}\"/></svg>"
    )
}

/// The square of a status, filled from the bottom by how firm it is.
#[must_use]
pub fn status(status: Status) -> String {
    let fill = status.fill();
    let top = 100 - fill;
    let dashed = if status == Status::Discussed { " dashed" } else { "" };
    let tick = if status == Status::InForce { "<path class=\"tick\" d=\"M25 52l19 19 34-39\"/>" } else { "" };
    format!(
        "<svg class=\"square{dashed}\" viewBox=\"0 0 100 100\" aria-hidden=\"true\">\
         <rect class=\"edge\" x=\"6\" y=\"6\" width=\"88\" height=\"88\"/>\
         <rect y=\"{top}\" width=\"100\" height=\"{fill}\"/>{tick}</svg>"
    )
}

/// The code of a source, set as its marks are.
#[must_use]
pub fn source(source: &Source) -> String {
    let press = if source.tier == Tier::Press { " press" } else { "" };
    format!("<span class=\"mark{press}\">{}</span>", source.code)
}

macro_rules! sign {
    ($path:literal) => {
        concat!("<svg class=\"sign\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"", $path, "\"/></svg>")
    };
}

/// A cross.
pub const CROSS: &str = sign!("M3.5 3.5l9 9M12.5 3.5l-9 9");
/// A magnifying glass.
#[cfg(feature = "ssr")]
pub const GLASS: &str = sign!("M10.5 10.5L14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z");
/// Lines that get shorter.
pub const FUNNEL: &str = sign!("M2 4h12M4 8h8M6 12h4");
/// Lines of a text.
#[cfg(feature = "ssr")]
pub const LINES: &str = sign!("M2 4h12M2 8h12M2 12h7");
/// To the left.
#[cfg(feature = "ssr")]
pub const LEFT: &str = sign!("M10 3L5 8l5 5");
/// To the right.
#[cfg(feature = "ssr")]
pub const RIGHT: &str = sign!("M6 3l5 5-5 5");
/// Two links of a chain.
#[cfg(feature = "ssr")]
pub const LINK: &str =
    sign!("M7 9a3 3 0 0 0 4.300 0l2-2A3 3 0 0 0 9 2.700L8 3.700M9 7a3 3 0 0 0-4.300 0l-2 2A3 3 0 0 0 7 13.300l1-1");
/// Two arrows that part.
#[cfg(feature = "ssr")]
pub const APART: &str = sign!("M9.500 6.500L14 2M10 2h4v4M6.500 9.500L2 14M2 10v4h4");
