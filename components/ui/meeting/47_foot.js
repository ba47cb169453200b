// The foot: back, on, the line of decisions, and which keys do what.
const Foot = (() => {
  const place = document.getElementById("foot");
  const step = (id, way) =>
    h(
      "button",
      { type: "button", id, class: `step ${id}`, onclick: () => App.step(way) },
      h("span", { class: "step-sign", "aria-hidden": "true" }),
      h("span", { class: "step-text" }, h("small", {}), h("b", { dir: "auto" })),
    );
  const previous = step("previous", -1);
  const next = step("next", 1);
  const line = h("p", { class: "foot-line" });
  const lost = h("span", { class: "lost", role: "status" });
  const keys = h("span", { class: "keys" });
  line.append(lost, keys, Notes.toggle);
  place.append(previous, h("div", { class: "foot-middle" }, Notes.form, line), next);
  place.before(Notes.panel);

  const KEYS = {
    item: ["step", "home", "decision", "action", "minutes", "escape"],
    other: ["start", "jump", "edit", "people", "minutes", "full", "escape"],
    empty: ["edit", "people", "minutes", "escape"],
  };
  const label = (button, lead, name) => {
    button.querySelector("small").textContent = lead;
    button.querySelector("b").textContent = name;
    button.disabled = !name;
  };

  const hints = (view) => {
    const told = KEYS[view].map((name) => [t(`key.${name}`), t(`does.${name}`)]);
    keys.replaceChildren(
      ...told.map(([key, does]) => h("span", {}, h("kbd", {}, key), ` ${does}`)),
    );
  };

  const draw = (view, at) => {
    const { agenda, started } = Store.state;
    const name = (number) => Agenda.nameOf(agenda.i[number], number);
    const last = agenda.i.length - 1;
    Notes.form.hidden = view !== "item";
    Notes.toggle.classList.toggle("off", view !== "item");
    if (view === "item") {
      label(previous, t("previous"), at > 0 ? name(at - 1) : t("view.agenda"));
      label(next, t("next"), at < last ? name(at + 1) : t("view.minutes"));
    } else {
      const back = view === "minutes" && last >= 0;
      const from = Math.min(Store.state.at, last);
      label(previous, back ? t("previous") : "", back ? name(last) : "");
      const on = last >= 0 && !back;
      label(next, t(started ? "go_on" : "start"), on ? name(from) : "");
    }
    hints(view === "item" ? view : last < 0 ? "empty" : "other");
    if (view === "item") Notes.draw(at);
    else Notes.panel.hidden = true;
    connection();
  };

  const connection = () => {
    lost.textContent = Screens.lost ? t("no_connection") : "";
    place.classList.toggle("is-lost", Screens.lost);
  };

  return { draw, connection };
})();
