"""UN World Population Prospects: children by age."""

CURATIONS = ("curation",)
