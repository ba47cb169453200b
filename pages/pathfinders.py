"""Pathfinder countries: a line each with stages, roadmap items, next dates, last signs."""

from components.ui import pathfinders
from components.ui.visit import visit

here = visit()
pathfinders.head(here)
pathfinders.listing(here, pathfinders.choices(here))
pathfinders.guide(here)
