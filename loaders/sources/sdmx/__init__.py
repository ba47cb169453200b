"""SDMX messages of any publisher: CSV, JSON, ML."""
