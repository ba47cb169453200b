"""A long run of mixed work on the product: people, downloads, loads, and killed processes."""
