"""`python -m pages.service.compress`: compress the files of the pages before the first start.

Without it the first start does so by itself, beside its visitors and therefore slowly.
"""

from __future__ import annotations

from pages.service.documents import first_visit


def main() -> None:
    """Compress what a first visit loads, and keep it in `build/compressed`. Raises OSError."""
    for text in first_visit():
        text.perfect()


if __name__ == "__main__":
    main()
