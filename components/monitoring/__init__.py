"""The monitoring framework of one country as people and programs read it."""
