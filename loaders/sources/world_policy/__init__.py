"""WORLD Policy Analysis Center: legal facts."""

CURATIONS = ("curation", "hours")
