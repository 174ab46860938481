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

const reached = (state) => () => root.classList.add(state);
reached("scripts")();
// The stylesheet filters once something is chosen. Most readers never need these rules, and while they hold,
// a browser looks at every element of the explorer whenever something changes in it.
root.classList.remove("sheet-filters");
addEventListener("change", () => "ready" in root.dataset || reached("sheet-filters")());
// The first frame waits for the stylesheets and has the title alone. What stands around it waits for the
// fonts, whose lines may end elsewhere than those of others, but not for long. Styles and places are worked
// out in tasks of their own, and what is not seen at once comes in later frames: all together would keep an
// input waiting.
const style = () => getComputedStyle(root).getPropertyValue("color");
const wait = (time) => new Promise((done) => setTimeout(done, time));
const frame = () => new Promise(requestAnimationFrame).then(() => wait());
const sheets = () => [...document.querySelectorAll("head>link[rel=stylesheet]")];
const faces = () => Promise.allSettled([...document.fonts].map((font) => font.load()));
let fonts;
const letters = () => (fonts ??= Promise.race([faces(), wait(500)]).then(reached("lettered")));
async function draw() {
  await letters();
  await wait();
  reached("styled")();
  style();
}
document.addEventListener("load", async ({ target }) => {
  if (target.rel !== "stylesheet" || fonts || !document.body || !sheets().every((link) => link.sheet)) return;
  letters();
  style();
  await wait();
  await draw();
  await wait();
  root.getBoundingClientRect();
}, { capture: true });
// WebKit does not wait for the box of what the address names, nor does it look into what is folded.
const lead = (lost, how) => {
  const target = document.querySelector(":target");
  if (target && lost(target)) target.scrollIntoView(how);
};
addEventListener("hashchange", () => lead((target) => target.closest("details:not([open])")));
frame().then(draw).then(frame).then(reached("drawn")).then(frame).then(reached("near"))
  .then(frame).then(() => lead(() => !scrollY, { behavior: "instant" }));
// Whoever is already further down before the page is loaded needs what is there.
onscroll = () => scrollY > innerHeight && reached("loaded")();
addEventListener("load", () => {
  reached("loaded")();
  onscroll = null;
});
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
