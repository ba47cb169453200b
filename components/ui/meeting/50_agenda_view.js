// The agenda as the group sees it: what comes, how long it takes, and the button that starts.
const AgendaView = (() => {
  const tabs = (current) =>
    h(
      "nav",
      { class: "tabs", "aria-label": t("views") },
      ["agenda", "build", "people", "minutes"].map((view) =>
        h(
          "button",
          {
            type: "button",
            id: `tab-${view}`,
            class: "tab",
            "aria-current": view === current ? "page" : null,
            onclick: () => App.go(view),
          },
          t(`view.${view}`),
        ),
      ),
    );

  const facts = (agenda) => {
    const minutes = Agenda.minutes(agenda);
    return [
      agenda.d ? Words.day(agenda.d) : "",
      Words.plural("items", agenda.i.length),
      minutes ? Words.plural("minutes", minutes) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  };

  const row = (item, place) => {
    const notes = Notes.of(place).length;
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "agenda-row",
          onclick: () => App.go("item", place),
          "aria-current": Store.state.started && place === Store.state.at ? "step" : null,
        },
        h("b", { class: "agenda-number" }, Words.isolated(place + 1)),
        h(
          "span",
          { class: "agenda-title" },
          h("bdi", {}, Agenda.nameOf(item, place)),
          item.n ? h("small", { dir: "auto" }, item.n) : null,
        ),
        h("span", { class: "agenda-notes" }, notes ? Words.plural("notes_count", notes) : ""),
        h("span", { class: "agenda-minutes" }, item.m ? Words.plural("minutes", item.m) : ""),
      ),
    );
  };

  // A link's figures are of one data version, this server's newest of another: one chooses.
  const versionQuestion = (agenda) => {
    const views = agenda.i.filter((item) => item.v && !Agenda.isPinned(item.v));
    if (!agenda.r || !Given.release || agenda.r === Given.release || views.length === 0)
      return null;
    const known = agenda.r < Given.release;
    const pin = () =>
      Store.change((state) => {
        for (const item of state.agenda.i) {
          if (item.v && !Agenda.isPinned(item.v))
            item.v = Agenda.withParams(item.v, { as_of: agenda.r });
        }
        Screens.pump();
      });
    const now = () =>
      Store.change((state) => {
        state.agenda.r = Given.release;
      });
    return h(
      "div",
      { class: "question", id: "version-question" },
      h(
        "p",
        {},
        t(known ? "version.other" : "version.unknown", { then: agenda.r, now: Given.release }),
      ),
      known
        ? h("button", { type: "button", onclick: pin }, t("version.then", { then: agenda.r }))
        : null,
      h("button", { type: "button", onclick: now }, t("version.now", { now: Given.release })),
    );
  };

  const languages = () =>
    h(
      "p",
      { class: "languages" },
      Object.entries(Given.languages).map(([code, name]) =>
        code === Given.language
          ? h("span", { "aria-current": "true", lang: code }, name)
          : h(
              "a",
              { href: `meeting?lang=${code}${location.hash}`, lang: code, hreflang: code },
              name,
            ),
      ),
    );

  const letters = () =>
    h(
      "label",
      { class: "switch" },
      h("input", {
        type: "checkbox",
        id: "letters",
        checked: Keys.letters(),
        onchange: (event) => Keys.setLetters(event.target.checked),
      }),
      t("letters"),
    );

  const start = () => {
    const { agenda, at, started } = Store.state;
    const place = Math.min(at, agenda.i.length - 1);
    const words = started
      ? t("go_on_at", { number: place + 1, name: Agenda.nameOf(agenda.i[place], place) })
      : t("start");
    return [
      h(
        "button",
        {
          type: "button",
          id: "start",
          class: "main-button big",
          onclick: () => App.go("item", place),
        },
        words,
      ),
      started
        ? h("button", { type: "button", id: "start-over", onclick: startOver }, t("start_over"))
        : null,
    ];
  };
  const startOver = () =>
    Store.change(
      (state) => {
        state.started = state.since = null;
        state.spent = state.agenda.i.map(() => 0);
        state.at = 0;
      },
      { undo: t("clocks_reset") },
    );

  const shelf = () =>
    Store.shelf.length === 0
      ? null
      : h(
          "section",
          {},
          h("h2", {}, t("put_aside")),
          h(
            "ul",
            { class: "shelf" },
            Store.shelf.map((one) =>
              h(
                "li",
                {},
                h(
                  "span",
                  {},
                  h("bdi", {}, Agenda.titleOf(one.agenda)),
                  h("small", {}, facts(one.agenda)),
                ),
                h(
                  "button",
                  {
                    type: "button",
                    "aria-label": t("open_of", { name: Agenda.titleOf(one.agenda) }),
                    onclick: () => Opening.takeFromShelf(one),
                  },
                  t("open"),
                ),
              ),
            ),
          ),
        );

  const draw = () => {
    const { agenda } = Store.state;
    return [
      tabs("agenda"),
      h(
        "div",
        { class: "agenda-page" },
        h(
          "div",
          { class: "agenda-main" },
          h("h1", { dir: "auto" }, Agenda.titleOf(agenda)),
          h("p", { class: "facts" }, facts(agenda)),
          versionQuestion(agenda),
          h("ol", { class: "agenda-list" }, agenda.i.map(row)),
        ),
        h(
          "aside",
          { class: "agenda-side", "aria-label": t("meeting_facts") },
          start(),
          h("h2", {}, t("quorum")),
          People.quorumLine(),
          h(
            "button",
            { type: "button", class: "link", onclick: () => App.go("people") },
            t("view.people"),
          ),
          shelf(),
          h("p", { class: "small" }, t("kept_here")),
          letters(),
          languages(),
        ),
      ),
    ];
  };

  return { draw, tabs, facts, shelf, languages };
})();
