// The panel with which parts of the briefing are put on the pages of others. What can be chosen, and every
// word, stands in the page `share.html`; this makes links, code and a preview of the choices.
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

// A folder of the site, seen from the page that has the panel.
const within = (way, folder = document.baseURI) => new URL(way, new URL("./", folder)).href;

function wire(panel) {
  const filters = location.search.slice(1).split("&").filter((part) => part && !part.startsWith("scheme=")).join("&");
  const form = panel.querySelector("form");
  const frame = panel.querySelector("iframe");
  const stage = frame.parentElement;
  const sizes = panel.querySelector(".preview [role=radiogroup]");
  const said = panel.querySelector("[data-copied]");
  const entry = form.elements.entry;
  let wide = 0;

  const done = (button) => {
    for (const one of panel.querySelectorAll("[data-done]")) delete one.dataset.done;
    if (button) button.dataset.done = "";
    said.textContent = "";
  };
  const fit = () => frame.style.setProperty("--scale", stage.clientWidth / wide);
  const show = () => {
    const part = form.querySelector("[name=part]:checked");
    const language = form.querySelector("[name=language]:checked");
    const scheme = form.querySelector("[name=scheme]:checked").value;
    const [across, down] = sizes.querySelector(":checked").value.split(" ");
    const one = part.value === "entry";
    const folder = within(language?.value ?? "./");
    const chosen = part.value === "commitments" ? filters : "";
    const asked = [chosen, scheme === "auto" ? "" : `scheme=${scheme}`].filter(Boolean).join("&");
    const address = `${within(`embed/${one ? `entry/${entry.value}` : part.value}.html`, folder)}${asked && `?${asked}`}`;
    const title = one ? entry.selectedOptions[0].text : part.dataset.title;
    const place = one ? `#${entry.value}` : part.dataset.place;

    entry.disabled = !one;
    form.elements.link.value = `${folder}${chosen && `?${chosen}`}${place}`;
    form.elements.frame.value = `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${across}" `
      + `height="${down}" style="border: 0; max-width: 100%" loading="lazy"></iframe>`;
    const attributes = Object.entries({
      [one ? "entry" : "view"]: one ? entry.value : part.value,
      lang: language?.dataset.code,
      theme: scheme === "auto" ? "" : scheme,
      query: chosen,
    }).filter(([, value]) => value);
    const root = within(panel.dataset.root);
    form.elements.element.value = `<script src="${escaped(root)}partnership-briefing.js" async></script>\n`
      + `<partnership-briefing ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(" ")}>`
      + "</partnership-briefing>";

    const stills = panel.querySelector(".stills");
    stills.hidden = !part.dataset.still;
    for (const link of stills.querySelectorAll("a")) {
      link.href = within(`pictures/${part.dataset.still}.${link.dataset.ending}`, folder);
    }
    wide = across;
    stage.style.setProperty("--wide", across);
    stage.style.setProperty("--high", down);
    fit();
    frame.title = title;
    // Frames are not kept on the device.
    stage.hidden = !navigator.onLine;
    // Setting the same address would load the frame again.
    if (frame.src !== address) frame.src = address;
    done();
  };

  panel.classList.add("wired");
  panel.addEventListener("input", show);
  panel.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button) return;
    const field = form.elements[button.dataset.copies];
    let word = "copied";
    try {
      await navigator.clipboard.writeText(field.value);
      done(button);
    } catch {
      done();
      // What is selected can be copied by hand.
      field.focus();
      field.select();
      word = "refused";
    }
    said.textContent = said.dataset[word];
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  new ResizeObserver(fit).observe(stage);
  // The entry that is open is the one that is most likely meant.
  const open = [...entry.options].find((option) => `#${option.value}` === location.hash);
  if (open) {
    open.selected = true;
    form.querySelector("[name=part][value=entry]").checked = true;
  }
  show();
}

// The panel as the page of its own has it, with the styles that belong to it.
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the panel answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  sheet.href = new URL(page.querySelector("link[data-share]").getAttribute("href"), answer.url);
  const styled = new Promise((done, fail) => Object.assign(sheet, { onload: done, onerror: fail }));
  document.head.append(sheet);
  await styled;
  return page.querySelector(".share");
}

let drawn;

// Shows the panel over the page, as the page is now.
export async function share(link) {
  drawn ??= fetched(link.href);
  drawn.catch(() => (drawn = undefined));
  const panel = document.importNode(await drawn, true);
  let dialog = document.getElementById("share");
  if (!dialog) {
    dialog = Object.assign(document.createElement("dialog"), { id: "share" });
    dialog.setAttribute("aria-labelledby", "share-title");
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest(".close")) dialog.close();
    });
    document.body.append(dialog);
  }
  if (dialog.open) return;
  dialog.replaceChildren(panel);
  dialog.showModal();
  wire(panel);
}

const alone = document.querySelector("main > .share");
if (alone) wire(alone);
