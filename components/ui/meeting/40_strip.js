// The strip on top: what meeting this is, where we are in it, and the clocks.
const Strip = (() => {
  const place = document.getElementById("strip");
  let list = null;
  let clocks = null;
  let drawnFor = "";

  const build = (go) => {
    const { agenda } = Store.state;
    list = h(
      "ol",
      { class: "strip-items" },
      agenda.i.map((item, at) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", tabindex: "-1", onclick: () => go(at) },
            h(
              "span",
              { class: "strip-title", dir: "auto" },
              h("b", {}, `${Words.isolated(at + 1)}`),
              " ",
              h("bdi", {}, Agenda.nameOf(item, at)),
            ),
            h(
              "span",
              { class: "strip-minutes" },
              item.m ? Words.plural("minutes", item.m) : "\u00a0",
            ),
            h("span", { class: "tick", role: "img", "aria-label": t("done") }),
          ),
        ),
      ),
    );
    // One stop for the tabulator, arrows inside: two hundred items would else stand in its way.
    list.addEventListener("focusin", (event) => {
      for (const each of list.querySelectorAll("button"))
        each.tabIndex = each === event.target ? 0 : -1;
    });
    const figure = h("b", { class: "clock-figure" });
    const words = h("span", { class: "clock-words" });
    const meeting = h("span", { class: "clock-meeting" });
    const bar = h("i", { class: "clock-used" });
    const pause = h("button", { type: "button", class: "pause", onclick: () => Clock.pause() });
    clocks = {
      figure,
      words,
      meeting,
      bar,
      pause,
      box: h(
        "div",
        { class: "clock", role: "timer", "aria-label": t("clock.label") },
        h("div", {}, figure, words),
        h("div", { class: "clock-side" }, pause, meeting),
        h("div", { class: "clock-bar" }, bar),
      ),
    };
    place.replaceChildren(
      h(
        "button",
        { type: "button", class: "strip-name", onclick: () => App.go("agenda") },
        h("span", { class: "mark", "aria-hidden": "true" }, "8.7"),
        h(
          "span",
          { class: "strip-meeting" },
          h("b", { dir: "auto" }, Agenda.titleOf(agenda)),
          h("span", {}, Words.day(agenda.d)),
        ),
      ),
      h("nav", { "aria-label": t("where_we_are") }, list),
      clocks.box,
    );
  };

  const mark = (current) => {
    const { at } = Store.state;
    [...list.children].forEach((each, number) => {
      const button = each.firstElementChild;
      const done = number !== at && Clock.spent(number) > 0;
      each.classList.toggle("done", done);
      each.classList.toggle("on", number === current);
      button.querySelector(".tick").hidden = !done;
      button.tabIndex = number === Math.max(current, 0) ? 0 : -1;
      if (number === current) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    const shown = list.children[Math.max(current, 0)];
    if (shown) {
      const middle = shown.offsetLeft + shown.offsetWidth / 2 - list.clientWidth / 2;
      list.scrollTo({ left: middle });
    }
  };

  const tick = () => {
    if (!clocks) return;
    const { agenda, at, started } = Store.state;
    const item = agenda.i[at];
    clocks.box.hidden = !item;
    if (!item) return;
    const face = Clock.face(Clock.spent(at), item.m);
    clocks.figure.textContent = face.figure;
    clocks.words.textContent = started && !Clock.running() ? t("clock.paused") : face.words;
    clocks.bar.style.inlineSize = `${Math.min(100, face.share * 100)}%`;
    clocks.box.classList.toggle("over", face.over);
    clocks.box.classList.toggle("near", !face.over && face.share >= 0.9);
    const all = { spent: Math.floor(Clock.total() / 60), of: Agenda.minutes(agenda) };
    clocks.meeting.textContent = t(all.of ? "clock.meeting" : "clock.meeting_open", all);
    const doing = Clock.running() || !started ? "pause" : "resume";
    if (clocks.pause.dataset.doing !== doing) {
      clocks.pause.dataset.doing = doing;
      clocks.pause.setAttribute("aria-label", t(doing));
      clocks.pause.title = t(doing);
    }
    clocks.pause.hidden = !started;
  };
  setInterval(tick, 500);

  // Draw for the item on screen; -1 for none.
  const draw = (current) => {
    const shape = JSON.stringify(Agenda.plain(Store.state.agenda));
    if (shape !== drawnFor) {
      build((at) => App.go("item", at));
      drawnFor = shape;
    }
    mark(current);
    tick();
  };

  return { draw };
})();
