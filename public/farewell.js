// Stands where the worker stood of a site that is no longer kept on devices, and takes itself away with
// all that was kept. It answers nothing, so every page comes from the network at once.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(`briefing ${registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
