"""United Nations Development Programme: HDR."""

READERS = ("reader",)
CURATIONS = ("curation",)
