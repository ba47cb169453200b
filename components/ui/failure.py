"""What a visitor sees when a page fails: a sentence, a number to tell, and a way on.

The log has the rest, under the same number.
"""

from __future__ import annotations

import logging

import streamlit as st

from components.ui.remedy import show_remedy
from components.ui.reruns import FAILED, page_now, request_number
from components.ui.visit import visit
from data.trouble import StoreError

LOG = logging.getLogger("target87")
MOST_NAMES = 20
LONGEST_NAME = 40


def show_failure(error: Exception) -> bool:
    """Log the error and show a sentence in the visitor's language, never a traceback.

    The values of parameters are not logged: they may say what somebody looked for. True tells
    Streamlit not to show its own message.
    """
    here = visit()
    if isinstance(error, StoreError):
        LOG.warning("a page found no store to read: %s", error)
        show_remedy(error, here)
        return True
    number, page = request_number(), page_now()
    names = sorted(st.query_params.to_dict())[:MOST_NAMES]
    facts = {
        "request_id": number,
        "page": page,
        "parameters": [name[:LONGEST_NAME] for name in names],
    }
    LOG.error("a page failed", exc_info=error, extra=facts)
    FAILED.labels(page).inc()
    words = here.wording
    said = f"{words.t('frame.failure')} {words.t('frame.failure_number')}"
    st.error(said)
    st.code(number, language=None)
    st.page_link("world.py", label=words.t("frame.page.world"), query_params=here.params())
    return True
