"""Progress and outlook: what can be judged of the target, country by country."""

from components.ui import progress
from components.ui.visit import visit

here = visit()
progress.head(here)
chosen = progress.choice(here)
progress.show(here, chosen)
