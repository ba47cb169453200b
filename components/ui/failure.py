"""What a visitor sees when a page fails: a sentence and a way on; the log has the rest."""

from __future__ import annotations

import logging

import streamlit as st

from components.ui.remedy import say_remedy
from components.ui.visit import visit
from data.trouble import StoreError

LOG = logging.getLogger("target87")


def say_failure(error: Exception) -> bool:
    """Log the error and show a sentence in the visitor's language, never a traceback.

    True tells Streamlit not to show its own message.
    """
    here = visit()
    if isinstance(error, StoreError):
        LOG.warning("a page found no store to read: %s", error)
        say_remedy(error, here)
        return True
    LOG.error("a page failed", exc_info=error)
    st.error(here.wording.t("frame.failure"))
    st.page_link("world.py", label=here.wording.t("frame.page.world"), query_params=here.params())
    return True
