"""One module a step; the steps name what they follow."""
