"""The landing page."""

import streamlit as st

st.write("world")
