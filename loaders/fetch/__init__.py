"""Publishers' files, fetched over the network by the operator's command alone."""
