"""The lists of the interface for programs: what each holds, and how its rows are written."""
