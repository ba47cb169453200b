"""A selection of figures to take away and to cite: its texts, its description, its reading code."""
