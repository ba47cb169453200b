"""One country, in the order of a Delta 8.7 dashboard."""

import streamlit as st

from components.charts.trend import trend
from components.cards import Section, figure_card
from components.sentences import trend_sentence
from components.ui import store
from components.ui.cards import show_section
from components.ui.visit import visit

here = visit()
iso3 = st.query_params.get("iso3", "NPL")
found = store.figures_of(iso3, here.language)
cards = []
for code, series in list(found.items())[:6]:
    cards.append(figure_card(code, here.wording.indicator(series.indicator, "name"), [series], here.wording, chart=trend(series, here.wording, here.palette), sentence=trend_sentence(series, here.wording), area_code=iso3))
show_section(Section("all", "All", "child_labour", "", tuple(cards)), here.wording)
