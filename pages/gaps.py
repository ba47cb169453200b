"""The gap atlas: what is not known of which country, and what to ask for."""

from components.ui import gaps
from components.ui.visit import visit

here = visit()
gaps.head(here)
members, chosen = gaps.choice(here)
gaps.show(here, members, chosen)
