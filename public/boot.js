// Lays out what is far below, piece by piece, when the page has come to rest: the first screen and
// the engine do not have to wait for it. Whatever comes near before is laid out at once.
const RESTS = 4000;
const far = [...document.querySelectorAll("main > section")];
function layOut() {
  const next = far.shift();
  if (!next) return;
  next.dataset.laid = "";
  requestAnimationFrame(() => setTimeout(layOut));
}
addEventListener("load", () => setTimeout(layOut, RESTS));

// Fetches the engine and the content side by side and wakes the page with them. When anything
// fails the page stays as it is, complete and readable, and says what does not work.
const script = document.querySelector("script[data-wasm]");
const root = document.documentElement;

async function wake() {
  const at = (name) => new URL(script.dataset[name], document.baseURI).href;
  const [engine, content] = await Promise.all([
    import(at("js")).then(async (glue) => {
      await glue.default({ module_or_path: at("wasm") });
      return glue;
    }),
    fetch(at("content")).then((answer) => {
      if (!answer.ok) throw new Error(`the content answered ${answer.status}`);
      return answer.arrayBuffer();
    }),
  ]);
  engine.wake(new Uint8Array(content));
}

wake().catch((error) => {
  delete root.dataset.ready;
  root.dataset.engine = "failed";
  const line = document.getElementById("engine-failed");
  if (line) line.textContent = line.dataset.text;
  console.warn("The engine did not start:", error);
});
