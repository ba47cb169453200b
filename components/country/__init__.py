"""One country's dashboard: what the store answers in, sections of cards out."""
