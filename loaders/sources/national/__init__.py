"""National statistical offices and national plans."""
