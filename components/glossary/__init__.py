"""The glossary: what the words of the field mean, in plain words, each with its legal text."""
