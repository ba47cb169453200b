// Which view is on screen, and everything that draws it.
const App = (() => {
  const main = document.getElementById("main");
  const view = document.getElementById("view");
  const FROM = "target87.meeting.from";
  const VIEWS = {
    agenda: AgendaView.draw,
    build: Builder.draw,
    people: People.draw,
    minutes: MinutesView.draw,
  };
  let now = "agenda";
  let shown = "";

  const items = () => Store.state.agenda.i;

  const drawItem = () => {
    const { at } = Store.state;
    if (shown === onScreen()) return;
    view.replaceChildren(...Stage.show(items()[at], at, items()[at + 1]));
    shown = onScreen();
  };

  // A screen that came stays as it is until another comes: charts in it may be looked into. The
  // next one counts too, since a live page loads ahead.
  const onScreen = () => {
    const { at } = Store.state;
    const face = (place) => [
      place,
      items()[place],
      Boolean(Screens.get(items()[place]?.v)),
      Screens.lost,
    ];
    return JSON.stringify([at, at + 1].map(face));
  };

  const draw = () => {
    if (now === "item" && items().length === 0) now = "build";
    if (now === "agenda" && items().length === 0) now = "build";
    const focused = document.activeElement?.id;
    document.body.dataset.view = now;
    if (now === "item") drawItem();
    else {
      shown = "";
      Stage.hideFrames();
      view.replaceChildren(...VIEWS[now]().flat());
    }
    Strip.draw(now === "item" ? Store.state.at : -1);
    Foot.draw(now, Store.state.at);
    Notices.draw();
    if (focused && document.activeElement === document.body)
      document.getElementById(focused)?.focus();
  };

  const write = async () => {
    const kept = Store.trouble
      ? await Agenda.encoded(Store.state.agenda)
      : ({ agenda: "", item: String(Store.state.at + 1) }[now] ?? now);
    history.replaceState(
      null,
      "",
      `${location.pathname}${location.search}${kept ? `#${kept}` : ""}`,
    );
  };

  const focusMain = () => main.focus({ preventScroll: true });

  const announce = () => {
    const { at } = Store.state;
    const name = now === "item" ? Agenda.nameOf(items()[at], at) : t(`view.${now}`);
    document.title = `${name} · ${Agenda.titleOf(Store.state.agenda)}`;
    say(now === "item" ? t("announced", { number: at + 1, count: items().length, name }) : name);
  };

  const go = (asked, place = Store.state.at) => {
    const inFoot = document.activeElement?.closest?.("#previous, #next");
    if (asked === "item") {
      if (!items()[place]) return;
      Clock.turnTo(place);
    }
    now = asked;
    draw();
    write();
    main.scrollTop = 0;
    Screens.pump();
    announce();
    if (now === "agenda") document.getElementById("start")?.focus();
    else if (document.getElementById(`tab-${now}`) && document.activeElement?.id === `tab-${now}`)
      return;
    else if (!inFoot || inFoot.disabled) focusMain();
  };

  const step = (way) => {
    const to = Store.state.at + way;
    if (now === "minutes")
      return way < 0 && items().length ? go("item", items().length - 1) : undefined;
    if (now !== "item") return way > 0 ? go("item") : undefined;
    if (to < 0) return go("agenda");
    return to < items().length ? go("item", to) : go("minutes");
  };

  const note = (kind) => {
    if (now !== "item") return false;
    Notes.begin(kind);
    return true;
  };

  const leave = () => {
    location.assign(sessionStorage.getItem(FROM) ?? `./?lang=${Given.language}`);
  };

  const cameFrom = () => {
    try {
      const from = new URL(document.referrer);
      const own = new URL("meeting", document.baseURI);
      if (from.origin === own.origin && from.pathname !== own.pathname)
        sessionStorage.setItem(FROM, from.href);
    } catch {
      // Nobody sent the reader here.
    }
  };

  // Letters grow with the window, and never below fourteen pixels.
  const size = () => {
    const narrow = innerWidth < 1000;
    const unit = narrow ? 0.875 : Math.max(0.8, Math.min(innerHeight / 720, innerWidth / 1280));
    document.documentElement.style.setProperty("--u", `${unit}px`);
    document.documentElement.classList.toggle("narrow", narrow);
  };

  const route = async () => {
    const asked = location.hash.slice(1);
    if (/^\d+$/.test(asked) && items()[asked - 1]) return go("item", asked - 1);
    if (asked === "" || asked in VIEWS) return go(asked || "agenda");
    if (asked === "main") return focusMain();
    return Opening.link(asked);
  };

  const begin = () => {
    size();
    addEventListener("resize", size);
    cameFrom();
    Clock.wake();
    // Whether the browser keeps anything shows when it is asked to.
    Store.save();
    Store.onChange(draw);
    Screens.onChange(() => {
      Foot.connection();
      if (now === "item") drawItem();
    });
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      focusMain();
    });
    addEventListener("hashchange", route);
    Screens.pump();
    route();
    Offline.keepPage();
  };

  return {
    go,
    step,
    note,
    leave,
    focusMain,
    begin,
    atTop: () => main.scrollTop === 0,
    get view() {
      return now;
    },
  };
})();

App.begin();
