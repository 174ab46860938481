//! Writes the pages of a briefing. Called by `cargo xtask build` and `cargo xtask serve`.

use briefing_app::prerender::{Inputs, write_site};
use lexopt::prelude::*;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: prerender --content DIR --engine DIR --template FILE --style DIR --public DIR --out DIR [--fonts DIR] [--deck DIR] [--picture-font FILE]... [--site-url URL] [--single DIR] [--offline]";

fn main() -> ExitCode {
    let (message, code) = match arguments().map(|arguments| run(&arguments)) {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(message)) => (message, 1),
        Err(message) => (message, 2),
    };
    // Nothing can be done when the terminal is gone.
    let _ = writeln!(std::io::stderr(), "{message}");
    ExitCode::from(code)
}

struct Arguments {
    content: PathBuf,
    out: PathBuf,
    inputs: Inputs,
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let color = std::io::stderr().is_terminal();
    let briefings = briefing::load::compile_dir(&arguments.content).map_err(|report| report.render(color))?;
    write_site(briefings, &arguments.inputs, arguments.out.clone())
}

fn arguments() -> Result<Arguments, String> {
    let mut paths: [(&str, Option<PathBuf>); 9] =
        ["content", "engine", "template", "style", "public", "out", "fonts", "deck", "single"].map(|name| (name, None));
    let mut site_url = None;
    let mut picture_fonts = Vec::new();
    let mut offline = false;
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{USAGE}");
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("offline") => offline = true,
            Long("site-url") => site_url = Some(parser.value().and_then(|url| url.parse()).map_err(usage)?),
            Long("picture-font") => picture_fonts.push(parser.value().map_err(usage)?.into()),
            Long(name) => {
                let Some(at) = paths.iter().position(|(known, _)| *known == name) else {
                    return Err(usage(argument.unexpected()));
                };
                let value = parser.value().map_err(usage)?;
                if let Some(slot) = paths.get_mut(at) {
                    slot.1 = Some(value.into());
                }
            }
            _ => return Err(usage(argument.unexpected())),
        }
    }
    let mut take = |name: &str| paths.iter_mut().find(|(known, _)| *known == name).and_then(|(_, path)| path.take());
    let fonts = take("fonts");
    let deck = take("deck");
    let single = take("single");
    let mut require = |name: &str| take(name).ok_or_else(|| format!("--{name} is missing\n{USAGE}"));
    let content = require("content")?;
    let land = Some(content.join("globe.svg")).filter(|file| file.is_file());
    Ok(Arguments {
        content,
        out: require("out")?,
        inputs: Inputs {
            engine: require("engine")?,
            template: require("template")?,
            style: require("style")?,
            public: require("public")?,
            land,
            fonts,
            picture_fonts,
            deck,
            site_url,
            single,
            offline,
        },
    })
}
