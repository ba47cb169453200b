"""Pathfinder countries: a row each with stages, completion of listed actions, and next dates."""

from components.ui import pathfinders
from components.ui.visit import visit

here = visit()
pathfinders.head(here)
region, stage = pathfinders.choices(here)
pathfinders.listing(here, region, stage)
