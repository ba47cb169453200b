"""Areas, regions and shapes of the world."""
