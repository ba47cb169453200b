"""Merges valid rows into the store as a release: staging, ledger, audit, coverage, migrations."""
