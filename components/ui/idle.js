(() => {
  // A page that nobody touches holds a session that somebody else may want.
  if (window.target87Idle) return;
  window.target87Idle = true;
  const minutes = MINUTES;
  let touched = Date.now();
  const touch = () => { touched = Date.now(); };
  for (const what of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"]) {
    addEventListener(what, touch, { passive: true, capture: true });
  }
  setInterval(() => {
    const presenting = new URLSearchParams(location.search).get("present") === "1";
    const patience = minutes * 60000 * (presenting ? PRESENTING : 1) - 5000;
    if (Date.now() - touched < patience) return;
    const back = location.pathname.split("/").pop() + location.search;
    location.replace("paused?back=" + encodeURIComponent(back));
  }, 1000);
})();
