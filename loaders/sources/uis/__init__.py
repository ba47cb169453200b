"""UNESCO Institute for Statistics."""

READERS = ("reader",)
CURATIONS = ("curation",)
