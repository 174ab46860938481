// Makes a PowerPoint file of a plan of slides (crates/briefing/src/export/deck), when the reader asks for
// one. The library is fetched then and not before. It says what slides are; what it cannot say is put
// into its file afterwards: descriptions and titles for those who listen, fonts for other scripts,
// paragraphs in notes.
const WIDE = { name: "wide", width: 40 / 3, height: 7.5 };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Loads the library, compares it with what was meant to arrive, and answers once it is there.
function load({ library, libraryIntegrity }) {
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

const ORNAMENT =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ' +
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

function described({ name, alt }, number, inner = "") {
  const told = alt ? ` descr="${escaped(alt)}"` : "";
  return `<p:cNvPr id="${number}" name="${escaped(name)}"${told}>${inner}${alt === "" ? ORNAMENT : ""}</p:cNvPr>`;
}

function slideMended(xml, marked) {
  let number = 1;
  return xml
    .replace(/<p:cNvPr id="\d+" name="~(\d+)~"(?:\/>|>(.*?)<\/p:cNvPr>)(<p:cNvSpPr[^>]*>)?(<p:nvPr>)?/gs, (...found) => {
      const [, place, inner, box = "", open = ""] = found;
      const options = marked[place];
      const title = options.title ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/>' : box + open;
      return described(options, (number += 1), inner) + title;
    })
    // What holds for a paragraph is said once in it, and before its words.
    .replace(/(<\/a:r>|<a:br\/>)<a:pPr[^>]*>.*?<\/a:pPr>/gs, "$1");
}

async function mended(file, plan, marked) {
  const zip = await JSZip.loadAsync(file);
  for (const name of Object.keys(zip.files).filter((name) => /^ppt\/(slides|slideLayouts|slideMasters|notesSlides|theme)\/\w+\.xml$/.test(name))) {
    let xml = await zip.file(name).async("string");
    if (name.startsWith("ppt/slides/")) xml = slideMended(xml, marked);
    for (const [font, [wide, leftward]] of Object.entries(plan.fonts)) {
      xml = xml.replaceAll(`<a:ea typeface="${font}"`, `<a:ea typeface="${wide}"`);
      xml = xml.replaceAll(`<a:cs typeface="${font}"`, `<a:cs typeface="${leftward}"`);
    }
    zip.file(name, xml);
  }
  const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return zip.generateAsync({ type: globalThis.document ? "blob" : "nodebuffer", mimeType: type, compression: "DEFLATE" });
}

export async function deck(plan, link) {
  await load(link.dataset);
  return drawn(plan, chosen());
}
