// "Add this view": puts the page that is shown at the end of the agenda of the meeting, which this
// browser keeps (components/ui/meeting/25_store.js has its form), and says so. The button comes with
// the page (components/templates/meeting_bar.html), its words before this (components/look.py).
(() => {
  if (window.viewsAdded) return;
  window.viewsAdded = true;
  const KEY = "target87.meeting";
  const OF_THE_READER = ["lang", "present"];
  const words = window.viewWords;
  // As components/meeting/agenda.py has them; a test holds both together.
  const MOST_ITEMS = 200, LONGEST_TEXT = 300, LONGEST_VIEW = 2000;

  const box = document.createElement("div");
  box.className = "added";
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  box.append(said);
  document.body.append(box);
  const hide = () => { box.classList.remove("shown"); };

  // The relative address of the page, without what says who looks.
  const viewOf = (page) => {
    const asked = new URLSearchParams(location.search);
    for (const name of OF_THE_READER) asked.delete(name);
    const query = asked.toString().replaceAll("%2C", ",").replaceAll("+", "%20");
    return query ? `${page}?${query}` : page;
  };
  // Every view of the data page has one heading; what it is about stands over its chart or table.
  const ABOUT = [".explore-card .drawing-label", ".explore-card .drawing-title", "h1"];
  const titleOf = (button) => {
    const main = document.querySelector('[data-testid="stMain"]');
    const about = ABOUT.map((place) => main?.querySelector(place)).find(Boolean);
    const head = about?.textContent ?? "";
    const title = head.replace(/[ \t\r\n]+/g, " ").trim() || button.dataset.page;
    return [...title].slice(0, LONGEST_TEXT).join("");
  };

  const blank = () => ({
    v: 1, agenda: { t: "", d: "", r: 0, i: [] }, at: 0,
    participants: [], notes: [], place: "", spent: [], started: null,
  });
  // The kept meeting; null for one that this page cannot read and so must not touch.
  const kept = () => {
    const text = localStorage.getItem(KEY);
    if (text === null) return blank();
    try {
      const found = JSON.parse(text);
      return found?.v === 1 && Array.isArray(found.agenda?.i) ? found : null;
    } catch {
      return null;
    }
  };

  // {outcome, count, title, twice}: outcome is added, damaged, full, long, no_room or forbidden.
  const add = (button) => {
    const item = { t: titleOf(button), v: viewOf(button.dataset.page) };
    if (item.v.length > LONGEST_VIEW) return { outcome: "long" };
    try {
      const meeting = kept();
      if (!meeting) return { outcome: "damaged" };
      const agenda = meeting.agenda.i;
      if (agenda.length >= MOST_ITEMS) return { outcome: "full" };
      const twice = agenda.some((one) => one.v === item.v);
      agenda.push(item);
      localStorage.setItem(KEY, JSON.stringify(meeting));
      return { outcome: "added", count: agenda.length, title: item.t, twice };
    } catch (why) {
      return { outcome: why.name === "QuotaExceededError" ? "no_room" : "forbidden" };
    }
  };

  const part = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const sentence = (texts, { outcome, count, title, twice }) => {
    if (outcome !== "added") return texts[outcome];
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    const text = texts[`added.${form}`] ?? texts["added.other"];
    // The title is isolated, whichever way its letters run.
    const filled = text.replace("{count}", count).replace("{title}", () => `\u2068${title}\u2069`);
    return twice ? `${filled} ${texts.twice}` : filled;
  };

  const tell = (button, result) => {
    const texts = words[document.documentElement.lang] ?? words.en;
    const address = button.parentElement.querySelector("a").getAttribute("href");
    const close = part("button", "\u00d7", { type: "button", "aria-label": texts.close });
    close.addEventListener("click", () => { hide(); button.focus(); });
    // Emptied first, so that the same words are said again.
    said.replaceChildren();
    for (const old of box.querySelectorAll(":scope > button")) old.remove();
    box.classList.add("shown");
    box.dataset.outcome = result.outcome;
    setTimeout(() => {
      said.append(part("span", sentence(texts, result)), " ", part("a", texts.open, { href: address }));
      box.append(close);
    }, 50);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.add-view");
    if (button) tell(button, add(button));
    else if (!box.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hide();
    document.querySelector("button.add-view")?.classList.add("calm");
  });
  const wake = (event) => event.target.closest?.("button.add-view")?.classList.remove("calm");
  for (const left of ["pointerout", "focusout"]) document.addEventListener(left, wake);
})();
