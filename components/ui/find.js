// A box of country names: suggestions while typing, by keyboard, touch or screen reader.
// The pattern is the W3C's editable combobox with list autocomplete. Which names match is
// decided on the server (data/methods/names.py); here they are only asked for and shown.

const MOST_SHOWN = 8;
const MOST_LISTED = 500;
const PAUSE_MS = 80;

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.__find ?? (parentElement.__find = build(parentElement));
  box.pick = (codes) => setTriggerValue("picked", codes);
  box.take(data);
  return undefined;
}

function element(name, attributes, parent) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}

function build(parent) {
  const id = "find-" + Math.random().toString(36).slice(2);
  const root = element("div", { class: "find" }, parent);
  const label = element("label", { class: "find-label", for: id }, root);
  const field = element("div", { class: "find-field" }, root);
  const chosen = element("ul", { class: "find-chosen" }, field);
  const input = element(
    "input",
    {
      id,
      class: "find-input",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      dir: "auto",
      maxlength: "80",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id + "-list",
    },
    field,
  );
  element("span", { class: "find-sign", "aria-hidden": "true" }, field);
  const list = element("ul", { id: id + "-list", class: "find-list", role: "listbox" }, root);
  const status = element("p", { class: "find-status", role: "status" }, root);
  list.hidden = true;

  const box = { data: null, pick: () => {} };
  let hits = [];
  let active = -1;
  let asking = null;
  let timer = 0;
  let enterWaits = false;
  let shownFor = null;

  const say = (text) => {
    status.textContent = text;
  };

  const close = () => {
    list.hidden = true;
    active = -1;
    shownFor = null;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const point = (place) => {
    active = place;
    [...list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === place));
    });
    const option = list.children[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const choose = (hit) => {
    clearTimeout(timer);
    input.value = "";
    close();
    say("");
    if (box.data.href) return window.location.assign(box.data.href.replace("_", hit.code));
    const before = box.data.several ? box.data.chosen.map((each) => each.code) : [];
    box.pick([...before.slice(-(box.data.most - 1) || before.length), hit.code]);
  };

  const show = (found, typed) => {
    const taken = new Set(box.data.chosen.map((each) => each.code));
    const among = box.data.among && new Set(box.data.among);
    hits = found
      .filter((hit) => !taken.has(hit.code) && (!among || among.has(hit.code)))
      .slice(0, typed ? MOST_SHOWN : MOST_LISTED);
    list.replaceChildren();
    hits.forEach((hit, at) => {
      const option = element("li", { id: `${id}-${at}`, role: "option" }, list);
      element("span", { class: "find-name" }, option).textContent = hit.name;
      if (hit.note) element("span", { class: "find-note" }, option).textContent = hit.note;
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(hit));
    });
    list.hidden = hits.length === 0;
    shownFor = typed;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    point(typed && hits.length ? 0 : -1);
    const none = box.data.words.none.replace("{typed}", typed);
    say(hits.length ? box.data.words.count.replace("{count}", hits.length) : typed ? none : "");
    status.classList.toggle("find-none", hits.length === 0 && typed !== "");
    if (enterWaits) {
      enterWaits = false;
      if (hits.length) choose(hits[0]);
    }
  };

  const ask = async () => {
    const typed = input.value.trim();
    asking?.abort();
    if (!typed && !box.data.whole) {
      close();
      say("");
      return;
    }
    asking = new AbortController();
    const query = new URLSearchParams({ q: typed, lang: box.data.language, kind: box.data.kind });
    try {
      const answer = await fetch(`${box.data.route}?${query}`, { signal: asking.signal });
      if (answer.ok && input.value.trim() === typed) show((await answer.json()).found, typed);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };

  input.addEventListener("input", soon);
  input.addEventListener("focus", () => box.data.whole && soon());
  input.addEventListener("click", () => list.hidden && box.data.whole && soon());
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    close();
  });
  input.addEventListener("keydown", (event) => {
    const typed = input.value.trim();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      point((active + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && (typed || active >= 0)) {
      event.preventDefault();
      if (shownFor === typed && hits.length) return choose(hits[Math.max(active, 0)]);
      enterWaits = true;
      clearTimeout(timer);
      ask();
    } else if (event.key === "Escape") {
      input.value = list.hidden ? "" : input.value;
      close();
      say("");
    } else if (event.key === "Backspace" && !input.value && box.data.chosen.length) {
      box.pick(box.data.chosen.slice(0, -1).map((each) => each.code));
    }
  });

  box.take = (data) => {
    box.data = data;
    label.textContent = data.words.label;
    input.placeholder = data.chosen.length ? "" : data.words.example;
    list.setAttribute("aria-label", data.words.label);
    chosen.hidden = data.chosen.length === 0;
    chosen.replaceChildren();
    data.chosen.forEach((each) => {
      const item = element("li", {}, chosen);
      const remove = element("button", { type: "button" }, item);
      remove.setAttribute("aria-label", data.words.remove.replace("{name}", each.name));
      element("span", {}, remove).textContent = each.name;
      element("span", { "aria-hidden": "true" }, remove).textContent = "×";
      remove.addEventListener("click", () => {
        box.pick(box.data.chosen.filter((one) => one !== each).map((one) => one.code));
        input.focus();
      });
    });
  };
  return box;
}
