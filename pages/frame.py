"""What every visit runs first: page config, language, theme, the bar on top, then the page."""

import streamlit as st

from components.ui.frame import ICON, PAGES, close_frame, open_frame
from components.ui.remedy import need_store, remedied
from components.ui.reruns import counted_run
from components.ui.visit import visit
from pages.service.settings import settings

here = visit()
st.set_page_config(
    page_title=here.wording.t("frame.product"),
    page_icon=ICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
pages = {
    name: st.Page(f"{name}.py", title=here.wording.t(f"frame.page.{name}"), default=name == "world")
    for name in PAGES
}
chosen = st.navigation(list(pages.values()), position="hidden")
with counted_run(chosen.url_path or PAGES[0]):
    open_frame(here, pages, chosen, idle_minutes=settings().idle_minutes)
    with remedied(here):
        need_store()
        chosen.run()
        close_frame(here, chosen)
