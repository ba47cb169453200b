// Agendas that come from a link, a file or the shelf. What is in the browser is never lost: it is
// put aside where another one takes its place.
const Opening = (() => {
  const refuse = (why) => {
    const reason = why instanceof Agenda.Refused ? why.reason : "broken";
    const kept = Store.state.agenda.i.length ? ` ${t("refused.kept")}` : "";
    Notices.tell(t(`refused.${reason}`, { most: Agenda.mostItems }) + kept, [
      [t("view.build"), () => App.go("build")],
    ]);
    say(t(`refused.${reason}`, { most: Agenda.mostItems }));
  };

  const take = (given, told = "") => {
    Store.putAside(Store.state);
    Store.replace(given, { undo: told });
    Screens.pump();
    App.go("agenda");
  };

  // Two meetings, one screen: ask which.
  const choose = (given) =>
    new Promise((done) => {
      const [mine, other] = [Agenda.titleOf(Store.state.agenda), Agenda.titleOf(given.agenda)];
      const answer = (taken) => () => {
        dialog.close();
        done(taken);
      };
      const dialog = h(
        "dialog",
        { "aria-labelledby": "choice-title" },
        h("h2", { id: "choice-title" }, t("two_agendas")),
        h("p", {}, t("two_agendas_text", { mine, other })),
        h(
          "p",
          { class: "buttons" },
          h(
            "button",
            { type: "button", class: "main-button", id: "keep-mine", onclick: answer(false) },
            t("keep_mine", { mine }),
          ),
          h(
            "button",
            { type: "button", id: "take-other", onclick: answer(true) },
            t("take_other", { other }),
          ),
        ),
      );
      dialog.addEventListener("cancel", () => done(false));
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });

  const known = (agenda) => Store.shelf.find((one) => Agenda.same(one.agenda, agenda));

  // Put a whole meeting on screen, asking first where records would leave it.
  const offerState = async (given) => {
    const mine = Store.state;
    const name = Agenda.titleOf(mine.agenda);
    if (Store.hasRecords(mine)) {
      if (await choose(given)) take(given);
      else Store.putAside(given);
      return App.go("agenda");
    }
    return take(given, mine.agenda.i.length ? t("put_aside_told", { name }) : "");
  };

  const offer = async (agenda) => {
    if (Agenda.same(agenda, Store.state.agenda)) return App.go("agenda");
    const before = known(agenda);
    if (before) Store.offShelf(before);
    return offerState(before ?? Store.blank(agenda));
  };

  const takeFromShelf = (one) => {
    Store.offShelf(one);
    take(one);
  };

  // A file holds an agenda or a whole meeting. Throws Agenda.Refused.
  const file = async (text) => {
    let given;
    try {
      given = JSON.parse(text);
    } catch {
      throw new Agenda.Refused("broken");
    }
    return given?.agenda ? offerState(Store.read(given)) : offer(Agenda.read(given));
  };

  const link = async (fragment) => {
    try {
      await offer(await Agenda.decoded(fragment));
    } catch (why) {
      refuse(why);
      App.go(Store.state.agenda.i.length ? "agenda" : "build");
    }
  };

  return { refuse, offer, takeFromShelf, file, link };
})();
