// What stands between strip and foot while an item is on: a screen from the server, a spoken item
// drawn here, or a live page in a frame.
const Stage = (() => {
  const MOST_FRAMES = 3;
  const LONE = ".st-key-presenting { display: none; }";
  const frames = new Map();
  const room = document.getElementById("frames");
  const listeners = [];

  const LONG_NAME = 60;
  const heading = (item, place) => {
    const name = Agenda.nameOf(item, place);
    return h("h1", { dir: "auto", class: name.length > LONG_NAME ? "long" : null }, name);
  };

  const spoken = (item, place) =>
    h(
      "section",
      { class: "screen screen-spoken" },
      heading(item, place),
      item.n ? h("p", { class: "spoken-note", dir: "auto" }, item.n) : null,
      item.m ? h("p", { class: "spoken-minutes" }, Words.plural("minutes", item.m)) : null,
    );

  const sentence = (item, place, text, address) =>
    h(
      "section",
      { class: "screen screen-spoken" },
      heading(item, place),
      h("p", { class: "spoken-note" }, text),
      address ? h("p", {}, h("a", { href: address, target: "_blank" }, t("open_page"))) : null,
    );

  const drawn = (screen) => {
    const stage = h("div", { class: "stage" });
    // The one place where HTML is taken as such: it comes from our own server, escaped there.
    stage.innerHTML = screen.html;
    for (const link of stage.querySelectorAll("a[href]")) link.target = "_blank";
    return stage;
  };

  const addressOf = (item) => Agenda.withParams(item.v, { lang: Given.language, present: "1" });

  const frameOf = (item) => {
    let frame = frames.get(item.v);
    if (!frame) {
      frame = h("iframe", { src: addressOf(item), title: item.t });
      frame.addEventListener("load", () => {
        try {
          const page = frame.contentDocument;
          // The way out of presenting would lead nowhere in here.
          page.head.append(Object.assign(page.createElement("style"), { textContent: LONE }));
          listeners.forEach((listener) => listener(frame.contentWindow));
        } catch {
          // A page that may not be reached keeps its own keys.
        }
      });
      room.append(frame);
      frames.set(item.v, frame);
    }
    return frame;
  };

  // The live page of an item is shown, those of others wait unseen; the next one loads ahead.
  const showFrames = (item, next) => {
    const isPage = (one) => one?.v && Screens.get(one.v)?.kind === "page";
    const shown = isPage(item) ? frameOf(item) : null;
    if (isPage(next)) frameOf(next);
    for (const [view, frame] of [...frames]) {
      const away = frame !== shown;
      frame.classList.toggle("away", away);
      frame.inert = away;
      if (away && frames.size > MOST_FRAMES && view !== next?.v) {
        frame.remove();
        frames.delete(view);
      }
    }
    room.hidden = !shown;
    return Boolean(shown);
  };

  // What an item shows now.
  const show = (item, place, next) => {
    if (showFrames(item, next)) return [];
    if (!item.v) return [spoken(item, place)];
    const screen = Screens.get(item.v);
    if (!screen) {
      const text = Screens.lost ? t("screen_lost") : t("screen_coming");
      return [sentence(item, place, text, "")];
    }
    if (screen.kind === "refused") return [sentence(item, place, screen.refused, "")];
    return [drawn(screen)];
  };

  return {
    show,
    hideFrames: () => showFrames(null, null),
    onFrame: (listener) => listeners.push(listener),
  };
})();
