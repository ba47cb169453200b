"""The gap atlas: what is not known of which country, and what to ask its offices for."""
