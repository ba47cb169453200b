"""The Alliance: who it is, who steers it, what it met for, promised and brought."""

from components.ui import alliance
from components.ui.visit import visit

alliance.show(visit())
