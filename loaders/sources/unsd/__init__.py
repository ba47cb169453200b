"""UN Statistics Division: SDG Global Database."""
