// The same entries as a careful author would show them without any library: all of them as data, and only
// those in the window as elements.
const { commitments } = JSON.parse(document.getElementById("entries").textContent);
const form = document.querySelector("form");
const list = document.getElementById("list");
const count = document.querySelector(".count b");
const ROW = 150;
const SPARE = 4;
let matches = commitments;

const words = (entry) => [
  entry.title, entry.text, entry.note, entry.pillar.label, entry.status.label, entry.kind.label,
  ...entry.parties.map((party) => party.label), ...entry.citations.map((cite) => cite.verb),
].filter(Boolean).join(" ").toLowerCase();
for (const entry of commitments) entry.words = words(entry);

function line(name, text, className = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function card(entry) {
  const article = document.createElement("article");
  const { status, kind, parties, date, citations } = entry;
  article.append(
    line("h3", entry.title),
    line("p", entry.text),
    line("p", [status.label, kind.label, parties.map(({ label }) => label).join(", "), date?.value ?? ""].join(" · "), "meta"),
    line("p", citations.map(({ source, paragraph }) => `${source} ¶${paragraph}`).join(", "), "cites"),
  );
  return article;
}

function draw() {
  const first = Math.max(0, Math.floor((scrollY - list.offsetTop) / ROW) - SPARE);
  const last = Math.min(matches.length, first + Math.ceil(innerHeight / ROW) + 2 * SPARE);
  list.replaceChildren(...matches.slice(first, last).map(card));
  list.style.paddingTop = `${first * ROW}px`;
  list.style.paddingBottom = `${(matches.length - last) * ROW}px`;
}

function apply() {
  const chosen = [...form.querySelectorAll("input:checked")].map((box) => box.value);
  const wanted = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
  matches = commitments.filter((entry) => (!chosen.length || chosen.includes(entry.status.id))
    && wanted.every((word) => entry.words.includes(word)));
  count.textContent = matches.length;
  draw();
}

form.addEventListener("input", apply);
addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
apply();
document.documentElement.dataset.ready = "";
