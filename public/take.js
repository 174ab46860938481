// Makes a file of what is shown, from pieces that were written with the page. It is fetched when the
// reader asks for a file, and is no part of the engine, whose size every reader pays for. How pieces are
// joined is told in crates/briefing/src/export/pieces.rs; a journey holds both to the same result.
const PAGE = "\x1a";
const VIEW = "\x1c";

// The browser begins to read a file after this code, and nothing says when it has read all of it.
const READ = 60_000;

// The names of the commitments that are shown, in their order.
function shown() {
  const listing = document.getElementById("listing");
  if ("table" in listing.dataset) return [...listing.querySelectorAll("tbody th a")].map((link) => link.hash.slice(1));
  return [...listing.querySelectorAll(".cards article")].map((card) => card.id);
}

function joined(file, names, page, view) {
  const places = names.map((name) => file.ids.indexOf(name)).filter((place) => place >= 0);
  if (file.headings.length) places.sort((one, other) => one - other);
  const headings = [...file.headings];
  let out = places.length === file.pieces.length ? file.rest : "";
  for (const place of places) {
    let heading = "";
    while (headings[0]?.[0] <= place) [, heading] = headings.shift();
    if (out && file.pieces[place]) out += file.between;
    out += heading + file.pieces[place];
  }
  const whole = file.head + (out || file.empty) + file.tail;
  const folded = (address) =>
    address.replaceAll("\\", "%5C").replaceAll('"', "%22").match(/.{1,70}/g).join(file.fold);
  return whole.replaceAll(PAGE, folded(page)).replaceAll(VIEW, folded(view));
}

function save(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ);
}

// Hands over the file of a link; `load` gives the modules that it names. When the file cannot be had the
// menu stays open and says so.
export async function take(link, load) {
  const menu = link.closest("[popover]");
  const failed = menu.querySelector("[role=alert]");
  try {
    const names = shown();
    const page = location.origin + location.pathname;
    const view = page + location.search;
    const answer = await fetch(link.dataset.pieces);
    if (!answer.ok) throw new Error(`the pieces answered ${answer.status}`);
    let file = joined(await answer.json(), names, `${page}#`, view);
    if (link.dataset.script) {
      const { deck } = await load(link.dataset, "script");
      file = await deck(JSON.parse(file), link);
    }
    save(file, link.type, link.download);
    failed.hidden = true;
    menu.hidePopover();
  } catch (error) {
    failed.hidden = false;
    console.warn("The file could not be made:", error);
  }
}
