"""Since the last meeting: what is dated between two meetings or two days, chosen in the URL."""

from components.ui import since
from components.ui.visit import visit

here = visit()
since.head(here)
asked = since.choice(here)
since.show(here, asked)
