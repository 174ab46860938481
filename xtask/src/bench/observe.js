// Notes what a reader would feel while the page loads and is used. It runs before the page's own
// scripts, and in every copy of the page alike.
globalThis.bench = (() => {
  const QUIET = 2000;
  const TOO_LONG = 240000;
  const NO_ANSWER = 60000;
  const seen = { lcp: 0, fcp: 0, shift: 0, ready: 0, answers: 0, first: 0, last: 0, bytes: 0, elements: 0, tasks: [] };
  let last = 0;
  let failed = false;

  const watch = (type, take) => new PerformanceObserver((list) => {
    list.getEntries().forEach(take);
    last = performance.now();
  }).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  watch("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.fcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  watch("resource", () => {});
  new MutationObserver(() => {
    const root = document.documentElement;
    failed ||= root.dataset.engine === "failed";
    if (!seen.ready && "ready" in root.dataset) seen.ready = performance.now();
  }).observe(document, { subtree: true, attributeFilter: ["data-ready", "data-engine"] });

  // How high the page is when it has arrived; before that, it grows as any page does.
  const height = () => document.documentElement.scrollHeight;
  addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => { seen.first = height(); }));

  // The first moment at which a filter is answered: somebody in a hurry presses it until something happens.
  const impatient = async () => {
    const shown = () => [...document.querySelectorAll("article")].filter((card) => card.checkVisibility()).length;
    for (;;) {
      const box = document.querySelector("#explorer input[name=status]");
      if (document.querySelector("article") && box?.getClientRects().length) {
        const before = shown();
        box.click();
        await new Promise(requestAnimationFrame);
        const answered = shown() !== before;
        if (answered) seen.answers = performance.now();
        box.click();
        if (answered) return;
      }
      await new Promise((done) => setTimeout(done, 25));
    }
  };

  // What was seen, once the page is loaded, awake if it wakes, and quiet.
  const settled = (wakes) => new Promise((resolve, reject) => {
    const look = () => {
      const now = performance.now();
      const awake = !wakes || seen.ready > 0;
      if (failed) reject("the engine did not start");
      else if (now > TOO_LONG) reject("the page did not come to rest");
      else if (document.readyState === "complete" && awake && now - last > QUIET) {
        const sizes = performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"));
        seen.bytes = sizes.reduce((sum, entry) => sum + entry.transferSize, 0);
        seen.elements = document.querySelectorAll("*").length;
        seen.last = height();
        resolve(seen);
      }
      else setTimeout(look, 100);
    };
    look();
  });

  // From an input to the end of the next frame's work, in which styles, layout and paint are done.
  // A message that is posted in a frame is delivered right after it.
  const answers = [];
  let began = 0;
  for (const type of ["pointerup", "keydown"]) {
    addEventListener(type, (event) => { began = event.timeStamp; }, { capture: true });
  }
  addEventListener("input", () => {
    const from = began;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const took = performance.now() - from;
        const shown = parseInt(document.querySelector(".count b").textContent, 10);
        answers.push({ took, shown });
      };
      port2.postMessage(null);
    });
  }, { capture: true });
  const answered = (count) => new Promise((resolve, reject) => {
    const deadline = performance.now() + NO_ANSWER;
    const look = (now) => {
      if (answers.length >= count) resolve(answers);
      else if (now > deadline) reject(`no answer to input ${count}`);
      else requestAnimationFrame(look);
    };
    look(0);
  });

  // Where an element is, after it was brought into view.
  const place = (selector, which) => {
    const element = document.querySelectorAll(selector)[which];
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  // The times of the frames from the first to the last in which the page moved.
  let frames = [];
  let moving = false;
  const film = () => {
    frames = [];
    moving = true;
    const note = (time) => {
      frames.push([time, scrollY]);
      if (moving) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  };
  const filmed = () => {
    moving = false;
    const moved = frames.map(([, at], place) => place > 0 && at !== frames[place - 1][1]);
    const first = moved.indexOf(true);
    return first < 0 ? [] : frames.slice(first, moved.lastIndexOf(true) + 1).map(([time]) => time);
  };

  // Puts the start of a section at the top of the window, and tells how far it goes on below.
  const start = (selector) => {
    const section = document.querySelector(selector);
    section.scrollIntoView({ block: "start", behavior: "instant" });
    return Math.max(0, section.getBoundingClientRect().bottom - innerHeight);
  };

  return { impatient, settled, answered, place, film, filmed, start };
})();
