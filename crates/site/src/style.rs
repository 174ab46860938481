//! One stylesheet from many, with what the content decides: colours and the filters without script.

use crate::assets::Font;
use crate::kit::STYLE;
use crate::{Error, Kit};
use briefing::facet::FACETS;
use briefing::layout::globe::percent;
use briefing::layout::sphere::Sphere;
use briefing::model::{Briefing, Catalogue};
use std::fmt::Write as _;

/// The sheets of the first screen, in this order; those of all other views are not waited for there.
const FIRST: [&str; 10] = [
    "tokens.css",
    "base.css",
    "languages.css",
    "layout.css",
    "view/bar.css",
    "view/brief.css",
    "view/diagram.css",
    "view/figures.css",
    "view/mark.css",
    "view/masthead.css",
];
/// The sheets for paper, in this order.
const PAPER: [&str; 4] = ["print/paper.css", "print/overview.css", "print/brief.css", "print/full.css"];
/// The sheets for what stands alone in a frame, in this order.
const FRAME: [&str; 5] =
    ["embed/frame.css", "embed/journey.css", "embed/explorer.css", "embed/singles.css", "embed/sizes.css"];
/// The sheets of the panel for sharing, in this order.
const SHARE: [&str; 2] = ["share/preview.css", "share/share.css"];
/// The sheets for slides, in this order. What they have of others stands in them as well: they are set in
/// units of a slide, and nothing about them follows the width of a page.
const SLIDES: [&str; 11] = [
    "tokens.css",
    "base.css",
    "languages.css",
    "present/slide.css",
    "present/overview.css",
    "present/trip.css",
    "present/matrix.css",
    "present/claim.css",
    "present/window.css",
    "present/narrow.css",
    "present/paper.css",
];

/// Joins the stylesheets for paper. They stand in a file of their own, for which nobody has to wait
/// who only reads.
pub(crate) fn paper(kit: &Kit) -> Result<String, Error> {
    joined(kit, &PAPER)
}

/// The stylesheet of the panel for sharing, beside the one for the screen.
pub(crate) fn share(kit: &Kit) -> Result<String, Error> {
    joined(kit, &SHARE)
}

/// The stylesheet of what stands alone in a frame, beside the one for the screen.
pub(crate) fn frame(kit: &Kit) -> Result<String, Error> {
    joined(kit, &FRAME)
}

/// The stylesheet of the slides, with what the content decides.
pub(crate) fn present(kit: &Kit, briefings: &[Briefing], fonts: &[Font]) -> Result<String, Error> {
    let sheets = joined(kit, &SLIDES)?;
    let ruled = |catalogue| colors(catalogue) + &filters(catalogue);
    let ruled = briefings.first().map(|briefing| ruled(&briefing.catalogue)).unwrap_or_default();
    Ok(faces(fonts) + &sheets + &ruled)
}

/// The web fonts.
fn faces(fonts: &[Font]) -> String {
    fonts.iter().fold(String::new(), |mut faces, font| {
        // The fallback in tokens.css is as high and on average as wide.
        let _ = writeln!(
            faces,
            "@font-face{{font-family:\"Source Serif 4\";font-weight:{};font-display:swap;src:url(\"{}\") format(\"woff2\")}}",
            font.weight, font.file
        );
        faces
    })
}

/// The stylesheet of the first screen, and of what stands everywhere.
pub(crate) fn first(kit: &Kit, briefings: &[Briefing], fonts: &[Font]) -> Result<String, Error> {
    let colors = briefings.first().map(|briefing| colors(&briefing.catalogue)).unwrap_or_default();
    Ok(faces(fonts) + &joined(kit, &FIRST)? + &colors)
}

/// The stylesheet of all views below the first screen, with what the content decides.
pub(crate) fn below(kit: &Kit, briefings: &[Briefing]) -> Result<String, Error> {
    let mut below = String::new();
    let folder = format!("{STYLE}/view");
    let views = kit.folder(&folder).map(|(name, _)| format!("view/{name}"));
    for name in views.filter(|name| name.ends_with(".css") && !FIRST.contains(&name.as_str())) {
        below.push_str(&joined(kit, &[&name])?);
    }
    if let Some(briefing) = briefings.first() {
        below.push_str(&readout(briefing));
        below.push_str(&filters(&briefing.catalogue));
    }
    Ok(below)
}

/// Joins some stylesheets, in their order.
fn joined(kit: &Kit, names: &[&str]) -> Result<String, Error> {
    names.iter().map(|name| kit.text(&format!("{STYLE}/{name}")).map(lean)).collect()
}

/// A stylesheet without its comments and indentation, which are for authors.
fn lean(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.lines().map(str::trim).fold(String::new(), |mut joined, line| {
        // A declaration ends with a semicolon and has its first colon after its name.
        match line.split_once(": ").filter(|_| line.ends_with(';')) {
            Some((name, value)) => joined.extend([name, ":", value]),
            None => joined.push_str(line),
        }
        // Selectors and values that go on in the next line are kept apart by a space.
        if !line.is_empty() && !line.ends_with([';', '{', '}', ',']) {
            joined.push(' ');
        }
        joined
    })
}

/// Where the readout stands on the globe, for the content knows where its sea is.
fn readout(briefing: &Briefing) -> String {
    briefing.site.globe.as_ref().map_or_else(String::new, |globe| {
        let at = Sphere::new(globe.centre).on_disc(globe.readout);
        format!(".readouts{{left:{};top:{}}}\n", percent(at.x), percent(at.y))
    })
}

/// The colour of each pillar in both themes, as a custom property of whatever belongs to it.
fn colors(catalogue: &Catalogue) -> String {
    catalogue.pillars.iter().fold(String::new(), |mut rules, pillar| {
        if let Some((light, dark)) = &pillar.colors {
            let _ = writeln!(rules, "[data-pillar={}]{{--pillar:light-dark({light},{dark})}}", pillar.id);
        }
        rules
    })
}

/// Filtering before the engine is awake, or without it: what has none of the chosen values of a
/// facet is taken out of the layout. It works for facets of which a card has one value. The rules
/// hold below `.sheet-filters` alone: while they do, a browser looks at every element of the explorer anew
/// whenever anything changes in it.
fn filters(catalogue: &Catalogue) -> String {
    let mut rules = String::new();
    for facet in FACETS.iter().filter(|facet| !facet.several) {
        let name = facet.id;
        for value in (facet.values)(catalogue) {
            let id = value.id;
            let chosen = format!(
                ".sheet-filters .explorer:has([name={name}]:checked):not(:has([name={name}][value={id}]:checked))"
            );
            let _ = match name {
                "pillar" => writeln!(rules, "{chosen} .band[data-pillar={id}]{{display:none}}"),
                _ => writeln!(rules, "{chosen} li:has(>[data-{name}={id}]){{display:none}}"),
            };
        }
        // What has no value of this facet meets no choice.
        if name != "pillar" {
            let _ = writeln!(
                rules,
                ".sheet-filters .explorer:has([name={name}]:checked) .cards>li:not(:has(>[data-{name}])){{display:none}}"
            );
        }
    }
    rules
}
