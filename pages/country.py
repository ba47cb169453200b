"""One country, in the order of a Delta 8.7 dashboard; without one, all of them by region."""

import streamlit as st

from components.ui.country import (
    asked_country,
    show_chooser,
    show_header,
    show_search,
    show_sections,
    view,
)
from components.ui.visit import visit

here = visit()
country = asked_country(here)
with st.container(key="country-top"):
    with st.container(key="country-search"):
        show_search(here)
    if country is None:
        show_chooser(here)
    else:
        seen = view(country.code, here)
        show_header(seen, here)
if country is not None:
    show_sections(seen, here)
