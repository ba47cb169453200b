"""What several publishers' folders need: rows of observations, areas, places."""
