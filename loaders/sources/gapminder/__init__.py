"""Gapminder: context series."""

CURATIONS = ("curation",)
