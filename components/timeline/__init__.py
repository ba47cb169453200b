"""The timeline as people read it: which events are chosen, and the table beside the figure."""
