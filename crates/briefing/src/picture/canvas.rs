//! SVG text, element by element. Looks are attributes, which every program understands.

use super::Scene;
use super::look::{Families, INK, PAPER};
use std::fmt::{Display, Write};

/// A way of setting letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Sans.
    Plain,
    /// Bold sans.
    Strong,
    /// Serif.
    Serif,
    /// Heavier serif.
    Title,
}

/// Everything about the look of words apart from their place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) face: Face,
    pub(super) fill: &'static str,
}

/// Which end of a text is at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture that is being drawn.
pub(super) struct Canvas {
    out: String,
    families: Families,
}

impl Canvas {
    /// An empty sheet, with what it is and what it shows in words.
    pub(super) fn new(scene: &Scene<'_>, (width, height): (u32, u32), title: &str, description: &str) -> Self {
        let language = &scene.briefing.catalogue.language;
        let families = Families::of(language);
        let out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" xml:lang=\"{language}\" role=\"img\" \
             aria-labelledby=\"title about\" font-family=\"{}\" fill=\"{INK}\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"about\">{}</desc>\n\
             <path fill=\"{PAPER}\" d=\"M0 0h{width}v{height}H0z\"/>\n",
            families.sans,
            escaped(title),
            escaped(description),
        );
        Self { out, families }
    }

    /// An element without content.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            // Writing to a string does not fail.
            let _ = write!(self.out, " {name}=\"{value}\"");
        }
        self.out.push_str("/>\n");
    }

    /// What is drawn by `inner`, moved and scaled.
    pub(super) fn placed(&mut self, x: f64, y: f64, scale: f64, inner: impl FnOnce(&mut Self)) {
        let _ = writeln!(self.out, "<g transform=\"translate({} {}) scale({})\">", number(x), number(y), fine(scale));
        inner(self);
        self.out.push_str("</g>\n");
    }

    /// What is drawn by `inner`, made smaller around a place; as it is where it has room.
    pub(super) fn scaled(&mut self, x: f64, y: f64, scale: f64, inner: impl FnOnce(&mut Self)) {
        if scale < 1.0 {
            self.placed(x * (1.0 - scale), y * (1.0 - scale), scale, inner);
        } else {
            inner(self);
        }
    }

    /// A line.
    pub(super) fn line(&mut self, path: &str, stroke: &str, width: f64) {
        self.element("path", &[("fill", &"none"), ("stroke", &stroke), ("stroke-width", &number(width)), ("d", &path)]);
    }

    /// A dashed line.
    pub(super) fn dashed(&mut self, path: &str, stroke: &str, width: f64, dashes: &str) {
        let dashes: &dyn Display = &dashes;
        let (none, width) = ("none", number(width));
        self.element(
            "path",
            &[
                ("fill", &none),
                ("stroke", &stroke),
                ("stroke-width", &width),
                ("stroke-dasharray", dashes),
                ("d", &path),
            ],
        );
    }

    /// A full box: left, top, width, height.
    pub(super) fn area(&mut self, [x, y, width, height]: [f64; 4], fill: &str) {
        let path = format!("M{} {}h{}v{}h-{}z", number(x), number(y), number(width), number(height), number(width));
        self.element("path", &[("fill", &fill), ("d", &path)]);
    }

    /// An empty box with a border inside of its edge.
    pub(super) fn outline(&mut self, [x, y, width, height]: [f64; 4], stroke: &str, thick: f64) {
        let (w, h) = (number(width - thick), number(height - thick));
        let path = format!("M{} {}h{w}v{h}h-{w}z", number(x + thick / 2.0), number(y + thick / 2.0));
        self.line(&path, stroke, thick);
    }

    /// A circle.
    pub(super) fn circle(&mut self, (x, y, r): (f64, f64, f64), fill: &str, stroke: &str, width: f64) {
        self.element(
            "circle",
            &[
                ("cx", &number(x)),
                ("cy", &number(y)),
                ("r", &number(r)),
                ("fill", &fill),
                ("stroke", &stroke),
                ("stroke-width", &number(width)),
            ],
        );
    }

    /// Words that begin at their place.
    pub(super) fn text(&mut self, x: f64, y: f64, text: &str, style: Type) {
        self.anchored(x, y, text, style, Anchor::Start);
    }

    /// Words.
    pub(super) fn anchored(&mut self, x: f64, y: f64, text: &str, style: Type, anchor: Anchor) {
        self.runs(x, y, &[(text, style)], anchor, None);
    }

    /// Words with a border of their own, so that they can be read on lines.
    pub(super) fn haloed(&mut self, x: f64, y: f64, text: &str, style: Type, anchor: Anchor, halo: &str) {
        self.runs(x, y, &[(text, style)], anchor, Some(halo));
    }

    /// Words of several looks in one line, with a border if they stand on lines.
    pub(super) fn runs(&mut self, x: f64, y: f64, runs: &[(&str, Type)], anchor: Anchor, halo: Option<&str>) {
        let Some((_, first)) = runs.first() else { return };
        let halo = halo.map(|halo| {
            let width = number(first.size * 0.27);
            format!(" stroke=\"{halo}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")
        });
        let halo = halo.unwrap_or_default();
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let look = self.look(*first);
        let _ = write!(self.out, "<text x=\"{}\" y=\"{}\"{look}{anchor}{halo}>", number(x), number(y));
        for (at, (text, style)) in runs.iter().enumerate() {
            // Marks that only say where a line may not break have no sign in many fonts.
            let text = escaped(&text.replace('\u{2060}', ""));
            if at == 0 {
                self.out.push_str(&text);
            } else {
                let look = self.look(*style);
                let _ = write!(self.out, "<tspan{look}>{text}</tspan>");
            }
        }
        self.out.push_str("</text>\n");
    }

    /// Lines of words, the first at `y`; answers where the next would be.
    pub(super) fn lines(&mut self, x: f64, y: f64, lines: &[String], style: Type, leading: f64) -> f64 {
        let mut y = y;
        for line in lines {
            self.text(x, y, line, style);
            y += leading;
        }
        y
    }

    fn look(&self, style: Type) -> String {
        let size = number(style.size);
        let face = match style.face {
            Face::Plain => " font-weight=\"400\"".to_owned(),
            Face::Strong => " font-weight=\"700\"".to_owned(),
            Face::Serif => format!(" font-family=\"{}\" font-weight=\"400\"", self.families.serif),
            // Large letters are set closer.
            Face::Title => format!(
                " font-family=\"{}\" font-weight=\"600\" letter-spacing=\"-{}\"",
                self.families.serif,
                number(style.size * 0.015)
            ),
        };
        format!(" font-size=\"{size}\"{face} fill=\"{}\"", style.fill)
    }

    /// A drawing of its own, put into a square; nothing if it is none.
    pub(super) fn drawing(&mut self, svg: &str, [x, y, side]: [f64; 3], attributes: &str) {
        if let Some((_, rest)) = svg.split_once("<svg ") {
            let (x, y, side) = (number(x), number(y), number(side));
            let _ = write!(self.out, "<svg x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\"{attributes} ");
            self.out.push_str(rest.trim_end());
            self.out.push('\n');
        }
    }

    /// As it is.
    pub(super) fn raw(&mut self, svg: &str) {
        self.out.push_str(svg);
        self.out.push('\n');
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }
}

/// A number with one decimal at most.
pub(super) fn number(value: f64) -> String {
    let text = format!("{:.1}", value + 0.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A number with four decimals, for what is multiplied by it.
fn fine(value: f64) -> String {
    format!("{value:.4}")
}

fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|sign| !sign.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
