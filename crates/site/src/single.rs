//! A page with everything inside, which opens from a disk or a mail without a network.
//!
//! It is the page of the site with each file in the place of its name: styles and our own scripts as
//! elements, everything else as `data:` addresses, which browsers fetch and import like any other. So
//! the same boot script wakes it. A browser loads no script file from a disk, but runs what stands in
//! the page.

use crate::output::Output;
use crate::{Error, integrity};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Lines of the head that are left out: what is inside needs no announcement, and what is no site
/// cannot be installed.
const LEFT_OUT: [&str; 2] = ["<link rel=\"preload\"", "<link rel=\"manifest\""];

/// How an element that names a stylesheet begins.
const STYLESHEET: &str = "<link rel=\"stylesheet\"";

/// The page of the site, with the files of the site inside.
///
/// `root` is the way from the page to the root of the site.
pub(crate) fn page(page: &str, root: &str, site: &Output) -> Result<String, Error> {
    let (head, body) = page.split_once("</head>").ok_or_else(|| Error::new("the template has no head"))?;
    let mut inside = Vec::new();
    let mut hashes = Hashes::default();
    for line in head.lines().filter(|line| !LEFT_OUT.iter().any(|start| line.starts_with(start))) {
        // What is inside needs no comparison with what was meant to arrive.
        inside.push(element(&without_digests(line), root, site, &mut hashes)?);
    }
    // What leads to another page of the site leads nowhere from here.
    let body = without_digests(body).replace(" data-present=\"\"", " hidden").replace(" data-share=\"\"", " hidden");
    let body = styled(&body, root, site, &mut hashes)?;
    // After the first line that says how the page is encoded, and before anything that it rules.
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(&hashes));
    let at = inside.iter().position(|line| line.starts_with("<meta charset")).map_or(0, |at| at + 1);
    inside.insert(at, policy);
    Ok(format!("{}</head>{body}", inside.join("\n")))
}

/// The digests of the elements of a page, by which the policy knows them.
#[derive(Default)]
struct Hashes {
    scripts: Vec<String>,
    styles: Vec<String>,
}

/// What the page may do: run its own scripts, and load nothing that is not inside.
fn policy(hashes: &Hashes) -> String {
    let listed = |hashes: &[String]| -> String { hashes.iter().map(|hash| format!(" '{hash}'")).collect() };
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' data:{}; style-src{}; img-src data:; font-src data:; \
         connect-src data:; base-uri 'none'; form-action 'self'",
        listed(&hashes.scripts),
        listed(&hashes.styles)
    )
}

/// The body, whose stylesheets become elements and whatever else it names `data:` addresses.
fn styled(body: &str, root: &str, site: &Output, hashes: &mut Hashes) -> Result<String, Error> {
    let mut parts = body.split(STYLESHEET);
    let mut page = embedded(parts.next().unwrap_or_default(), root, site)?;
    for part in parts {
        let (link, rest) = part.split_once('>').ok_or_else(|| Error::new("a stylesheet of the page does not end"))?;
        page.push_str(&element(&format!("{STYLESHEET}{link}>"), root, site, hashes)?);
        page.push_str(&embedded(rest, root, site)?);
    }
    Ok(page)
}

/// A line of the head: stylesheets and scripts with a file become elements with its text.
fn element(line: &str, root: &str, site: &Output, hashes: &mut Hashes) -> Result<String, Error> {
    if let Some((before, file, after)) = named(line, STYLESHEET, "href=\"", root) {
        let css = text(&site.read(file)?)?.replace("</style", "<\\/style");
        let css = fonts(&css, site)?;
        hashes.styles.push(integrity::of(css.as_bytes()));
        let attributes = before.replace(" rel=\"stylesheet\"", "").replacen("<link", "<style", 1);
        return Ok(format!("{}{}{css}</style>", attributes.trim_end(), after));
    }
    if let Some((before, file, after)) = named(line, "<script", "src=\"", root) {
        let script = text(&site.read(file)?)?.replace("</script", "<\\/script");
        hashes.scripts.push(integrity::of(script.as_bytes()));
        let (attributes, end) = after.split_once('>').ok_or_else(|| Error::new("a script of the page does not end"))?;
        let attributes = embedded(attributes, root, site)?;
        return Ok(format!("{}{attributes}>{script}{end}", before.trim_end()));
    }
    embedded(line, root, site)
}

/// A line that begins with `start` and names a file of the site with `name`: what stands before the
/// attribute, the file, and what stands after the attribute.
fn named<'a>(line: &'a str, start: &str, name: &str, root: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = line.starts_with(start).then(|| line.split_once(name))??;
    let (file, after) = rest.split_once('"')?;
    Some((before, file.strip_prefix(root)?, after))
}

/// The text with `data:` addresses in place of the names of files, whatever attribute names them.
fn embedded(text: &str, root: &str, site: &Output) -> Result<String, Error> {
    let mut page = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, end) = after.split_once('"').ok_or_else(|| Error::new("an attribute of the page does not end"))?;
        page.push_str(before);
        page.push_str("=\"");
        match value.strip_prefix(root).filter(|file| site.has(file)) {
            Some(file) => page.push_str(&data(file, &site.read(file)?)),
            None => page.push_str(value),
        }
        page.push('"');
        rest = end;
    }
    page.push_str(rest);
    Ok(page)
}

/// A stylesheet with its fonts inside.
fn fonts(css: &str, site: &Output) -> Result<String, Error> {
    let mut sheet = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("url(\"") {
        let (file, end) = after.split_once('"').ok_or_else(|| Error::new("an address of a stylesheet does not end"))?;
        let address = if site.has(file) { data(file, &site.read(file)?) } else { file.to_owned() };
        sheet.push_str(&format!("{before}url(\"{address}\""));
        rest = end;
    }
    sheet.push_str(rest);
    Ok(sheet)
}

/// Elements without the attributes that compare what arrives.
fn without_digests(page: &str) -> String {
    let mut plain = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("integrity=\"") {
        let (before, after) = rest.split_at(at);
        // The name may have a beginning, as in `data-js-integrity`.
        plain.push_str(before.rfind(' ').and_then(|end| before.get(..end)).unwrap_or(before));
        rest = after.splitn(3, '"').nth(2).unwrap_or_default();
    }
    plain.push_str(rest);
    plain.replace(" crossorigin", "")
}

fn data(file: &str, bytes: &[u8]) -> String {
    let kind = match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

fn text(bytes: &[u8]) -> Result<String, Error> {
    String::from_utf8(bytes.to_vec()).map_err(|error| Error::new(format!("a script or stylesheet is no text: {error}")))
}
