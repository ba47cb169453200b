"""What every figure means, where it comes from, and on what terms."""

from components.ui import described
from components.ui.visit import visit

here = visit()
theme = described.head(here)
described.descriptions(here, theme)
