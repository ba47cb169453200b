"""The files with which a country reports: what they hold, written and read by one description."""
