"""The monitoring framework of the annex: what it asks, and what of it is answered for a country."""
