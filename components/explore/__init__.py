"""Pure parts of the data page: what may be asked for, and what is said about the answer."""
