// The page of a meeting. Its files are joined in the order of their names into one module; each
// names one thing, and what stands in its brackets is its own.

// What the server told in the document: words, language, newest release, limits.
const Given = JSON.parse(document.getElementById("given").textContent);

// Texts, numbers and dates in the reader's language.
const Words = (() => {
  const locale = Given.locale.replaceAll("_", "-");
  const rtl = Given.direction === "rtl";
  const rules = new Intl.PluralRules(locale);
  // A number keeps its place between words that run from right to left.
  const isolated = (text) => (rtl ? `\u2066${text}\u2069` : String(text));

  const t = (key, fields = {}) =>
    (Given.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => {
      if (!(name in fields)) return whole;
      return typeof fields[name] === "number" ? isolated(fields[name]) : fields[name];
    });

  const plural = (key, count, fields = {}) => {
    const form = `${key}.${rules.select(count)}`;
    return t(form in Given.words ? form : `${key}.other`, { count, ...fields });
  };

  // 400 is 6:40, 3723 is 1:02:03.
  const clock = (seconds, sign = "") => {
    const whole = Math.floor(Math.abs(seconds));
    const two = (number) => String(number).padStart(2, "0");
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
    const lead = hours ? `${hours}:${two(minutes)}` : String(minutes);
    return isolated(`${sign}${lead}:${two(whole % 60)}`);
  };

  // An ISO day in words; any other text as it is.
  const day = (iso) => {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
    const { pattern, months, first } = Given.days;
    if (!months[month - 1]) return iso;
    const parts = {
      y: year,
      MMMM: months[month - 1],
      d: date === "01" ? first : String(Number(date)),
    };
    return pattern.replace(/MMMM|d|y/g, (part) =>
      part === "MMMM" ? parts[part] : isolated(parts[part]),
    );
  };

  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };

  return { t, plural, clock, day, today, isolated, rtl };
})();

const { t } = Words;

// An element; texts among its children become text, never markup. `on…` listens.
function h(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined)
      made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== false));
  return made;
}

// What a screen reader says now.
function say(text) {
  const line = document.getElementById("said");
  line.textContent = line.textContent === text ? `${text}\u00a0` : text;
}

// Give the reader a file.
function saveFile(name, content, kind) {
  const address = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
