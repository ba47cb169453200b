"""Gapminder: context series."""
