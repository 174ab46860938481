// Keeps a version of the briefing, so that it opens without a network. The build writes before
// these lines VERSION, ASSETS, whose names bear a digest, and PAGES; of each file its name and digest.
//
// Pages come from the network when there is one, so that nobody reads an old version unawares. All
// else is found by a name that says what is in it, so no page gets a part of another version, whichever
// it is and wherever it comes from. A version is kept whole or not at all, and until no window needs it:
// this worker waits until all windows of the one before it are closed.
const OURS = `briefing ${registration.scope} `;
const MINE = OURS + VERSION;
const DIGEST = /-[0-9a-f]{16}\.\w+$/;
// A network that does not answer for so many milliseconds is taken for none.
const PATIENCE = 4000;

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

// The newest that is kept. A device that refuses its storage keeps nothing.
async function kept(request) {
  try {
    for (const cacheName of (await ours()).reverse()) {
      const answer = await caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true });
      if (answer) return answer;
    }
  } catch {}
}

// A version that comes back must be the newest again, so the name is a new one each time. What an
// interrupted installation leaves has no page, because those come last.
async function keep() {
  const name = `${MINE} ${Date.now()}`;
  const cache = await caches.open(name);
  const add = async ([file, integrity], known, mode) => {
    const answer = known ?? (await fetch(file, { integrity, cache: mode, priority: "low" }));
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    // A browser opens no page that it was led to from another address, as some hosts do.
    await cache.put(file, new Response(answer.body, answer));
  };
  try {
    await Promise.all(ASSETS.map(async (file) => add(file, await kept(file[0]), "default")));
    await Promise.all(PAGES.map((file) => add(file, undefined, "no-cache")));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

// What is newer than this version is perhaps being kept just now.
async function tidy() {
  const names = await ours();
  const mine = names.findLastIndex((name) => name.startsWith(MINE));
  await Promise.all(names.slice(0, Math.max(mine, 0)).map((name) => caches.delete(name)));
  await clients.claim();
}

async function page(request) {
  const network = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => {});
  if (answer && answer.status < 500) return answer;
  return (await kept(request.url.replace(/\/(?=$|[?#])/, "/index.html"))) ?? network;
}

// What stands in a frame is none of our business, and what it asks for neither.
async function asset({ clientId, request }) {
  const client = await clients.get(clientId);
  return (client?.frameType !== "nested" && (await kept(request))) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const { pathname } = new URL(request.url);
  // The panel for sharing is a page that a script asks for, which has no destination.
  const isPage = request.destination === "document" || (!request.destination && pathname.endsWith(".html"));
  if (isPage) event.respondWith(page(request));
  else if (DIGEST.test(pathname)) event.respondWith(asset(event));
});
