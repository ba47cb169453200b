"""National statistical offices and national plans."""

CURATIONS = ("child_labour", "plans")
