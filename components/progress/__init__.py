"""Progress and outlook: what changed, what it takes, what cannot be judged."""
