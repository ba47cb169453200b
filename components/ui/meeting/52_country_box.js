// A box of country names that adds what is chosen: the W3C's editable combobox with a list. Which
// names match is decided on the server (/api/v1/names.json), as in the finder of the other pages.
function countryBox(onChosen) {
  const [MOST, PAUSE_MS] = [8, 80];
  const input = h("input", {
    id: "country-input",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    maxlength: "80",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "country-list",
  });
  const list = h("ul", {
    id: "country-list",
    role: "listbox",
    "aria-label": t("countries"),
    class: "options",
    hidden: true,
  });
  const status = h("p", { class: "small", role: "status" });
  let hits = [];
  let active = -1;
  let timer = 0;
  let shownFor = null;
  let enterWaits = false;

  const close = () => {
    list.hidden = true;
    shownFor = null;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (place) => {
    active = place;
    [...list.children].forEach((option, at) =>
      option.setAttribute("aria-selected", String(at === place)),
    );
    if (list.children[place]) input.setAttribute("aria-activedescendant", list.children[place].id);
  };
  const choose = (hit) => {
    input.value = "";
    close();
    status.textContent = t("country_added", { name: hit.name });
    onChosen(hit);
  };
  const show = (found, typed) => {
    hits = found.slice(0, MOST);
    list.replaceChildren(
      ...hits.map((hit, at) =>
        h(
          "li",
          {
            id: `country-${at}`,
            role: "option",
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => choose(hit),
          },
          h("span", {}, hit.name),
          hit.note ? h("small", {}, hit.note) : null,
        ),
      ),
    );
    list.hidden = hits.length === 0;
    shownFor = typed;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    point(0);
    status.textContent = hits.length
      ? Words.plural("suggestions", hits.length)
      : t("no_such_name", { typed });
    if (enterWaits && hits.length) choose(hits[0]);
    enterWaits = false;
  };
  const ask = async () => {
    const typed = input.value.trim();
    if (!typed) return close();
    try {
      const query = new URLSearchParams({ q: typed, lang: Given.language });
      const answer = await Screens.ask(`api/v1/names.json?${query}`);
      const { found } = await answer.json();
      if (input.value.trim() === typed) show(found, typed);
    } catch {
      status.textContent = t("names_need_connection");
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const typed = input.value.trim();
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length && !list.hidden) {
      event.preventDefault();
      point((active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!typed) return;
      if (shownFor === typed && hits.length) return choose(hits[Math.max(active, 0)]);
      enterWaits = true;
      clearTimeout(timer);
      ask();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return h(
    "div",
    { class: "combobox" },
    h("label", { class: "field" }, h("span", {}, t("add_country")), input),
    list,
    status,
  );
}
