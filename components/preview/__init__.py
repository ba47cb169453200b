"""A draft as it would look: what a country reported, before it is published."""
