"""One module for each headed part of a country's page."""
