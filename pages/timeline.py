"""Not there yet."""

import streamlit as st

st.write("timeline")
