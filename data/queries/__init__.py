"""One function a question: bound values in, records out. Nothing here writes."""
