"""United Nations Development Programme: HDR."""

READERS = ("reader",)
CURATIONS = ("codes",)
