// The page itself and the screens that came, kept by the browser, so that a reload without a
// connection brings them again (../meeting_worker.js). Browsers allow it under https and on localhost.
const Offline = (() => {
  const NAME = "target87.meeting";
  const can = "caches" in window && "serviceWorker" in navigator;
  const MOST_SCREENS = 400;

  const files = () =>
    [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload], script[src]")]
      .map((each) => each.href ?? each.src)
      .map(String);
  const own = () => document.URL.split("#")[0];

  const keepPage = async () => {
    if (!can) return;
    try {
      await navigator.serviceWorker.register("meeting-worker.js", { scope: "meeting" });
      const cache = await caches.open(NAME);
      const wanted = [own(), ...files()];
      await cache.addAll(wanted);
      const others = (await cache.keys()).filter((each) => !wanted.includes(each.url));
      const screens = others.filter((each) => each.url.includes("/api/"));
      const old = others.filter((each) => each.url.includes("/look/"));
      for (const each of [...old, ...screens.slice(0, -MOST_SCREENS)]) await cache.delete(each);
    } catch {
      // Without it a reload needs the connection; what was typed is kept in any case.
    }
  };

  const keepAnswer = async (address, answer) => {
    if (can) await (await caches.open(NAME)).put(address, answer).catch(() => {});
  };
  const answer = async (address) =>
    can ? (await caches.open(NAME)).match(address).catch(() => null) : null;

  return { keepPage, keepAnswer, answer };
})();
