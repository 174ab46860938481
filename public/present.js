// Shows one slide at a time, by keys, clickers, fingers and buttons. The page is complete without it:
// then the slides stand below each other. The engine takes slides out and puts them back; which ones
// there are is read from the page each time.
{
  const FLICK = 40;
  const MOVES = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  };
  // Shares of the window.
  const SCROLLS = { ArrowDown: 0.1, ArrowUp: 0.1, PageDown: 0.8, PageUp: 0.8, " ": 0.8 };
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = [...document.querySelectorAll(".slide")];
  const ways = find("#ways");
  const leaving = ways.querySelector("a");
  const full = leaving.href;
  const framed = parent !== window;
  const nameOf = (slide) => slide.id || slide.firstElementChild.id;
  const there = () => all.filter((slide) => slide.isConnected);
  let current = all[0];
  let typed = "";

  // Back leads to the same place of the page, if the reader came from there and nowhere else since.
  const steps = history.length;
  const came = [full, new URL(".", full).href].includes(document.referrer.split(/[?#]/)[0]);

  function say(text) {
    find("#slide-note").textContent = text;
  }

  // What follows the slide that is shown and how many there are.
  function follow() {
    const slides = there();
    const number = slides.indexOf(current) + 1;
    ways.querySelector(".place").textContent = `${number} / ${slides.length}`;
    ways.style.setProperty("--done", number / slides.length);
    for (const foot of document.querySelectorAll(".number")) foot.dataset.count = slides.length;
    for (const mark of document.querySelectorAll(".matrix [data-place]")) {
      mark.toggleAttribute("data-out", !document.getElementById(mark.dataset.of));
    }
    const notes = current.querySelector(".notes");
    if (notes) {
      notes.open = "notes" in root.dataset;
      notes.tabIndex = 0;
    }
    leaving.href = find(".back a").href = `${full}${location.search}${current === all[0] ? "" : `#${nameOf(current)}`}`;
    return [number, slides.length];
  }

  function show(slide) {
    delete current.dataset.current;
    current = slide;
    current.dataset.current = "";
    scrollTo(0, 0);
    return follow();
  }

  // A step of the reader: told to screen readers, and kept in the address without filling the history.
  function go(slide) {
    if (!slide || slide === current) return;
    const [number, count] = show(slide);
    say("");
    const title = slide.querySelector("h1, h2, h3").textContent;
    const values = { number, count, title };
    find("#slide-said").textContent = ways.dataset.slide.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    try {
      history.replaceState(history.state, "", `${location.search}#${nameOf(slide)}`);
    } catch {
      // Browsers refuse many changes in a short time; the link is then a little behind.
    }
  }

  function step(by) {
    const slides = there();
    go(slides[slides.indexOf(current) + by]);
  }

  // Opens what the address names, and says so where it names nothing that is shown.
  function open() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {}
    const wanted = id && all.find((slide) => nameOf(slide) === id);
    const shown = wanted?.isConnected;
    show(shown ? wanted : all[0]);
    say(!id || shown ? "" : wanted ? ways.dataset.out : ways.dataset.missing.replace("{id}", id.slice(0, 40)));
  }

  function flag(name, on = !(name in root.dataset)) {
    if (on) root.dataset[name] = "";
    else delete root.dataset[name];
    ways.querySelector(`[data-do=${name}]`)?.setAttribute("aria-pressed", on);
    if (name === "black") find("#slide-said").textContent = on ? ways.dataset.black : "";
    follow();
  }

  // Where it is refused or impossible, the slides stay in the window.
  function fill() {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
    done?.catch(() => {});
  }

  function leave() {
    if (came && steps > 1 && history.length === steps) history.back();
    else location.href = leaving.href;
  }

  const deeds = {
    previous: () => step(-1),
    next: () => step(1),
    notes: () => flag("notes"),
    full: fill,
  };

  // Answers whether the key was for the slides.
  function pressed({ key, shiftKey, target }) {
    const digits = typed;
    typed = "";
    if ("black" in root.dataset && key !== "Tab") return flag("black", false), true;
    if (key in MOVES) {
      if (key === " " && target.closest("button, summary")) return false;
      const by = shiftKey && key === " " ? -1 : MOVES[key];
      // What is longer than its window is read to its end first. It does not glide: browsers let a
      // scroll of the slide before go on in the next one.
      const frame = target.closest(".notes") ?? document.scrollingElement;
      const left = by > 0 ? frame.scrollHeight - frame.clientHeight - frame.scrollTop : frame.scrollTop;
      if (key in SCROLLS && left > 1) frame.scrollBy(0, by * SCROLLS[key] * frame.clientHeight);
      else step(by);
      return true;
    }
    if (key === "Home" || key === "End") return go(there().at(key === "Home" ? 0 : -1)), true;
    if (key === "Enter" && digits) return go(there()[digits - 1]), true;
    if (key === "F5") return document.fullscreenEnabled && (fill(), true);
    if (key === "Escape") {
      if (document.fullscreenElement) return false;
      if ("notes" in root.dataset) return flag("notes", false), true;
      return !framed && (leave(), true);
    }
    let single = "on";
    try {
      single = localStorage.getItem("briefing-single-keys");
    } catch {}
    if (single === "off") return false;
    if (key >= "0" && key <= "9") typed = (digits + key).slice(-4);
    else if (key === "f") fill();
    else if (key === "n") flag("notes");
    else if (key === "b" || key === ".") flag("black");
    else return false;
    return true;
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    const slide = link && all.find((slide) => nameOf(slide) === link.hash.slice(1));
    const deed = deeds[event.target.closest("[data-do]")?.dataset.do];
    const out = event.target.closest("#ways a, .back a") && !framed;
    if ("black" in root.dataset) flag("black", false);
    else if (slide) slide.isConnected ? go(slide) : say(ways.dataset.out);
    else if (deed) deed();
    else if (out) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  let from;
  addEventListener("touchstart", ({ touches: [first, second] }) => {
    from = second || visualViewport?.scale > 1 ? undefined : first;
  }, { passive: true });
  addEventListener("touchend", ({ changedTouches: [to] }) => {
    const [x, y] = from ? [to.clientX - from.clientX, to.clientY - from.clientY] : [0, 0];
    from = undefined;
    if (Math.abs(x) > FLICK && Math.abs(x) > 2 * Math.abs(y)) step(x < 0 ? 1 : -1);
  });
  addEventListener("fullscreenchange", () => {
    ways.querySelector("[data-do=full]").setAttribute("aria-pressed", !!document.fullscreenElement);
  });
  addEventListener("hashchange", open);

  // The engine has woken or the choice has changed. A presentation of nothing says so at once.
  new MutationObserver(() => {
    const empty = !find("#listing .slide");
    if (!current.isConnected) open();
    else if (empty && current === all[0] && !location.hash) show(find("#roadmap"));
    else follow();
    const notice = find(".notice").textContent;
    if (notice) say(notice);
  }).observe(find("main"), { childList: true, subtree: true, characterData: true });

  if (framed) {
    root.dataset.framed = "";
    leaving.target = "_blank";
  }
  ways.querySelector("[data-do=full]").hidden = !document.fullscreenEnabled;
  root.dataset.presenting = "";
  open();
}
