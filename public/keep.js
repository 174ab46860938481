// Has the briefing kept on the device by offline.js, and says when a newer version of this page is kept
// than the one that is read. Comes when the page has come to rest. Frames keep nothing; and what has no
// origin of its own, or came unprotected over a network, has no worker in any browser.
const { worker, version } = document.querySelector("link[data-keep]").dataset;
const line = document.querySelector("#newer p");

async function newest({ scope }) {
  const page = location.pathname.replace(/\/$/, "/index.html");
  for (const cacheName of (await caches.keys()).reverse()) {
    const answer = cacheName.startsWith(`briefing ${scope} `) && (await caches.match(page, { cacheName }));
    if (answer) return answer.text();
  }
}

async function keep() {
  const registration = await navigator.serviceWorker.register(new URL(worker, document.baseURI));
  const compare = async () => {
    const text = await newest(registration);
    if (text) line.hidden = text.includes(`data-version="${version}"`);
  };
  const follow = () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => coming.state === "installed" && compare());
  };
  registration.addEventListener("updatefound", follow);
  follow();
  if (registration.waiting) compare();
  // A page that stays open for days asks when the reader comes back to it.
  const ask = () => document.hidden || registration.update().catch(() => {});
  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
}

line.firstElementChild.addEventListener("click", () => location.reload());
line.lastElementChild.addEventListener("click", () => (line.hidden = true));
// Who is refused the storage, or has none left, reads on as before.
if (window === top && navigator.serviceWorker) keep().catch(() => {});
