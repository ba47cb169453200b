"""The only writers: facts become a database here, and nowhere else."""
