"""What changed: figures that are new, revised or withdrawn between two releases."""

import streamlit as st

from components.ui import changed
from components.ui.visit import visit

here = visit()
changed.head(here)
asked = changed.asked_for(here)
if asked is not None:
    with st.container(key="changed-choices"):
        changed.choices(here, asked)
    changed.answer(here, asked)
changed.releases(here)
