"""UNICEF: child labour, child marriage, surveys."""
