"""UNICEF: child labour, child marriage, surveys."""

CURATIONS = ("curation", "survey_names")
