"""The rules in words, and how each kind of chart is read."""

from components.ui import reading
from components.ui.visit import visit

reading.methods(visit())
