"""Views as pictures: one SVG with real text, and the same as PNG."""
