// <partnership-briefing view="timeline"> for the pages of others: a frame with a part of the briefing
// that is as high as what is in it. `src` is the folder of the briefing, by default that of this
// script. An attribute `height`, or --partnership-briefing-height in a stylesheet, is kept to instead.
((languages) => {
  const home = document.currentScript?.src ?? location.href;
  const VIEWS = ["timeline", "commitments", "figures", "matrix"];
  const TALLEST = 20000;

  class PartnershipBriefing extends HTMLElement {
    static observedAttributes = ["src", "view", "entry", "lang", "theme", "query", "height", "title"];
    #frame;
    #told = (event) => {
      const frame = this.#frame;
      if (event.source !== frame?.contentWindow || event.origin !== new URL(frame.src).origin) return;
      if (event.data?.type === "iframe-resized") this.#resize(event.data.height);
    };

    connectedCallback() {
      if (!this.#frame) {
        this.#frame = document.createElement("iframe");
        this.#frame.loading = "lazy";
        this.#frame.part = "frame";
        for (const [name, value] of [["display", "block"], ["width", "100%"], ["border", "0"]]) {
          this.#frame.style.setProperty(name, value);
        }
        this.#resize(540);
        this.attachShadow({ mode: "open" }).append(this.#frame);
        this.style.display ||= "block";
        this.#show();
      }
      addEventListener("message", this.#told);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#told);
    }

    attributeChangedCallback() {
      if (this.#frame) this.#show();
    }

    #resize(height) {
      const fixed = Number.parseInt(this.getAttribute("height"), 10);
      const pixels = fixed > 0 ? fixed : height;
      if (!Number.isFinite(pixels) || pixels < 1 || pixels > TALLEST) return;
      this.#frame.style.height = `var(--partnership-briefing-height, ${pixels}px)`;
    }

    #show() {
      const get = (name) => this.getAttribute(name) ?? "";
      const language = languages.find((known) => known.lang === get("lang")) ?? languages[0];
      const view = VIEWS.includes(get("view")) ? get("view") : VIEWS[0];
      const entry = /^[a-z0-9-]+$/.test(get("entry")) ? get("entry") : "";
      const folder = language === languages[0] ? "" : `${language.lang}/`;
      const address = new URL(`${folder}embed/${entry ? `entry/${entry}` : view}.html`, new URL(get("src"), home));
      address.search = get("query");
      if (get("theme")) address.searchParams.set("scheme", get("theme"));
      this.#frame.title = get("title") || `${language[entry ? "commitments" : view]}, ${language.site}`;
      if (this.#frame.src !== address.href) this.#frame.src = address.href;
      if (get("height")) this.#resize(540);
    }
  }

  if (!customElements.get("partnership-briefing")) customElements.define("partnership-briefing", PartnershipBriefing);
})(LANGUAGES);
