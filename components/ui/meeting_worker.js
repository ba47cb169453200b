// Brings the page of a meeting from what its browser kept (meeting/33_offline.js) when the server
// cannot be reached. With a connection every request goes to the server, so nothing old is shown.
const NAME = "target87.meeting";
const FILES = new Set(["script", "style", "font"]);

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !(request.mode === "navigate" || FILES.has(request.destination)))
    return;
  event.respondWith(
    fetch(request).catch(async (why) => {
      const kept = await (await caches.open(NAME)).match(request.url.split("#")[0]);
      if (kept) return kept;
      throw why;
    }),
  );
});
