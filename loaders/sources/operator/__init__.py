"""Files that an operator makes: our own columns, and tables of cases."""
