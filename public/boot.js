// Lays out what is far below, so much in a frame that an input never waits long: the route and the
// commitments when the page is loaded, before the engine wakes, and the rest when the page has come to
// rest. Whatever comes near is laid out at once, and everything is before a link or a key leads into
// it, so that its place is right from the beginning.
const RESTS = 400;
const PATIENCE = 3000;
const BUDGET = 24;
const root = document.documentElement;
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
// A font or a picture that never arrives must not keep the engine from waking.
const loaded = new Promise((done) => {
  addEventListener("load", done);
  setTimeout(done, PATIENCE);
});

// WebKit does not hold what is seen in its place when what stands above it gets another height.
const holds = CSS.supports("overflow-anchor", "auto");

async function layOut(selector, between = frame) {
  let begun = performance.now();
  let budget = BUDGET;
  for (const piece of document.querySelectorAll(selector)) {
    const bottom = piece.getBoundingClientRect().bottom;
    delete piece.dataset.far;
    // Asking for a place does the work now, so that it can be timed.
    const moved = piece.getBoundingClientRect().bottom - bottom;
    if (!holds && bottom < 0) scrollBy({ top: moved, behavior: "instant" });
    const asked = performance.now();
    if (asked - begun < budget) continue;
    await between();
    begun = performance.now();
    // WebKit may draw the whole window in each frame, so that many frames would keep the engine waiting.
    if (!holds) budget = Math.max(BUDGET, Math.min(begun - asked, 200));
  }
}

function layOutAll() {
  root.classList.add("loaded");
  for (const piece of document.querySelectorAll("[data-far]")) delete piece.dataset.far;
}

if (location.hash) layOutAll();
addEventListener("click", (event) => event.target.closest?.("[href*='#']") && layOutAll(), { capture: true });
addEventListener("keydown", (event) => event.key === "Tab" && layOutAll(), { capture: true });
const near = loaded.then(frame).then(() => {
  root.classList.add("loaded");
  // Styles come first, in a frame of their own.
  return frame();
}).then(() => layOut("#route [data-far], #roadmap, #roadmap [data-far]"));
// Whoever scrolls is not to be kept waiting by what can wait.
let moved = 0;
const move = () => (moved = performance.now());
addEventListener("scroll", move, { passive: true });
async function rest() {
  await frame();
  while (performance.now() - moved < RESTS) await new Promise((done) => setTimeout(done, RESTS / 8));
}
near.then(move).then(rest).then(() => layOut("[data-far]", rest)).then(rest).then(keep);

// What keeps the page on the device comes last, so that it costs no page anything.
function keep() {
  const link = document.querySelector("link[data-keep]");
  if (link) load(link.dataset, "keep").catch(() => {});
}

// Fetches the engine and the content side by side and wakes the page with them. When anything
// fails the page stays as it is, complete and readable, and says what does not work.
const script = document.querySelector("script[data-wasm]");
const at = (data, name) => new URL(data[name], document.baseURI).href;
const digest = (data, name) => ({ integrity: data[`${name}Integrity`] ?? "" });

// A module that an element names. An import has no word for a digest, but it takes what a script element
// has loaded, which does.
async function load(data, name) {
  const src = at(data, name);
  await new Promise((done, fail) => {
    const element = { type: "module", src, ...digest(data, name), onload: done, onerror: fail };
    document.head.append(Object.assign(document.createElement("script"), element));
  });
  return import(src);
}

async function wake() {
  const asked = (name) => fetch(at(script.dataset, name), digest(script.dataset, name));
  const [engine, content] = await Promise.all([
    load(script.dataset, "js").then(async (glue) => {
      await glue.default({ module_or_path: asked("wasm") });
      return glue;
    }),
    asked("content").then((answer) => {
      if (!answer.ok) throw new Error(`the content answered ${answer.status}`);
      return answer.arrayBuffer();
    }),
    near,
  ]);
  engine.wake(new Uint8Array(content));
}

// A file of what is shown is made, and the panel for sharing comes, when it is asked for. Until the page is
// awake, and with a key that asks for a new tab, the link leads to a complete file, or to a page.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-pieces], a[data-share]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || !("ready" in root.dataset)) return;
  event.preventDefault();
  const does = "share" in link.dataset ? "share" : "take";
  const failed = () => {
    if (does === "share") location.assign(link.href);
    else document.querySelector("#take [role=alert]").hidden = false;
  };
  load(script.dataset, does).then((loaded) => loaded[does](link, load)).catch(failed);
});

wake().catch((error) => {
  delete root.dataset.ready;
  root.dataset.engine = "failed";
  // What the browser has chosen by itself, as after a reload, is filtered by the stylesheet, too.
  dispatchEvent(new Event("change"));
  const line = document.getElementById("engine-failed");
  if (line) line.textContent = line.dataset.text;
  console.warn("The engine did not start:", error);
});
