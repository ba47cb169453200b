"""Pure methods over observations: what may be compared, what changed, how far a roadmap is."""
