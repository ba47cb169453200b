"""United Nations Development Programme: HDR."""
