"""The methods page: the rules in words, and how each kind of chart is read."""
