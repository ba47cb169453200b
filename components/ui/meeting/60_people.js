// Who takes part, by stakeholder group, and whether there is a quorum.
const People = (() => {
  // The rule as components/meeting/quorum.py has it: the last of the groups does not count, and a
  // chair is a government.
  const { groups: GROUPS, needed: NEEDED, least: FEWEST } = Given.quorum;
  const UNCOUNTED = GROUPS.at(-1);

  const counted = (people) => people.filter((one) => one.representative && one.group !== UNCOUNTED);
  const heldBy = (group) => (group === "chair" ? "government" : group);

  // {count, missing: groups, reached}
  const quorum = (people) => {
    const present = counted(people);
    const there = new Set(present.map((one) => heldBy(one.group)));
    const missing = NEEDED.filter((group) => !there.has(group));
    return {
      count: present.length,
      missing,
      reached: present.length >= FEWEST && missing.length === 0,
    };
  };

  const quorumWords = (people) => {
    const { count, missing, reached } = quorum(people);
    if (reached) return t("quorum_reached", { count, fewest: FEWEST });
    if (people.length === 0) return t("quorum_nobody", { fewest: FEWEST });
    const parts = [];
    if (count < FEWEST) parts.push(t("quorum_few", { count, fewest: FEWEST }));
    if (missing.length)
      parts.push(
        t("quorum_missing", {
          groups: missing.map((group) => t(`group.${group}`)).join(t("comma")),
        }),
      );
    return [t("quorum_not"), ...parts].join(" ");
  };

  const quorumLine = () => {
    const { reached } = quorum(Store.state.participants);
    return h(
      "p",
      { class: `quorum ${reached ? "reached" : "open"}`, role: "status" },
      h("span", { "aria-hidden": "true" }, reached ? "✓ " : "○ "),
      quorumWords(Store.state.participants),
    );
  };

  const remove = (place) =>
    Store.change(
      (state) => {
        state.participants.splice(place, 1);
      },
      { undo: t("person_removed", { name: Store.state.participants[place].name }) },
    );
  const set = (place, name, value) =>
    Store.change((state) => {
      const one = state.participants[place];
      one[name] = value;
      if (name === "group" && value === UNCOUNTED) one.representative = false;
    });

  const options = (chosen) =>
    GROUPS.map((group) =>
      h("option", { value: group, selected: group === chosen }, t(`group.${group}`)),
    );

  const row = (one, place) =>
    h(
      "tr",
      {},
      h("th", { scope: "row", dir: "auto" }, one.name),
      h("td", { dir: "auto" }, one.body),
      h(
        "td",
        {},
        h(
          "select",
          {
            id: `group-${place}`,
            "aria-label": t("group_of", { name: one.name }),
            onchange: (e) => set(place, "group", e.target.value),
          },
          options(one.group),
        ),
      ),
      h(
        "td",
        {},
        h("input", {
          type: "checkbox",
          id: `counts-${place}`,
          "aria-label": t("counts_of", { name: one.name }),
          checked: one.representative,
          disabled: one.group === UNCOUNTED,
          onchange: (e) => set(place, "representative", e.target.checked),
        }),
      ),
      h(
        "td",
        {},
        h(
          "button",
          {
            type: "button",
            "aria-label": t("remove_of", { name: one.name }),
            onclick: () => remove(place),
          },
          t("remove"),
        ),
      ),
    );

  // Who is being typed, kept while the views change; the next one is often of the same group.
  let typed = { name: "", body: "", group: "government" };

  const form = () => {
    const group = h("select", { id: "person-group" }, options(typed.group));
    const counts = h("input", {
      id: "person-counts",
      type: "checkbox",
      checked: typed.group !== UNCOUNTED,
    });
    group.addEventListener("change", () => {
      counts.checked = group.value !== UNCOUNTED;
    });
    const name = h("input", {
      id: "person-name",
      type: "text",
      required: true,
      maxlength: "300",
      dir: "auto",
      value: typed.name,
    });
    const body = h("input", {
      id: "person-body",
      type: "text",
      maxlength: "300",
      dir: "auto",
      value: typed.body,
    });
    const keep = () => {
      typed = { name: name.value, body: body.value, group: group.value };
    };
    const field = (words, input) => h("label", { class: "field" }, h("span", {}, words), input);
    const add = (event) => {
      event.preventDefault();
      if (!name.value.trim()) return name.focus();
      const one = {
        name: name.value.trim(),
        body: body.value.trim(),
        group: group.value,
        representative: counts.checked && group.value !== UNCOUNTED,
      };
      typed = { name: "", body: "", group: one.group };
      Store.change((state) => {
        state.participants.push(one);
      });
      say(quorumWords(Store.state.participants));
      document.getElementById("person-name").focus();
    };
    return h(
      "form",
      { class: "person-form", onsubmit: add, oninput: keep, autocomplete: "off" },
      field(t("name"), name),
      field(t("body"), body),
      field(t("group.legend"), group),
      h("label", { class: "switch" }, counts, t("counts")),
      h("button", { class: "main-button" }, t("add")),
    );
  };

  const draw = () => {
    const people = Store.state.participants;
    const place = h("input", {
      id: "place",
      type: "text",
      maxlength: "300",
      dir: "auto",
      value: Store.state.place,
      oninput: (e) =>
        Store.change(
          (state) => {
            state.place = e.target.value;
          },
          { quiet: true },
        ),
    });
    return [
      AgendaView.tabs("people"),
      h(
        "div",
        { class: "page" },
        h("h1", {}, t("view.people")),
        quorumLine(),
        h("label", { class: "field" }, h("span", {}, t("place")), place),
        form(),
        people.length === 0
          ? null
          : h(
              "div",
              { class: "scroll", tabindex: "0", role: "region", "aria-label": t("view.people") },
              h(
                "table",
                {},
                h("caption", {}, Words.plural("people_count", people.length)),
                h(
                  "thead",
                  {},
                  h(
                    "tr",
                    {},
                    ["name", "body", "group.legend", "counts", "remove"].map((key) =>
                      h("th", { scope: "col" }, t(key)),
                    ),
                  ),
                ),
                h("tbody", {}, people.map(row)),
              ),
            ),
        h("p", { class: "small" }, t("quorum_rule", { fewest: FEWEST })),
        h("p", { class: "small" }, t("names_stay")),
      ),
    ];
  };

  return { draw, quorumLine, quorumWords, quorum };
})();
