"""Up to eight countries side by side, at one address."""

from components.ui import compare
from components.ui.visit import visit

here = visit()
chosen = compare.choice(here)
compare.show(here, chosen)
