// Fetches the engine and the content side by side and wakes the page with them. When anything
// fails the page stays as it is, complete and readable, and says what does not work.
const root = document.documentElement;
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

// The list of sections has done its work when one of them is chosen.
const menu = document.getElementById("menu");
menu?.addEventListener("click", (event) => event.target.closest("a") && menu.hidePopover?.());

// What keeps the page on the device takes the network for itself, so it comes last.
async function keep() {
  const link = document.querySelector("link[data-keep]");
  if (!link) return;
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  await load(link.dataset, "keep");
}

wake().catch((error) => {
  delete root.dataset.ready;
  root.dataset.engine = "failed";
  // What the browser has chosen by itself, as after a reload, is filtered, too.
  root.classList.add("sheet-filters");
  const line = document.getElementById("engine-failed");
  if (line) line.textContent = line.dataset.text;
  console.warn("The engine did not start:", error);
}).then(keep).catch(() => {});
