"""Texts of rows in the default language alone: the other languages' stand in their own folders.

Revision 0007, follows 0006.
"""

from __future__ import annotations

from typing import Final

from alembic import op

from loaders.publish.migrations.columns import texts

revision = "0007"
down_revision = "0006"
TEXTS: Final = {
    "event": ("title",),
    "stage": ("text",),
    "action": ("text", "basis"),
    "roadmap": ("title", "note", "priorities"),
    "resource": ("text",),
    "national_series": ("definition",),
}


def upgrade() -> None:
    """Keep the English column under its plain name; drop those of other languages."""
    for table, fields in TEXTS.items():
        for field in fields:
            op.alter_column(table, f"{field}_en", new_column_name=field)
            for language in ("fr", "ar"):
                op.drop_column(table, f"{field}_{language}")


def downgrade() -> None:
    """Make the columns again, those of other languages empty until the next build fills them."""
    for table, fields in TEXTS.items():
        for field in fields:
            op.alter_column(table, field, new_column_name=f"{field}_en")
            for language in ("fr", "ar"):
                op.add_column(table, *texts(f"{field}_{language}"))
