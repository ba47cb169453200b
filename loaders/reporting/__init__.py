"""What comes back from a country: filled questionnaires, their drafts, and what is published."""
