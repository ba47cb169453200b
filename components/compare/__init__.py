"""Up to eight countries side by side: the same tiles, the same panels on one axis."""
