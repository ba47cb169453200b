"""The rules of rows: required, by row, by column, plausibility, words for codes."""
