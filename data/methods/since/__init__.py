"""What happened between two days: what is dated within them, surely or perhaps. Pure."""
