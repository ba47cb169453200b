"""One folder a publisher: codes, readers and curations."""
