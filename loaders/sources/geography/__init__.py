"""Areas, regions and shapes of the world."""

CURATIONS = ("areas", "shapes")
