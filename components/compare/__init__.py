"""Up to four countries side by side: the same tiles, the same panels on one axis."""
