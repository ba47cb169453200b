"""UN Statistics Division: SDG Global Database."""

READERS = ("csv_reader", "json_reader")
CURATIONS = ("curation",)
