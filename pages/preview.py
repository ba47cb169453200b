"""A draft of a report as it would look, for those who have its signed link."""

from components.ui import preview
from components.ui.visit import visit
from pages.service.settings import settings

here = visit()
draft = preview.asked_draft(here, settings().preview_key)
if draft is not None:
    preview.show(draft, here)
