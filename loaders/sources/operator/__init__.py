"""Files that an operator makes: our own columns, and tables of cases."""

READERS = ("case_table", "tidy")
