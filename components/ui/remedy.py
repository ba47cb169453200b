"""What a page says in the place of figures while the store cannot answer, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from components.ui.visit import Visit
from data import store
from data.trouble import DamagedStore, NoStore, OtherShape, StoreAway, StoreError, TooSlow

AGAIN_SECONDS: Final = 3.0
"""How long a page waits before it asks the store again by itself."""

MOST_TRIES: Final = 200
"""So often in a row a page asks again (ten minutes); then it waits for its reader."""

BUILD: Final = "python -m loaders build"

_TEXTS: Final[tuple[tuple[type[StoreError], str], ...]] = (
    (NoStore, "frame.no_store"),
    (DamagedStore, "frame.damaged_store"),
    (StoreAway, "remedy.away"),
    (TooSlow, "remedy.slow"),
)
_TRIES: Final = "remedy-tries"
_JUST_SAID: Final = "remedy-just-said"
"""In the session: how often the page asked in a row; and that this run has just said it."""


def _text(error: StoreError) -> str:
    if isinstance(error, OtherShape):
        return "remedy.older" if error.older else "remedy.newer"
    found = (key for kind, key in _TEXTS if isinstance(error, kind))
    return next(found, "frame.unfinished_store")


def _command(error: StoreError) -> str:
    if isinstance(error, OtherShape):
        return error.command
    return BUILD if isinstance(error, NoStore | DamagedStore) else ""


def show_remedy(error: StoreError, here: Visit) -> None:
    """Say what is the matter with the store, and the command that helps; ask again in a moment."""
    text = here.wording.t(_text(error))
    if isinstance(error, StoreAway):
        st.info(text)
    else:
        st.error(text)
    if command := _command(error):
        st.code(command, language=None)
    if isinstance(error, TooSlow):
        return
    if st.session_state.get(_TRIES, 0) < MOST_TRIES:
        st.session_state[_JUST_SAID] = True
        _ask_again()
    else:
        st.caption(here.wording.t("remedy.tired"))


@st.fragment(run_every=AGAIN_SECONDS)
def _ask_again() -> None:
    """Nothing to see: when the store answers, or after so many tries, the whole page runs again."""
    if st.session_state.pop(_JUST_SAID, False):
        return
    tries = st.session_state.get(_TRIES, 0) + 1
    st.session_state[_TRIES] = tries
    if tries >= MOST_TRIES or _answers():
        st.rerun()


def _answers() -> bool:
    try:
        store.build()
    except StoreError:
        return False
    return True


def need_store() -> None:
    """Go on when there is a store to read: not every page asks it at once. Raises StoreError."""
    store.build()


@contextmanager
def remedied(here: Visit) -> Iterator[None]:
    """What runs inside may find no store, or the store gone: the page then says so."""
    try:
        yield
    except StoreError as error:
        show_remedy(error, here)
    else:
        # The next time the store is away, the page asks as often again.
        st.session_state.pop(_TRIES, None)
