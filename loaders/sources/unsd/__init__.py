"""UN Statistics Division: SDG Global Database."""

READERS = ("csv_reader", "json_reader")
CURATIONS = ("child_labour", "trafficking", "curation")
