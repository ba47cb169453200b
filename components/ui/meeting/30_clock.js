// The clocks of the item and of the meeting. Time is counted from a moment that is kept, so that
// it goes on over a reload; a page that was away for long finds its clock stopped where it left.
const Clock = (() => {
  const AWAY = 30 * 60 * 1000;
  const LEFT = "target87.meeting.left";
  const running = () => Store.state.since !== null;
  const elapsed = () => (running() ? Math.max(0, (Date.now() - Store.state.since) / 1000) : 0);

  // Seconds of an item so far.
  const spent = (place) =>
    (Store.state.spent[place] ?? 0) + (place === Store.state.at ? elapsed() : 0);
  const total = () => Store.state.agenda.i.reduce((sum, _, place) => sum + spent(place), 0);

  // Add what has run to the current item, and go on from now.
  const fold = (state, upto = Date.now()) => {
    if (state.since === null) return;
    const seconds = Math.max(0, (upto - state.since) / 1000);
    state.spent[state.at] = Math.round(((state.spent[state.at] ?? 0) + seconds) * 10) / 10;
    state.since = upto;
  };

  // An item comes on; the first one starts the clock, a stopped clock stays stopped.
  const turnTo = (place) =>
    Store.change(
      (state) => {
        fold(state);
        if (state.started === null) {
          state.started = new Date().toISOString();
          state.since = Date.now();
        }
        state.at = place;
      },
      { quiet: true },
    );

  const pause = () =>
    Store.change((state) => {
      fold(state);
      state.since = state.since === null ? Date.now() : null;
      state.started ??= new Date().toISOString();
    });

  // When the page was last there, apart from the state: it changes every minute.
  const mark = () => {
    try {
      if (running()) localStorage.setItem(LEFT, String(Date.now()));
    } catch {
      // Then a clock goes on over the time that the page was away.
    }
  };
  const lastThere = () => {
    try {
      return Number(localStorage.getItem(LEFT));
    } catch {
      return 0;
    }
  };
  const wake = () => {
    const left = lastThere();
    if (!running() || left < Store.state.since || Date.now() - left < AWAY) return;
    Store.change(
      (state) => {
        fold(state, left);
        state.since = null;
      },
      { quiet: true },
    );
  };
  addEventListener("pagehide", mark);
  setInterval(mark, 60000);

  // What a clock says: the big figure, the words beside it, whether the time is over, and the share
  // of it that is used.
  const face = (seconds, minutes) => {
    const planned = minutes * 60;
    const of = Words.clock(planned);
    if (!planned)
      return { figure: Words.clock(seconds), words: t("clock.no_limit"), over: false, share: 0 };
    const left = planned - seconds;
    if (left <= -1) {
      return {
        figure: Words.clock(-left, "+"),
        words: t("clock.over", { of }),
        over: true,
        share: 1,
      };
    }
    return {
      figure: Words.clock(Math.ceil(Math.max(left, 0))),
      words: t("clock.left", { of }),
      over: false,
      share: seconds / planned,
    };
  };

  return { spent, total, turnTo, pause, running, wake, face };
})();
