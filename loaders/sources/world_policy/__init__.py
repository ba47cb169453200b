"""WORLD Policy Analysis Center: legal facts."""
