"""What the command line does: build, curate, load, check, back up, upgrade."""
