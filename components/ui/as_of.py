"""Which release the URL asks for with `as_of`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st

from data import store
from data.queries.shown import NoSuchRelease
from data.records import Release
from data.trouble import StoreError


class AskedRelease(NamedTuple):
    """What `as_of` in the URL comes to: a release, or why there is none; neither when not given.

    `kept` is the parameter as links carry it on: empty where it names no release.
    """

    release: Release | None = None
    refused: NoSuchRelease | None = None
    kept: str = ""


_release = store.cached(64)(store.release_shown)


def asked_release() -> AskedRelease:
    """The release that the URL asks for; nothing is asked of a store that cannot be read."""
    asked = st.query_params.get("as_of", "").strip()
    if not asked:
        return AskedRelease()
    try:
        # To the minute: a page asks this many times, and the moment is in the cache's key.
        minute = datetime.now(UTC).replace(second=0, microsecond=0)
        return AskedRelease(_release(asked, minute), None, asked)
    except NoSuchRelease as why:
        return AskedRelease(None, why)
    except StoreError:
        return AskedRelease()


def release_id() -> int | None:
    """The number of the release whose figures this visit sees; None for the figures of now."""
    asked = asked_release().release
    return asked.id if asked else None


def records_begin_after(release: Release) -> Release | None:
    """The release with which the history of the pathfinder way begins, when it is a later one."""
    first = store.records_begin()
    if first <= release.id:
        return None
    return next((one for one in store.releases() if one.id == first), None)
