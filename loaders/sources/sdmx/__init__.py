"""SDMX messages of any publisher: CSV, JSON, ML."""

READERS = ("csv_reader", "json_reader", "ml_reader")
