// What a reader sees of the explorer. A card that is filtered out has no place in the layout.
const all = (selector) => [...document.querySelectorAll(selector)];
const shown = (element) => element.getClientRects().length > 0;
const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
const numbers = (element) => (element ? text(element) : "").match(/\d+/g)?.map(Number) ?? [];
const choices = all("#explorer input[type=checkbox]");
const named = (box) => `${box.name}=${box.value}`;
// The number beside a value is an element of its own, whichever.
const beside = (box) => [...box.closest("label").querySelectorAll("*")]
  .filter((element) => !element.children.length && /^\d+$/.test(text(element)))
  .map((element) => Number(text(element)));
// Between two pages there is nothing to look at.
if (!document.documentElement) return null;
return {
  ready: document.documentElement.hasAttribute("data-ready"),
  cards: all("article[data-commitment]").filter(shown).map((card) => card.id),
  checked: choices.filter((box) => box.checked).map(named),
  counts: choices.map((box) => [named(box), beside(box).at(-1) ?? -1]),
  search: document.querySelector("#explorer input[name=q]")?.value ?? "",
  status: numbers(document.querySelector("#results [role=status]")),
  chips: all(".chip").filter(shown).map(text),
  marked: all("article[data-commitment] mark").filter(shown).map((mark) => mark.textContent),
  notices: all(".notice, .failed").filter((line) => shown(line) && text(line)).map(text),
  ways: all(".empty button").filter(shown).map(text),
  query: location.search,
  steps: history.length,
};
