"""Pure chart builders: a Series and words in, a Plotly figure as plain dictionaries out."""
