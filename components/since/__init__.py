"""What happened since the last meeting, in words: choice, summary, tables, file. Pure."""
