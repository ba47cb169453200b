// What keys do, without a click first, in the page and in a live page in its frame.
const Keys = (() => {
  const LETTERS = "target87.meeting.letters";
  const DIGIT_MS = 700;
  const [FORWARD, BACK] = Words.rtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const OWN =
    "textarea, select, [contenteditable=true], [role=slider], [role=listbox], [role=combobox], [role=grid], [role=tablist], [role=menu], [role=radiogroup]";
  const PRESSED = "button, a[href], summary, input";
  let digits = "";
  let timer = 0;

  const letters = () => {
    try {
      return localStorage.getItem(LETTERS) !== "off";
    } catch {
      return true;
    }
  };
  const setLetters = (on) => {
    try {
      localStorage.setItem(LETTERS, on ? "on" : "off");
    } catch {
      Notices.draw();
    }
  };

  // Whether an element has use for letters and arrows itself.
  const isField = (target) => {
    if (target.tagName === "INPUT")
      return !["checkbox", "button", "submit", "file"].includes(target.type);
    return Boolean(target.closest?.(OWN));
  };

  const jump = (digit) => {
    const { length } = Store.state.agenda.i;
    clearTimeout(timer);
    digits += digit;
    const go = () => {
      const place = Number(digits) - 1;
      digits = "";
      if (place >= 0 && place < length) App.go("item", place);
    };
    // Another digit may follow where there are items of so many.
    if (Number(digits) * 10 > length) go();
    else timer = setTimeout(go, DIGIT_MS);
  };

  const LETTER = {
    d: () => App.note("decision"),
    a: () => App.note("action"),
    e: () => App.go("build"),
    t: () => App.go("people"),
    m: () => App.go("minutes"),
    p: () => Store.state.started && Clock.pause(),
    f: () =>
      document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen(),
  };

  // Pages that are read on stay with their own keys; the agenda and the items are stepped through.
  const way = (event) => {
    const { key } = event;
    const stepped = App.view === "agenda" || App.view === "item";
    if (key === FORWARD) return 1;
    if (key === BACK) return -1;
    if (App.view === "minutes" && key === "PageUp" && App.atTop()) return -1;
    if (!stepped) return 0;
    if (key === "PageDown" || key === "Enter") return 1;
    if (key === "PageUp") return -1;
    return key === " " ? (event.shiftKey ? -1 : 1) : 0;
  };

  const act = (event) => {
    const { key } = event;
    const step = way(event);
    if (step) return App.step(step);
    if (key === "Home") return App.go("agenda");
    if (key === "Escape") return Notes.close() || App.leave();
    if (!letters()) return false;
    if (/^\d$/.test(key)) return jump(key);
    return LETTER[key.toLowerCase()]?.() ?? (key.toLowerCase() in LETTER ? undefined : false);
  };

  const handle = (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing
    )
      return;
    if (document.querySelector("dialog[open]")) return;
    const { target, key } = event;
    if (isField(target)) {
      if (key !== "Escape") return;
      event.preventDefault();
      target.blur();
      App.focusMain();
      return;
    }
    if ((key === " " || key === "Enter") && target.closest?.(PRESSED)) return;
    if (act(event) !== false) event.preventDefault();
  };

  addEventListener("keydown", handle);
  Stage.onFrame((frame) => frame.addEventListener("keydown", handle));
  return { letters, setLetters };
})();
