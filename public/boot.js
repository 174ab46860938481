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
