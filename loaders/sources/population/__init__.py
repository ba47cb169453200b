"""UN World Population Prospects: children by age."""
