"""The landing page's parts: what Target 8.7 is, the map's figures, the ranking."""
