"""UNODC: Global Report on Trafficking in Persons."""
