"""A country on two pages to hand over: what stands in it, and its typesetting."""
