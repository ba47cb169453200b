"""The world: what Target 8.7 is, a map of a chosen indicator, and the way to a country."""

from components.ui import world
from components.ui.visit import visit

here = visit()
if not here.presenting:
    world.lead(here)
world.the_map(here)
