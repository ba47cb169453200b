(() => {
  if (window.placesKept) return;
  window.placesKept = true;
  const PATIENCE = 20000, CALM = 1500, STEP = 80;
  const narrow = matchMedia("(max-width: 640px)");
  const box = () => document.querySelector('[data-testid="stMain"]');
  const still = () => document.querySelector('.stApp[data-test-script-state="notRunning"]');
  const address = () => `place:${location.pathname}${location.search}${location.hash}`;
  const anchor = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
  };
  let goal = null, clicked = false, frozen = "";

  const keep = () => {
    const at = box();
    if (!at || goal || address() === frozen) return;
    sessionStorage.setItem(address(), String(Math.round(at.scrollTop)));
  };
  const reached = () => { goal = null; keep(); };
  const leave = () => { frozen = ""; if (goal) reached(); };

  // Streamlit draws late and piece by piece: what is aimed at is put in its place again and again,
  // until the page has stood still for a moment, the reader moves, or patience ends.
  const aim = (settle) => {
    const mine = (goal = { end: performance.now() + PATIENCE, calm: 0 });
    const turn = () => {
      if (goal !== mine) return;
      const now = performance.now();
      const there = settle() && still();
      if (!there) mine.calm = 0;
      else if (!mine.calm) mine.calm = now;
      if (now > mine.end || (mine.calm && now - mine.calm > CALM)) reached();
      else setTimeout(turn, STEP);
    };
    turn();
  };
  const toAnchor = (id) => aim(() => {
    const found = document.getElementById(id);
    if (!found || !box()) return false;
    for (let d = found.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    found.scrollIntoView({ block: "start", behavior: "instant" });
    return true;
  });
  const toTop = (top) => aim(() => {
    const at = box();
    if (!at) return false;
    at.scrollTop = top;
    return Math.abs(at.scrollTop - top) < 2;
  });
  const back = () => {
    const kept = sessionStorage.getItem(address());
    if (kept !== null) toTop(Number(kept));
    else if (anchor()) toAnchor(anchor());
  };

  document.addEventListener("scroll", (event) => { if (event.target === box()) keep(); }, true);
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    document.addEventListener(moved, leave, { capture: true, passive: true });
  }
  document.addEventListener("click", (event) => {
    // A click may lead away, and what it leads to may be drawn before the address changes: the
    // place is kept now, and stays until the reader moves again.
    keep();
    frozen = address();
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    clicked = true;
    setTimeout(() => { clicked = false; }, 500);
    if (link.getAttribute("href") === location.hash) toAnchor(anchor());
  }, true);
  addEventListener("popstate", () => { if (!clicked) back(); });
  addEventListener("hashchange", () => {
    if (clicked && anchor()) toAnchor(anchor());
    clicked = false;
  });

  // On a phone, what is marked so comes folded; each once, so that a reader's choice stays.
  const fold = () => {
    if (!narrow.matches) return;
    for (const one of document.querySelectorAll("details[data-fold]:not([data-folded])")) {
      one.dataset.folded = "";
      const id = anchor();
      if (!id || !one.querySelector(`#${CSS.escape(id)}`)) one.open = false;
    }
    for (const line of document.querySelectorAll("summary.section-line[tabindex]")) {
      line.removeAttribute("tabindex");
    }
  };
  new MutationObserver(fold).observe(document.body, { childList: true, subtree: true });
  narrow.addEventListener("change", () => {
    if (narrow.matches) return fold();
    for (const one of document.querySelectorAll("details[data-folded]")) {
      delete one.dataset.folded;
      one.open = true;
    }
  });
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details[data-fold]")) one.open = true;
  });
  fold();

  // A timeline that is wider than its frame begins where today stands, past and future in sight.
  const turn = () => {
    for (const today of document.querySelectorAll(".tl-frame:not([data-turned]) .tl-back > u")) {
      const frame = today.closest(".tl-frame");
      frame.dataset.turned = "";
      const { left, width } = frame.getBoundingClientRect();
      const place = document.documentElement.dir === "rtl" ? 0.6 : 0.85;
      frame.scrollLeft += today.getBoundingClientRect().left - left - place * width;
    }
  };
  // Escape puts away what a mark tells, until the reader moves on.
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") document.documentElement.dataset.quiet = "";
  });
  for (const moved of ["focusin", "pointerover"]) {
    addEventListener(moved, () => { delete document.documentElement.dataset.quiet; });
  }
  new MutationObserver(turn).observe(document.body, { childList: true, subtree: true });

  const kind = performance.getEntriesByType("navigation")[0]?.type;
  if (kind === "back_forward" || kind === "reload") back();
  else if (anchor()) toAnchor(anchor());
})();
