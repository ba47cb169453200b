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

  // An answer of ours. Throws Spoken where the server refused in words.
  const ask = async (address, options = {}) => {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(30000) });
    // A browser may answer from what it has kept a moment ago.
    isLost(!navigator.onLine);
    wait = SOON;
    if (answer.ok) return answer;
    const told = answer.status < 500 ? await answer.json().catch(() => null) : null;
    throw told?.refused ? new Spoken(told.refused) : new Error(String(answer.status));
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
    const address = `api/v1/meeting/screen.json?${new URLSearchParams({ view, lang: Given.language })}`;
    try {
      const answer = await ask(address);
      Offline.keepAnswer(address, answer.clone());
      kept.set(view, await answer.json());
    } catch (why) {
      if (why instanceof Spoken) kept.set(view, { kind: "refused", refused: why.message });
      else await instead(view, address, why);
    }
    asked.delete(view);
    tell();
    pump();
  };

  // What an earlier visit kept is shown until the connection is back.
  const instead = async (view, address, why) => {
    const answer = await Offline.answer(address);
    if (answer) kept.set(view, await answer.json());
    if (answer && !navigator.onLine) isLost(true);
    else retry(why);
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
    pump,
    ask,
    permalink,
    Spoken,
    get: (view) => kept.get(view),
    get lost() {
      return lost;
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
