"""The world: whether it is ending, a map of a chosen measure, and the way to a country."""

import streamlit as st

from components.ui import world
from components.ui.visit import visit

here = visit()
world.top(here)
with st.container(key="world-main"):
    with st.container(key="world-card"):
        shown = world.the_map(here)
    world.lead(here)
world.below(here, shown)
