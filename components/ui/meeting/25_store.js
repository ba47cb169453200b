// What a meeting knows, kept in this browser alone. `state` is
// {v, agenda, at, participants, notes, drafts, place, spent, started, since}: notes, drafts and spent
// seconds by item; `since` in milliseconds (30_clock.js).
const Store = (() => {
  const KEY = "target87.meeting";
  const SHELF = "target87.meeting.shelf";
  const DAMAGED = "target87.meeting.damaged";
  const listeners = [];
  let trouble = "";
  let damaged = "";
  let undoable = null;

  const blank = (agenda = Agenda.blank()) => ({
    v: 1,
    agenda,
    at: 0,
    participants: [],
    notes: [],
    drafts: [],
    place: "",
    spent: [],
    started: null,
    since: null,
  });

  const texts = (given, names) =>
    Object.fromEntries(
      names.map((name) => [name, typeof given[name] === "string" ? given[name] : ""]),
    );
  const list = (given) =>
    Array.isArray(given) ? given.filter((each) => each && typeof each === "object") : [];
  const moment = (given) => (Number.isFinite(given) && given > 0 ? given : null);

  const readNote = (given) => ({
    item: Number.isInteger(given.item) && given.item >= 0 ? given.item : 0,
    ...texts(given, ["text", "owner", "due", "at"]),
    kind: given.kind === "action" ? "action" : "decision",
  });
  const readPerson = (given) => {
    const { groups } = Given.quorum;
    const group = groups.includes(given.group) ? given.group : groups.at(-1);
    return {
      ...texts(given, ["name", "body"]),
      group,
      representative: given.representative === true,
    };
  };

  // A state from JSON of unknown origin. Throws Agenda.Refused.
  const read = (given) => {
    if (!given || typeof given !== "object") throw new Agenda.Refused("broken");
    if (given.v !== 1) throw new Agenda.Refused("version");
    const agenda = Agenda.read(given.agenda);
    const count = agenda.i.length;
    return {
      ...blank(agenda),
      at: Number.isInteger(given.at) ? Math.min(Math.max(given.at, 0), Math.max(count - 1, 0)) : 0,
      participants: list(given.participants).map(readPerson),
      notes: list(given.notes).map(readNote),
      drafts: list(given.drafts).map(readNote),
      place: typeof given.place === "string" ? given.place : "",
      spent: agenda.i.map((_, place) => moment(given.spent?.[place]) ?? 0),
      started: typeof given.started === "string" ? given.started : null,
      since: moment(given.since),
    };
  };

  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      trouble = "forbidden";
      return null;
    }
  };

  const load = () => {
    const text = kept(KEY);
    if (text === null) return blank();
    try {
      return read(JSON.parse(text));
    } catch {
      damaged = text;
      write(DAMAGED, text);
      return blank();
    }
  };

  const loadShelf = () => {
    try {
      return list(JSON.parse(kept(SHELF) ?? "[]")).flatMap((each) => {
        try {
          return [read(each)];
        } catch {
          return [];
        }
      });
    } catch {
      return [];
    }
  };

  const write = (key, text) => {
    try {
      localStorage.setItem(key, text);
      trouble = "";
    } catch (why) {
      trouble = why.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  };

  let state = load();
  let shelf = loadShelf();

  const save = () => write(KEY, JSON.stringify(state));
  const tell = () => listeners.forEach((listener) => listener());
  const snapshot = () => JSON.stringify({ state, shelf });

  // Change the state and keep it. `undo` says what was done, where it can be taken back; `quiet`
  // leaves the page as it is drawn.
  const change = (make, { undo = "", quiet = false } = {}) => {
    if (undo) undoable = { text: undo, before: snapshot() };
    else if (!quiet) undoable = null;
    make(state);
    save();
    if (!quiet) tell();
  };

  const replace = (given, { undo = "" } = {}) => change(() => (state = given), { undo });

  const takeBack = () => {
    if (!undoable) return;
    const before = JSON.parse(undoable.before);
    // The meeting went on meanwhile: its clock and what is being typed stay as they are now.
    const { drafts, spent, since, at, started } = state;
    const goesOn = started !== null && Agenda.same(before.state.agenda, state.agenda);
    state = goesOn ? { ...before.state, drafts, spent, since, at, started } : before.state;
    shelf = before.shelf;
    undoable = null;
    save();
    write(SHELF, JSON.stringify(shelf));
    tell();
  };

  // Whether there is something in a state that would be missed.
  const hasRecords = (one) =>
    one.notes.length > 0 ||
    one.participants.length > 0 ||
    one.started !== null ||
    one.place !== "" ||
    one.drafts.some((draft) => draft.text !== "");

  const putAside = (one) => {
    if (one.agenda.i.length === 0 && !hasRecords(one)) return;
    const others = shelf.filter((each) => !Agenda.same(each.agenda, one.agenda));
    shelf = [{ ...one, since: null }, ...others];
    write(SHELF, JSON.stringify(shelf));
  };

  const offShelf = (one) => {
    shelf = shelf.filter((each) => each !== one);
    write(SHELF, JSON.stringify(shelf));
  };

  // Items in another order: `places[new]` is the old place. Notes and seconds go with their item.
  const reorder = (one, places) => {
    const now = new Map(places.map((old, place) => [old, place]));
    const moved = (notes) =>
      notes
        .filter((note) => now.has(note.item))
        .map((note) => ({ ...note, item: now.get(note.item) }));
    one.agenda.i = places.map((old) => one.agenda.i[old]);
    one.spent = places.map((old) => one.spent[old] ?? 0);
    one.notes = moved(one.notes);
    one.drafts = moved(one.drafts);
    one.at = now.get(one.at) ?? Math.min(one.at, Math.max(places.length - 1, 0));
  };

  // Another tab of the same browser changed the meeting, such as "add this view".
  addEventListener("storage", (event) => {
    if (event.key === SHELF) shelf = loadShelf();
    else if (event.key === KEY || event.key === null) state = load();
    else return;
    tell();
  });

  return {
    get state() {
      return state;
    },
    get shelf() {
      return shelf;
    },
    get trouble() {
      return trouble;
    },
    get damaged() {
      return damaged;
    },
    get undoable() {
      return undoable;
    },
    forget: () => {
      undoable = null;
      tell();
    },
    forgetDamaged: () => {
      damaged = "";
      tell();
    },
    onChange: (listener) => listeners.push(listener),
    blank,
    read,
    change,
    replace,
    takeBack,
    hasRecords,
    putAside,
    offShelf,
    reorder,
    save,
  };
})();
