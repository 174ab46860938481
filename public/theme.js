// What must be there before the page is drawn, for which WebAssembly comes too late: that scripts run, the
// chosen theme, and an answer to early choices. Lets the button change the theme: as the device, light, dark.
// A browser that refuses storage keeps the choice until the page is left. What the address asks for goes
// first and is not kept.
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

// What the engine is for is shown from the first frame on. Where a policy or a host keeps scripts away, it is not.
root.dataset.engine = "coming";
// Until the engine is awake the stylesheet filters what is chosen. Its rules wait for a choice: while they hold,
// a browser looks at every card whenever anything changes near it.
root.classList.remove("sheet-filters");
addEventListener("change", () => "ready" in root.dataset || root.classList.add("sheet-filters"));
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
});
