"""World Bank: World Development Indicators and Indicators API."""

READERS = ("bulk_reader", "json_reader")
CURATIONS = ("curation",)
