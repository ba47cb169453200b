"""The timeline: workshops, meetings, plans and milestones, filtered by the URL."""

from components.ui import timeline
from components.ui.timeline_choices import choice
from components.ui.visit import visit

here = visit()
timeline.head(here)
timeline.show(here, *choice(here))
