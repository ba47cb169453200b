"""What the command line does: build, load, check, back up, synthesize, upgrade."""
