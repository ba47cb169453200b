"""Pieces that several sections of a country's page are built from."""
