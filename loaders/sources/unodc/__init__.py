"""UNODC: Global Report on Trafficking in Persons."""

READERS = ("reader",)
CURATIONS = ("curation",)
