// Decisions and action points of the item on screen: the line in which they are typed, and the
// panel above it that lists, edits and removes them.
const Notes = (() => {
  let item = 0;
  let editing = null;
  let open = false;

  const text = h("input", {
    id: "note-text",
    type: "text",
    maxlength: "2000",
    dir: "auto",
    autocomplete: "off",
  });
  const owner = h("input", {
    id: "note-owner",
    type: "text",
    maxlength: "300",
    dir: "auto",
    autocomplete: "off",
  });
  const due = h("input", { id: "note-due", type: "date", "aria-label": t("due") });
  owner.placeholder = t("owner");
  owner.setAttribute("aria-label", t("owner"));
  const kinds = ["decision", "action"].map((kind) =>
    h(
      "label",
      { class: "kind" },
      h("input", {
        type: "radio",
        name: "kind",
        value: kind,
        id: `kind-${kind}`,
        onchange: () => {
          turn(kind);
          keepDraft();
        },
      }),
      h("span", {}, t(`kind.${kind}`)),
    ),
  );
  const record = h("button", { class: "main-button", id: "note-record" }, t("record"));
  const form = h(
    "form",
    { id: "record-line", autocomplete: "off" },
    h("fieldset", { class: "kinds" }, h("legend", { class: "unseen" }, t("kind.legend")), kinds),
    text,
    owner,
    due,
    record,
  );
  const toggle = h("button", {
    type: "button",
    id: "notes-toggle",
    "aria-expanded": "false",
    "aria-controls": "notes-panel",
    onclick: () => show(!open),
  });
  const panel = h("section", { id: "notes-panel", "aria-label": t("notes_of_item"), hidden: true });

  const kind = () => form.elements.kind.value;
  const of = (place) => Store.state.notes.filter((note) => note.item === place);

  const turn = (asked) => {
    form.elements.kind.value = asked;
    const action = asked === "action";
    owner.hidden = due.hidden = !action;
    text.placeholder = t(`kind.${asked}_example`);
    text.setAttribute("aria-label", t(`kind.${asked}`));
  };

  // What is typed and not yet recorded stays with its item.
  const keepDraft = () => {
    if (editing) return;
    const draft = {
      item,
      kind: kind(),
      text: text.value,
      owner: owner.value,
      due: due.value,
      at: "",
    };
    Store.change(
      (state) => {
        const others = state.drafts.filter((each) => each.item !== item);
        state.drafts = draft.text || draft.owner || draft.due ? [...others, draft] : others;
      },
      { quiet: true },
    );
  };
  form.addEventListener("input", keepDraft);

  const fill = (note) => {
    text.value = note?.text ?? "";
    owner.value = note?.owner ?? "";
    due.value = note?.due ?? "";
    turn(note?.kind ?? "decision");
    record.textContent = t(editing ? "save_change" : "record");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) {
      say(t("nothing_typed"));
      return text.focus();
    }
    const action = kind() === "action";
    const note = {
      item,
      kind: kind(),
      text: said,
      owner: action ? owner.value.trim() : "",
      due: action ? due.value : "",
      at: editing?.at || new Date().toISOString(),
    };
    const place = editing
      ? Store.state.notes.findIndex((each) => each.at === editing.at && each.item === editing.item)
      : -1;
    editing = null;
    Store.change((state) => {
      state.drafts = state.drafts.filter((each) => each.item !== item);
      if (place < 0) state.notes.push(note);
      else state.notes[place] = note;
    });
    fill({ kind: note.kind });
    show(true);
    say(t("recorded"));
    text.focus();
  });

  const edit = (note) => {
    editing = note;
    fill(note);
    text.focus();
  };
  const leaveEdit = () => {
    if (!editing) return false;
    editing = null;
    fill(draftOf(item));
    return true;
  };
  const remove = (note) => {
    if (editing === note) leaveEdit();
    Store.change(
      (state) => {
        state.notes = state.notes.filter((each) => each !== note);
      },
      { undo: t("note_removed") },
    );
  };

  const about = (note) =>
    [note.owner, note.due && t("due_on", { day: Words.day(note.due) })].filter(Boolean).join(" · ");

  const drawPanel = () => {
    const notes = of(item);
    toggle.hidden = notes.length === 0;
    toggle.textContent = Words.plural("notes_count", notes.length);
    toggle.setAttribute("aria-expanded", String(open && notes.length > 0));
    panel.hidden = !open || notes.length === 0;
    panel.replaceChildren(
      h(
        "h2",
        {},
        t("notes_of_item"),
        h(
          "button",
          { type: "button", class: "quiet", "aria-label": t("close"), onclick: () => show(false) },
          "×",
        ),
      ),
      h(
        "ul",
        {},
        notes.map((note) =>
          h(
            "li",
            {},
            h("span", { class: `kind-mark ${note.kind}` }, t(`kind.${note.kind}`)),
            h(
              "span",
              { class: "note-text", dir: "auto" },
              note.text,
              about(note) ? h("small", {}, about(note)) : null,
            ),
            h("button", { type: "button", onclick: () => edit(note) }, t("edit")),
            h("button", { type: "button", onclick: () => remove(note) }, t("remove")),
          ),
        ),
      ),
    );
  };

  const show = (now) => {
    open = now;
    drawPanel();
  };

  const draftOf = (place) => Store.state.drafts.find((draft) => draft.item === place);

  // Turn to an item. The same item again leaves what is being typed alone.
  const draw = (place) => {
    if (place !== item || !form.elements.kind.value) {
      item = place;
      editing = null;
      open = false;
      fill(draftOf(place));
    }
    drawPanel();
  };

  const begin = (asked) => {
    turn(asked);
    text.focus();
  };

  // Close what is open; whether anything was.
  const close = () => {
    if (leaveEdit()) return true;
    if (!open || panel.hidden) return false;
    show(false);
    return true;
  };

  turn("decision");
  return { form, toggle, panel, draw, begin, close, about, of };
})();
