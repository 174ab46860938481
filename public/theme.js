// Says that scripts run, sets the chosen theme before the page is drawn, for which WebAssembly comes
// too late, and says when it is drawn. Lets the button change the theme: as the device, light, dark.
// A browser that refuses storage keeps the choice until the page is left. What the address asks for
// goes first and is not kept.
const KEY = "briefing-theme";
const THEMES = ["auto", "light", "dark"];
let theme = "auto";
try {
  theme = localStorage.getItem(KEY) ?? "auto";
} catch {}
const asked = new URLSearchParams(location.search).get("scheme");
if (THEMES.includes(asked)) theme = asked;

function apply() {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

document.documentElement.classList.add("scripts");
// The first frame waits for the stylesheet.
requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.add("drawn")));
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
