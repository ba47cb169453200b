"""The pages as plain HTML for search engines, screen readers, thin lines and printers.

The same sentences and tables as on the pages, without a script: a page is a run of blocks.
"""
