"""One module a kind of chart, and what they share: which rows, which axis, which words."""
