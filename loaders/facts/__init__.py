"""Our own catalogues and tables of facts, read and checked."""
