"""The product as `make bench` serves it: its own routes and start, and the frame of frame.py."""

from pathlib import Path

import streamlit as st

from app import lifespan
from pages.routes import ROUTES
from pages.service import MIDDLEWARE

FRAME = Path(__file__).with_name("frame.py")
app = st.App(str(FRAME), routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
