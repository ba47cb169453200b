// The screens of all items, fetched ahead two at a time and kept, so that stepping is instant and a
// lost connection hurts nothing. A screen is {kind, title, short, html, permalink, release} as
// /api/v1/meeting/screen.json gives it, or {kind: "refused", refused}.
const Screens = (() => {
  const AT_ONCE = 2;
  const [SOON, LATE] = [3000, 30000];
  const kept = new Map();
  const asked = new Set();
  const listeners = [];
  let lost = !navigator.onLine;
  let wait = SOON;
  let timer = 0;

  const tell = () => listeners.forEach((listener) => listener());
  const isLost = (now) => {
    if (lost === now) return;
    lost = now;
    tell();
  };

  // JSON of ours; null where the server refused in words, which then stand in `refused`.
  const ask = async (address, options = {}) => {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(30000) });
    if (answer.status === 400) throw new Spoken((await answer.json()).refused);
    if (!answer.ok) throw new Error(String(answer.status));
    isLost(false);
    wait = SOON;
    return answer;
  };

  // A refusal that the server put into words.
  class Spoken extends Error {}

  // The views that are still to come: what is shown first, then what follows, then what was before.
  const wanted = () => {
    const { agenda, at } = Store.state;
    const turned = [...agenda.i.slice(at), ...agenda.i.slice(0, at)];
    return turned.map((item) => item.v).find((view) => view && !kept.has(view) && !asked.has(view));
  };

  const one = async (view) => {
    asked.add(view);
    try {
      const query = new URLSearchParams({ view, lang: Given.language });
      const answer = await ask(`api/v1/meeting/screen.json?${query}`);
      kept.set(view, await answer.json());
    } catch (why) {
      if (why instanceof Spoken) kept.set(view, { kind: "refused", refused: why.message });
      else retry(why);
    }
    asked.delete(view);
    tell();
    pump();
  };

  const pump = () => {
    while (asked.size < AT_ONCE && !timer) {
      const view = wanted();
      if (!view) return;
      one(view);
    }
  };

  const retry = (why) => {
    if (why.name === "TypeError" || !navigator.onLine) isLost(true);
    if (timer) return;
    timer = setTimeout(again, wait);
    wait = Math.min(wait * 2, LATE);
  };
  const again = () => {
    clearTimeout(timer);
    timer = 0;
    pump();
  };

  addEventListener("offline", () => isLost(true));
  addEventListener("online", () => {
    isLost(false);
    again();
  });

  // Where an item's view stands for good: its own address with the data version.
  const permalink = (item) => {
    if (!item.v) return "";
    const told = kept.get(item.v)?.permalink;
    const pinned = Agenda.isPinned(item.v) || !Given.release;
    const address = told ?? (pinned ? item.v : Agenda.withParams(item.v, { as_of: Given.release }));
    return new URL(Agenda.withParams(address, { lang: Given.language }), document.baseURI).href;
  };

  return {
    pump, ask, permalink, Spoken,
    get: (view) => kept.get(view),
    get lost() { return lost; },
    onChange: (listener) => listeners.push(listener),
  };
})();
