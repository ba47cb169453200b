"""What the words of the field mean, each with the text that defines it."""

from components.ui import reading
from components.ui.visit import visit

reading.glossary(visit())
