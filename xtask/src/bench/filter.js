// A filter over the cards as a careful author would write it by hand, without any library: the
// measure that the engine has to meet on the same page.
const cards = [...document.querySelectorAll("article[data-commitment]")].map((card) => {
  const band = card.closest(".band");
  return {
    item: card.closest("li"),
    band,
    values: { pillar: band.dataset.pillar, status: card.dataset.status, kind: card.dataset.kind },
    text: card.textContent.toLowerCase(),
  };
});
const bands = [...document.querySelectorAll(".band")];
const form = document.querySelector("form.explorer");
const search = form.querySelector("[name=q]");
const count = form.querySelector(".count b");

function apply() {
  const wanted = {};
  for (const box of form.querySelectorAll("input:checked")) (wanted[box.name] ??= new Set()).add(box.value);
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const facets = Object.entries(wanted);
  const full = new Set();
  let shown = 0;
  for (const { item, band, values, text } of cards) {
    const matches = facets.every(([name, chosen]) => chosen.has(values[name]))
      && words.every((word) => text.includes(word));
    item.hidden = !matches;
    if (matches) {
      shown += 1;
      full.add(band);
    }
  }
  for (const band of bands) band.hidden = !full.has(band);
  count.textContent = shown;
}

form.addEventListener("input", apply);
document.documentElement.dataset.engine = "coming";
document.documentElement.classList.remove("sheet-filters");
document.documentElement.dataset.ready = "";
