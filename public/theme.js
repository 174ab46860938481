// Says that scripts run, and sets the chosen theme, before the page is drawn, which WebAssembly comes too late for, and lets
// the button change it: as the device, light, dark. A browser that refuses storage keeps the
// choice until the page is left.
const KEY = "briefing-theme";
const THEMES = ["auto", "light", "dark"];
let theme = "auto";
try {
  theme = localStorage.getItem(KEY) ?? "auto";
} catch {}

function apply() {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

document.documentElement.classList.add("scripts");
apply();
addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  if (!button) return;
  const label = () => {
    button.lastElementChild.textContent = button.dataset[theme] ?? button.dataset.auto;
  };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    try {
      localStorage.setItem(KEY, theme);
    } catch {}
    apply();
    label();
  });
});
