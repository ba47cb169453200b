"""Walk Free: Global Slavery Index."""

READERS = ("reader",)
CURATIONS = ("curation", "response")
