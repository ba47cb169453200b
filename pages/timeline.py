"""The timeline: workshops, meetings, ratifications and milestones, filtered by the URL."""

from components.ui import timeline
from components.ui.visit import visit

here = visit()
timeline.head(here)
chosen = timeline.choice(here)
timeline.show(here, chosen)
