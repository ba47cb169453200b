"""The monitoring framework of one country; without one, all of them by region."""

import streamlit as st

from components.ui import monitoring
from components.ui.visit import visit

here = visit()
country = monitoring.asked_country(here)
with st.container(key="monitoring-search"):
    monitoring.search(here)
if country is None:
    monitoring.chooser(here)
else:
    monitoring.show(country, here)
