// Tells the page around this one how high its content is, in the forms that common hosts understand,
// and takes the reader's view along to the full briefing. The only questions that it answers are
// those for the height, and only from the page around it; what they say is not used.
(() => {
  const PAUSE = 100;
  const MOST = 30;
  const CALM = 2000;
  const root = document.documentElement;

  // In a frame without an origin the engine may be refused; what needs it is then not shown.
  addEventListener("error", (event) => {
    if (event.target?.type === "module") root.dataset.engine = "failed";
  }, { capture: true });

  // The content alone: what follows the window, such as the room below a short page, would make a host
  // and its frame grow by each other. A low window hides some of it, which has to be counted as well.
  function contentHeight() {
    root.dataset.whole = "";
    let height = 0;
    for (const part of document.body.children) height += part.getBoundingClientRect().height;
    delete root.dataset.whole;
    return Math.ceil(height);
  }

  const asked = new URLSearchParams(location.search);
  const name = (asked.get("childId") ?? location.pathname.split("/").at(-1).replace(/\.html$/, "")).slice(0, 100);
  let sent = 0;
  let last = 0;
  let inARow = 0;
  let waiting;
  let owed = false;

  // WebKit parses to the end before the styles have come, and without them everything is higher.
  const isStyled = () => document.readyState === "complete"
    || [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet);

  function send() {
    const again = owed;
    waiting = undefined;
    if (!isStyled()) return soon(again);
    owed = false;
    // A frame without width has no height that means anything.
    const height = innerWidth > 0 ? contentHeight() : 0;
    if (height < 1 || (!again && Math.abs(height - sent) < 1)) return;
    const now = performance.now();
    inARow = now - last < CALM ? inARow + 1 : 0;
    last = now;
    // A host that answers each height with another width would go on for ever.
    if (inARow > MOST) return;
    sent = height;
    const forms = [
      { sentinel: "amp", type: "embed-size", width: innerWidth, height },
      `pymxPYMx${name}xPYMxheightxPYMx${height}`,
      { type: "iframe-resized", width: innerWidth, height },
      { "datawrapper-height": { [name]: height } },
    ];
    for (const form of forms) parent.postMessage(form, "*");
  }

  function soon(again) {
    owed ||= again;
    waiting ??= setTimeout(send, PAUSE);
  }

  function isQuestion(data) {
    if (typeof data === "string") return data.length < 200 && data.startsWith(`pymxPYMx${name}xPYMxwidthxPYMx`);
    return data?.type === "iframe-child-init" || data?.type === "iframe-get-child-dimensions";
  }

  addEventListener("DOMContentLoaded", () => {
    // The way out leads to what is seen here; how this page was framed is no part of that.
    const link = document.querySelector("[data-full]");
    const follow = () => {
      const view = new URLSearchParams(location.search);
      for (const own of ["scheme", "childId", "initialWidth", "parentTitle", "parentUrl"]) view.delete(own);
      link.search = view.toString().replaceAll("%2C", ",");
    };
    if (link) {
      follow();
      for (const way of ["pointerdown", "focus", "click"]) link.addEventListener(way, follow);
    }
    if (parent === window) return;
    send();
    const watch = new ResizeObserver(() => soon(false));
    for (const part of document.body.children) watch.observe(part);
    addEventListener("message", (event) => {
      if (event.source === parent && isQuestion(event.data)) soon(true);
    });
  });
})();
