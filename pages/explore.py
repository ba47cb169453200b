"""Every figure by filter, and the file of exactly that."""

import streamlit as st

from components.ui import explore
from components.ui.visit import visit

here = visit()
asked = explore.asked_for(here)
explore.head(here, asked)
with st.container(key="data-row"):
    with st.container(key="data-filters"):
        explore.filters_shown(here, asked)
    with st.container(key="data-answer"):
        explore.answer(here, asked)
