"""The frame of the product with one more page, which is empty: what a rerun costs at least."""

from pathlib import Path

import streamlit as st

from components.ui.frame import PAGES, open_frame
from components.ui.remedy import need_store, remedied
from components.ui.reruns import counted_run
from components.ui.visit import visit
from pages.service.settings import settings

FOLDER = Path(__file__).resolve().parents[2] / "pages"


def empty() -> None:
    """Nothing."""


here = visit()
st.set_page_config(page_title=here.wording.t("frame.product"), layout="wide")
pages = {
    name: st.Page(
        FOLDER / f"{name}.py", title=here.wording.t(f"frame.page.{name}"), default=name == "world"
    )
    for name in PAGES
}
blank = st.Page(empty, title="-", url_path="empty")
chosen = st.navigation([*pages.values(), blank], position="hidden")
with counted_run(chosen.url_path or PAGES[0]):
    open_frame(here, pages, chosen, idle_minutes=settings().idle_minutes)
    with remedied(here):
        need_store()
        chosen.run()
