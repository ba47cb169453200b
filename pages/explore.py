"""Any indicator as a chart, a map or a table, and the file of exactly that."""

from components.ui import explore
from components.ui.visit import visit

explore.show(visit())
