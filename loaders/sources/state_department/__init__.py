"""US Department of State: tiers of the Trafficking in Persons Report."""

CURATIONS = ("curation",)
