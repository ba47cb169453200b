"""The product with two faults of the tests' own: any page asked with `fail`, and one route."""

from typing import Any, NoReturn

import streamlit as st

from app import app
from components.ui import frame
from pages.routes import pathfinder_files

__all__ = ["app"]

SECRET = "postgresql://reader:s3cret-word@db/target87"
open_frame = frame.open_frame


def _fail_when_asked(*seen: Any, **more: Any) -> None:
    if "fail" in st.query_params:
        raise RuntimeError(f"failed on purpose at {SECRET}")
    open_frame(*seen, **more)


def _fail(*_seen: Any) -> NoReturn:
    raise RuntimeError(f"failed on purpose at {SECRET}")


frame.open_frame = _fail_when_asked
pathfinder_files.records_shown = _fail
