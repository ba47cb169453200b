"""The store: what is in it and how it is read."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.2.0"
"""The version of the product."""
