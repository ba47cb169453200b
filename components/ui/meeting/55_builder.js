// The agenda's workshop: title, day, the items in their order, and ways to add some.
const Builder = (() => {
  const DEFAULT_MINUTES = 10;
  const later = { quiet: true };

  const set = (place, name, value) =>
    Store.change((state) => {
      state.agenda.i[place][name] = value;
    }, later);

  const places = () => Store.state.agenda.i.map((_, place) => place);

  const move = (place, way) => {
    const to = place + way;
    const order = places();
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(place, 1));
    const name = Agenda.nameOf(Store.state.agenda.i[place], place);
    Store.change((state) => Store.reorder(state, order));
    const button = document.getElementById(`${way < 0 ? "up" : "down"}-${to}`);
    (button.disabled ? document.getElementById(`title-${to}`) : button).focus();
    say(t("moved", { name, number: to + 1 }));
  };

  const remove = (place) => {
    const { agenda, notes } = Store.state;
    const lost = notes.filter((note) => note.item === place).length;
    const name = Agenda.nameOf(agenda.i[place], place);
    const undo = lost ? Words.plural("removed_with_notes", lost, { name }) : t("removed", { name });
    Store.change(
      (state) =>
        Store.reorder(
          state,
          places().filter((each) => each !== place),
        ),
      { undo },
    );
    const near = document.getElementById(
      `remove-${Math.min(place, Store.state.agenda.i.length - 1)}`,
    );
    near?.focus();
  };

  // Put items at the end, as many as there is room for.
  const add = (items) => {
    const room = Agenda.mostItems - Store.state.agenda.i.length;
    if (items.length > room)
      Notices.tell(
        t("too_many", { most: Agenda.mostItems, left: items.length - Math.max(room, 0) }),
      );
    const first = Store.state.agenda.i.length;
    Store.change((state) => {
      for (const item of items.slice(0, room)) {
        state.agenda.i.push({ t: "", v: "", m: 0, n: "", ...item });
        state.spent.push(0);
      }
    });
    Screens.pump();
    document.getElementById(`row-${first}`)?.scrollIntoView({ block: "nearest" });
  };

  const clear = () => {
    Store.change(
      (state) => {
        state.agenda = Agenda.blank();
        state.notes = state.drafts = state.spent = [];
        state.participants = [];
        state.place = "";
        state.at = 0;
        state.started = state.since = null;
      },
      { undo: t("cleared") },
    );
  };

  const byKeyboard = (place) => (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(place, event.key === "ArrowUp" ? -1 : 1);
  };

  const small = (id, sign, words, act, disabled = false) =>
    h(
      "button",
      {
        type: "button",
        id,
        class: "small-button",
        "aria-label": words,
        title: words,
        disabled,
        onclick: act,
      },
      sign,
    );

  const row = (item, place, all) => {
    const name = Agenda.nameOf(item, place);
    const about = { name };
    return h(
      "li",
      { id: `row-${place}`, class: "build-row", onkeydown: byKeyboard(place) },
      h("b", { class: "agenda-number" }, Words.isolated(place + 1)),
      h("input", {
        id: `title-${place}`,
        type: "text",
        value: item.t,
        maxlength: "300",
        dir: "auto",
        "aria-label": t("title_of", { number: place + 1 }),
        oninput: (e) => set(place, "t", e.target.value),
      }),
      h("input", {
        id: `minutes-${place}`,
        type: "number",
        min: "0",
        max: String(Agenda.mostMinutes),
        value: String(item.m),
        "aria-label": t("minutes_of", about),
        oninput: (e) =>
          set(
            place,
            "m",
            Math.min(Agenda.mostMinutes, Math.max(0, Math.round(Number(e.target.value) || 0))),
          ),
      }),
      h(
        "span",
        { class: "build-buttons" },
        small(`up-${place}`, "↑", t("up_of", about), () => move(place, -1), place === 0),
        small(
          `down-${place}`,
          "↓",
          t("down_of", about),
          () => move(place, 1),
          place === all.length - 1,
        ),
        small(`remove-${place}`, "×", t("remove_of", about), () => remove(place)),
      ),
      h("input", {
        id: `note-${place}`,
        class: "build-note",
        type: "text",
        value: item.n,
        maxlength: "300",
        dir: "auto",
        placeholder: t("note"),
        "aria-label": t("note_of", about),
        oninput: (e) => set(place, "n", e.target.value),
      }),
      item.v
        ? h(
            "a",
            {
              class: "build-view",
              href: Agenda.withParams(item.v, { lang: Given.language }),
              target: "_blank",
              dir: "ltr",
            },
            item.v,
          )
        : h("span", { class: "build-view" }, t("spoken")),
    );
  };

  const field = (id, words, type, value, save) =>
    h(
      "label",
      { class: "field" },
      h("span", {}, words),
      h("input", {
        id,
        type,
        value,
        maxlength: type === "text" ? "300" : null,
        dir: "auto",
        oninput: (e) => save(e.target.value),
      }),
    );

  const draw = () => {
    const { agenda } = Store.state;
    return [
      AgendaView.tabs("build"),
      h(
        "div",
        { class: "build-page" },
        h(
          "div",
          { class: "build-main" },
          h("h1", {}, t("view.build")),
          h(
            "div",
            { class: "fields" },
            field("agenda-title", t("meeting_title"), "text", agenda.t, (text) =>
              Store.change((state) => {
                state.agenda.t = text;
              }, later),
            ),
            field("agenda-day", t("day"), "date", agenda.d, (text) =>
              Store.change((state) => {
                state.agenda.d = text;
              }, later),
            ),
          ),
          agenda.i.length === 0
            ? h("p", { class: "empty" }, t("empty"))
            : [
                h("p", { class: "facts" }, AgendaView.facts({ ...agenda, d: "" })),
                h("ol", { class: "build-list" }, agenda.i.map(row)),
                h("p", { class: "small" }, t("reorder_hint")),
              ],
          agenda.i.length || Store.hasRecords(Store.state)
            ? h("button", { type: "button", id: "clear", onclick: clear }, t("clear"))
            : null,
        ),
        h(
          "aside",
          { class: "build-side", "aria-label": t("add_items") },
          Sources.draw(),
          Share.draw(),
          AgendaView.shelf(),
        ),
      ),
    ];
  };

  return { draw, add, DEFAULT_MINUTES };
})();
