// Says that scripts run, sets the chosen theme before the page is drawn, for which WebAssembly comes
// too late, and says when it is drawn and when it is loaded. Lets the button change the theme: as the
// device, light, dark. A browser that refuses storage keeps the choice until the page is left. What the
// address asks for goes first and is not kept.
const KEY = "briefing-theme";
const THEMES = ["auto", "light", "dark"];
const root = document.documentElement;
let theme = "auto";
try {
  theme = localStorage.getItem(KEY) ?? "auto";
} catch {}
const asked = new URLSearchParams(location.search).get("scheme");
if (THEMES.includes(asked)) theme = asked;

function apply() {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
}

// Filters with the stylesheet once something is chosen. Most readers never need these rules, and while they
// stand, a browser looks at every element of the explorer whenever something changes in it.
let chosen = false;
function filterPlainly(choice) {
  chosen ||= choice;
  const plain = document.getElementById("plain-filters");
  if (plain && !("ready" in root.dataset)) plain.media = chosen ? "all" : "not all";
}

const reached = (state) => () => root.classList.add(state);
reached("scripts")();
addEventListener("change", () => filterPlainly(true));
// The first frame waits for the stylesheets. Styles and places are worked out as soon as they are there, and
// what is not seen at once comes in later frames: all together would keep an input waiting.
const style = () => getComputedStyle(root).getPropertyValue("color");
const inTurn = ([task, ...rest], next) => next(() => {
  task();
  if (rest.length) inTurn(rest, next);
});
document.addEventListener("load", ({ target }) => {
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]:not([media=print])")];
  if (target.rel !== "stylesheet" || !document.body || !sheets.every((link) => link.sheet)) return;
  filterPlainly(false);
  style();
  inTurn([() => {
    reached("styled")();
    style();
  }, () => root.getBoundingClientRect()], setTimeout);
}, { capture: true });
const painted = (then) => requestAnimationFrame(() => setTimeout(then));
requestAnimationFrame(() => filterPlainly(false));
inTurn(["styled", "drawn", "near"].map(reached), painted);
addEventListener("load", reached("loaded"));
// Whoever is already further down needs what is there.
addEventListener("scroll", () => scrollY > innerHeight && reached("loaded")(), { passive: true });
apply();
addEventListener("DOMContentLoaded", () => {
  const buttons = document.querySelectorAll(".theme");
  const label = () => {
    for (const button of buttons) {
      button.lastElementChild.textContent = button.dataset[theme] ?? button.dataset.auto;
    }
  };
  label();
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      try {
        localStorage.setItem(KEY, theme);
      } catch {}
      apply();
      label();
    });
  }
  // The list of sections has done its work when one of them is chosen.
  const menu = document.getElementById("menu");
  menu?.addEventListener("click", (event) => {
    if (event.target.closest("a")) menu.hidePopover?.();
  });
});
