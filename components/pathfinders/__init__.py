"""The pathfinder way as people read it: stages, dates, priorities and listed actions."""
