// Makes a PowerPoint file of a plan of slides (crates/briefing/src/export/deck), when the reader asks for
// one. The library is fetched then and not before. It says what slides are; what it cannot say is put
// into its file afterwards: descriptions and titles for screen readers, fonts for other scripts,
// paragraphs in notes.
const WIDE = { name: "wide", width: 40 / 3, height: 7.5 };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Loads the library, compares it with what was meant to arrive, and answers once it is there.
function load({ library, libraryIntegrity = "" }) {
  if (globalThis.PptxGenJS) return Promise.resolve();
  return new Promise((done, fail) => {
    const src = new URL(library, document.baseURI).href;
    const how = { src, integrity: libraryIntegrity, crossOrigin: "anonymous", onload: done, onerror: fail };
    document.head.append(Object.assign(document.createElement("script"), how));
  });
}

// The count and the choices as the page says them, without what no XML may have.
function chosen() {
  const parts = document.querySelectorAll("#results .count, #results .chip span");
  return [...parts].map((part) => part.textContent.trim().replace(/[^\P{C}\p{Cf}]/gu, "")).join(" · ");
}

export function drawn(plan, said) {
  const alone = plan.slides.filter((slide) => slide.alone);
  const slides = alone.length ? alone : plan.slides;
  const claims = slides.flatMap((slide) => (slide.at ? [slide.at] : []));
  const fill = ({ options, ...run }) => {
    if (options.chosen) return { text: said, options };
    if (!options.count) return { ...run, options };
    const [pillar, status] = options.count;
    const of = claims.filter(([column, row]) => column === (pillar ?? column) && row === (status ?? row)).length;
    // A cell without commitments stays empty; sums are said even then.
    return { text: of || pillar === null || status === null ? String(of) : "", options };
  };
  const deck = new PptxGenJS();
  const marked = [];
  const kinds = {
    text: (slide, runs, options) => slide.addText(runs.map(fill), options),
    shape: (slide, kind, options) => slide.addShape(kind, options),
    table: (slide, rows, options) =>
      slide.addTable(rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.map(fill) }))), options),
  };
  Object.assign(deck, plan.about, { theme: plan.theme });
  deck.defineLayout(WIDE);
  deck.layout = WIDE.name;
  deck.defineSlideMaster(plan.master);
  for (const { items, notes } of slides) {
    const slide = deck.addSlide({ masterName: plan.master.title });
    slide.addNotes(notes);
    for (const [kind, what, options] of items) {
      kinds[kind](slide, what, { ...options, objectName: `~${marked.push(options) - 1}~` });
    }
  }
  return deck.write({ outputType: "arraybuffer" }).then((file) => mended(file, plan, marked));
}

// A shape without a description is ornament, which nobody has to hear of.
const ORNAMENT =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ' +
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';
const TITLE = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>';

function slideMended(xml, marked) {
  // The library numbers what it adds itself, below this.
  let number = 99;
  const named = /<p:cNvPr id="\d+" name="~(\d+)~"(?:\/>|>(.*?)<\/p:cNvPr>)(<p:cNvSpPr[^>]*><p:nvPr><\/p:nvPr>)?/gs;
  const mended = xml.replace(named, (_, place, inner = "", kind = "") => {
    const { name, alt, title } = marked[place];
    const told = `name="${escaped(name)}"${alt ? ` descr="${escaped(alt)}"` : ""}`;
    const rest = inner + (alt === "" ? ORNAMENT : "");
    return `<p:cNvPr id="${(number += 1)}" ${told}>${rest}</p:cNvPr>${title ? TITLE : kind}`;
  });
  // A slide has its own title, and no second one to be filled in. What holds for a paragraph is said once
  // in it, before its words, and a table says that it has a head.
  const titled = mended.replace(/<p:sp>(?:(?!<\/p:sp>).)*?hasCustomPrompt="1".*?<\/p:sp>/s, "");
  const once = titled.replace(/(<\/a:r>|<a:br\/>)<a:pPr[^>]*>.*?<\/a:pPr>/gs, "$1");
  return once.replace(/(name="Table".*?<a:tblPr)\/>/gs, '$1 firstRow="1"/>');
}

// Its notes are one paragraph, in which PowerPoint shows no ends of lines.
function notesMended(xml, language) {
  const run = `<a:r><a:rPr lang="${language}"/><a:t>`;
  return xml.replace(/<a:p><a:r><a:rPr[^>]*><a:t>([^<]*)<\/a:t><\/a:r>/, (_, text) =>
    text.split(/\r?\n/).map((line) => `<a:p>${run}${line}</a:t></a:r>`).join("</a:p>"),
  );
}

// It names the same font for every script, and that of a theme for one.
function fontsMended(xml, fonts) {
  return xml
    .replace(/<a:(ea|cs) typeface="([^"]+)"[^>]*>/g, (found, script, font) =>
      fonts[font] ? `<a:${script} typeface="${fonts[font][script === "ea" ? 0 : 1]}"/>` : found,
    )
    .replace(/(<a:latin typeface="([^"]+)"[^>]*>\s*)<a:ea typeface=""\/>/g, (found, latin, font) =>
      fonts[font] ? `${latin}<a:ea typeface="${fonts[font][0]}"/>` : found,
    );
}

async function mended(file, { fonts, language }, marked) {
  const zip = await JSZip.loadAsync(file);
  for (const name of Object.keys(zip.files).filter((name) => /^ppt\/(slide|notesS|theme).*\.xml$/.test(name))) {
    let xml = fontsMended(await zip.file(name).async("string"), fonts);
    if (name.startsWith("ppt/slides/")) xml = slideMended(xml, marked);
    if (name.startsWith("ppt/notesS")) xml = notesMended(xml, language);
    zip.file(name, xml);
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

export async function deck(plan, link) {
  await load(link.dataset);
  return drawn(plan, chosen());
}
