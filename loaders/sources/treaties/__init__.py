"""NORMLEX and the UN Treaty Collection: ratifications."""

READERS = ("normlex", "treaty_collection")
CURATIONS = ("curation",)
