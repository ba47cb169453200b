"""A meeting of the coordinating group: its agenda, a screen an item, its decisions and minutes."""
