"""UNESCO Institute for Statistics."""
