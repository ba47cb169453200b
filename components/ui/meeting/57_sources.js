// Where items come from: countries, spoken items, ready agendas, a text.
const Sources = (() => {
  const AGAIN_MS = 30000;
  let ready = null;
  let asked = -AGAIN_MS;

  const opened = new Map();

  // What a reader unfolded stays so when the view is drawn again.
  const fold = (id, words, open, ...content) =>
    h(
      "details",
      { id, open: opened.get(id) ?? open, ontoggle: (event) => opened.set(id, event.target.open) },
      h("summary", {}, words),
      h("div", { class: "fold" }, content),
    );

  const countries = () =>
    countryBox((hit) => {
      Builder.add([{ t: hit.name, v: `country?iso3=${hit.code}`, m: Builder.DEFAULT_MINUTES }]);
      document.getElementById("country-input").focus();
      say(t("country_added", { name: hit.name }));
    });

  const spoken = () => {
    const title = h("input", {
      id: "spoken-title",
      type: "text",
      maxlength: "300",
      dir: "auto",
      required: true,
    });
    const add = (event) => {
      event.preventDefault();
      if (!title.value.trim()) return title.focus();
      Builder.add([{ t: title.value.trim(), m: Builder.DEFAULT_MINUTES }]);
      document.getElementById("spoken-title").focus();
    };
    return h(
      "form",
      { class: "line", onsubmit: add, autocomplete: "off" },
      h("label", { class: "field" }, h("span", {}, t("add_spoken")), title),
      h("button", {}, t("add")),
    );
  };

  const readies = () => {
    const place = h("div", { id: "ready-list" });
    const show = () =>
      place.replaceChildren(
        ready === null
          ? h(
              "p",
              { class: "small", role: "status" },
              t(Screens.lost ? "needs_connection" : "loading"),
            )
          : h(
              "ul",
              { class: "ready" },
              ready.map((one) =>
                h(
                  "li",
                  {},
                  h("span", { dir: "auto" }, one.title, one.text ? h("small", {}, one.text) : null),
                  h(
                    "button",
                    {
                      type: "button",
                      "aria-label": t("open_of", { name: one.title }),
                      onclick: () => take(one.agenda),
                    },
                    t("open"),
                  ),
                ),
              ),
            ),
      );
    if (ready === null && performance.now() - asked >= AGAIN_MS) {
      asked = performance.now();
      Screens.ask(`api/v1/meeting/ready.json?lang=${Given.language}`)
        .then((answer) => answer.json())
        .then((told) => {
          ready = told.ready;
        })
        .catch(() => {})
        .finally(show);
    }
    show();
    return place;
  };

  const take = (agenda) => {
    try {
      Opening.offer(Agenda.read(agenda));
    } catch (why) {
      Opening.refuse(why);
    }
  };

  // A text that was pasted and not read stays while the views change.
  let pasted = "";

  const paste = () => {
    const text = h(
      "textarea",
      {
        id: "paste",
        rows: "6",
        dir: "auto",
        placeholder: t("paste_example"),
        oninput: () => {
          pasted = text.value;
        },
      },
      pasted,
    );
    const said = h("p", { class: "small", role: "status" });
    const read = async (event) => {
      event.preventDefault();
      if (!text.value.trim()) return text.focus();
      try {
        const answer = await Screens.ask(`api/v1/meeting/agenda.json?lang=${Given.language}`, {
          method: "POST",
          headers: { "Content-Type": "text/plain;charset=utf-8" },
          body: text.value,
        });
        const { agenda, unread } = await answer.json();
        const found = Agenda.read(agenda);
        pasted = "";
        Store.change(
          (state) => {
            state.agenda.t ||= found.t;
            state.agenda.d ||= found.d;
          },
          { quiet: true },
        );
        Builder.add(found.i);
        if (unread.length)
          Notices.tell(
            Words.plural("unread", unread.length, { lines: unread.slice(0, 5).join(" / ") }),
          );
        say(Words.plural("items", Store.state.agenda.i.length));
      } catch (why) {
        // What was typed stays, so that nothing has to be typed twice.
        said.textContent =
          why instanceof Screens.Spoken
            ? why.message
            : t(why instanceof Agenda.Refused ? `refused.${why.reason}` : "needs_connection");
      }
    };
    return h(
      "form",
      { onsubmit: read },
      h("label", { class: "field" }, h("span", {}, t("paste_hint")), text),
      said,
      h("button", {}, t("paste_read")),
    );
  };

  const draw = () => [
    countries(),
    spoken(),
    h("p", { class: "small" }, t("add_view_hint")),
    fold("fold-ready", t("ready"), Store.state.agenda.i.length === 0, readies()),
    fold("fold-paste", t("paste"), false, paste()),
  ];

  return { draw };
})();
