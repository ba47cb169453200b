// The minutes on screen and on paper, with the ways to take them along.
const MinutesView = (() => {
  const note = (one) => {
    const about = Notes.about(one);
    return h(
      "li",
      {},
      h("span", { class: `kind-mark ${one.kind}` }, t(`kind.${one.kind}`)),
      h(
        "span",
        { class: "note-text", dir: "auto" },
        one.text,
        about ? h("small", {}, about) : null,
      ),
    );
  };

  const item = (one) =>
    h(
      "section",
      { class: "minutes-item" },
      h("h3", {}, h("b", {}, Words.isolated(one.number)), " ", h("bdi", {}, one.title)),
      one.time ? h("p", { class: "small" }, one.time) : null,
      one.permalink
        ? h(
            "p",
            { class: "small" },
            h(
              "a",
              { href: one.permalink, target: "_blank", class: "permalink" },
              t("view_with_figures"),
            ),
            one.version ? ` · ${one.version}` : null,
            h("span", { class: "on-paper", dir: "ltr" }, one.permalink),
          )
        : null,
      one.notes.length ? h("ul", { class: "minutes-notes" }, one.notes.map(note)) : null,
    );

  const people = (rows) =>
    rows.length === 0
      ? null
      : h(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-label": t("view.people") },
          h(
            "table",
            {},
            h("caption", {}, Words.plural("people_count", rows.length)),
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                ["name", "body", "group.legend", "counts"].map((key) =>
                  h("th", { scope: "col" }, t(key)),
                ),
              ),
            ),
            h(
              "tbody",
              {},
              rows.map((row) =>
                h(
                  "tr",
                  {},
                  row.map((text, at) =>
                    h(at ? "td" : "th", { scope: at ? null : "row", dir: "auto" }, text),
                  ),
                ),
              ),
            ),
          ),
        );

  const draw = () => {
    const told = Minutes.model();
    const decided = Store.state.notes.length;
    return [
      AgendaView.tabs("minutes"),
      h(
        "article",
        { class: "page minutes" },
        h("h1", { dir: "auto" }, told.title),
        h(
          "p",
          { class: "buttons off-paper" },
          h(
            "button",
            { type: "button", id: "save-docx", class: "main-button", onclick: Minutes.saveDocx },
            t("save_docx"),
          ),
          h(
            "button",
            { type: "button", id: "save-markdown", onclick: Minutes.saveMarkdown },
            t("save_markdown"),
          ),
          h("button", { type: "button", id: "print", onclick: () => print() }, t("print")),
          h("button", { type: "button", onclick: Share.saveMeeting }, t("save_meeting")),
        ),
        h(
          "dl",
          {},
          told.head.map(([label, text]) =>
            h("div", {}, h("dt", {}, label), h("dd", { dir: "auto" }, text)),
          ),
        ),
        h("h2", {}, t("view.people")),
        h("p", {}, told.quorum),
        people(told.people),
        h("h2", {}, t("view.agenda")),
        h("p", { class: "small" }, decided ? Words.plural("notes_count", decided) : t("no_notes")),
        told.items.map(item),
      ),
    ];
  };

  return { draw };
})();
