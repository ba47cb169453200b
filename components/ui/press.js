// Links and choices of a page that change its address within the session: see press.py.
// The script is mounted once; it listens on the document, since the page's HTML comes anew with
// every answer. What had the focus has it again.

const STILL = '.stApp[data-test-script-state="notRunning"]';
const STEP_MS = 1000;
let page = { name: "", words: {} };
let send = () => {};
let focused = "";
let player = 0;
let listening = false;

const queryNow = () => new URLSearchParams(location.search);
const go = (query) => send(query.toString());

// A link to another view of this very page, which the server can show without loading it anew.
function pressed(event) {
  const link = event.target.closest?.("a[data-press]");
  if (!link || event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  return link;
}

function onClick(event) {
  const link = pressed(event);
  if (link) {
    event.preventDefault();
    focused = link.dataset.key ?? "";
    return go(new URL(link.href).searchParams);
  }
  const button = event.target.closest?.("button[data-does]");
  if (button) does[button.dataset.does]?.(button);
}

function onChange(event) {
  const field = event.target.closest?.("[data-param]");
  if (!field || !field.matches("select, input")) return;
  stop();
  set(field, field.value);
}

function set(field, value) {
  const query = queryNow();
  for (const name of (field.dataset.drops ?? "").split(" ").filter(Boolean)) query.delete(name);
  if (value && value !== field.dataset.plain) query.set(field.dataset.param, value);
  else query.delete(field.dataset.param);
  focused = field.dataset.key ?? field.dataset.param;
  go(query);
}

function onInput(event) {
  // The number beside the slider follows it while it is drawn; the view follows when it is let go.
  const slider = event.target.closest?.("input[type=range][data-param]");
  const shown = slider?.parentElement.querySelector("output, input[type=number]");
  if (shown) shown.value = slider.value;
}

function onKey(event) {
  const role = event.target.getAttribute?.("role");
  if (event.key === " " && (role === "checkbox" || role === "radio" || role === "tab")) {
    event.preventDefault();
    event.target.click();
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (role === "tab" && step) {
    const tabs = [...event.target.closest('[role="tablist"]').querySelectorAll('[role="tab"]')];
    const turned = document.documentElement.dir === "rtl" ? -step : step;
    tabs[(tabs.indexOf(event.target) + turned + tabs.length) % tabs.length].focus();
    event.preventDefault();
  }
}

// What is copied: a text, an address made whole, or the code of an embedded page.
function textOf(button) {
  const { text, address, embed, from } = button.dataset;
  if (from) return document.getElementById(from)?.textContent ?? "";
  if (address) return new URL(address, document.baseURI).href;
  if (embed) {
    const whole = new URL(embed, document.baseURI).href.replaceAll("&", "&amp;");
    const title = (button.dataset.title ?? "").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return `<iframe src="${whole}" title="${title}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
  }
  return text ?? "";
}

function copiedByHand(text) {
  // Without https a browser has no clipboard for scripts but this one.
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.insetBlockStart = "-100px";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(button) {
  const text = textOf(button);
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = copiedByHand(text);
    button.focus();
  }
  tell(button, done ? page.words.copied : page.words.not_copied);
}

function tell(button, text) {
  let said = button.parentElement.querySelector(".said");
  if (!said) {
    said = document.createElement("span");
    said.className = "said";
    said.setAttribute("role", "status");
    button.after(said);
  }
  said.textContent = "";
  setTimeout(() => { said.textContent = text; }, 30);
  clearTimeout(Number(said.dataset.timer));
  said.dataset.timer = String(setTimeout(() => { said.textContent = ""; }, 4000));
}

function full(button) {
  if (document.fullscreenElement) return void document.exitFullscreen();
  document.querySelector(button.dataset.of)?.requestFullscreen?.();
}

const player_field = () => document.querySelector("[data-years]");

function stop() {
  clearInterval(player);
  player = 0;
  label();
}

function label() {
  for (const button of document.querySelectorAll('[data-does="play"]')) {
    const text = player ? page.words.stop : page.words.play;
    if (button.getAttribute("aria-label") !== text) button.setAttribute("aria-label", text);
    button.setAttribute("aria-pressed", String(Boolean(player)));
  }
  const open = String(document.documentElement.hasAttribute("data-filters"));
  for (const button of document.querySelectorAll('[data-does="filters"]')) {
    if (button.getAttribute("aria-expanded") !== open) button.setAttribute("aria-expanded", open);
  }
}

// A year a second; the next only when the one before stands there; the last is the end.
function step() {
  const field = player_field();
  if (!field) return stop();
  if (!document.querySelector(STILL)) return;
  const years = field.dataset.years.split(",").map(Number);
  const next = years.find((year) => year > Number(field.value));
  if (next === undefined) return stop();
  field.value = next;
  const kept = document.activeElement?.dataset?.key ?? "";
  set(field, String(next));
  focused = kept;
}

function play() {
  if (player) return stop();
  const field = player_field();
  if (!field) return;
  const years = field.dataset.years.split(",").map(Number);
  player = setInterval(step, STEP_MS);
  label();
  if (Number(field.value) >= years.at(-1)) {
    field.value = years[0];
    set(field, String(years[0]));
    focused = "play";
  }
}

// On a phone the filters wait behind a button.
function filters() {
  document.documentElement.toggleAttribute("data-filters");
  label();
}

const does = { copy, full, play, filters };

function refocus() {
  label();
  if (!focused || document.activeElement !== document.body) return;
  const found = [...document.querySelectorAll("[data-key], [data-param]")].find(
    (one) => (one.dataset.key ?? one.dataset.param) === focused,
  );
  if (!found) return;
  found.focus({ preventScroll: true });
}

export default function ({ data, setTriggerValue }) {
  page = { name: data.page, words: data.words };
  send = (query) => setTriggerValue("query", query);
  if (listening) return;
  listening = true;
  document.addEventListener("click", onClick);
  document.addEventListener("change", onChange);
  document.addEventListener("input", onInput);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerdown", () => { focused = ""; }, true);
  new MutationObserver(refocus).observe(document.body, { childList: true, subtree: true });
}
