"""The world's shapes as paths of a map of ours: projected, cropped and simplified."""
