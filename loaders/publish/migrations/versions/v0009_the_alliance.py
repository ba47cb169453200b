"""The Alliance itself: partners, seats, meetings, groups, deliverables, statements.

Revision 0009, follows 0008. The tables hold only what is ours: a build fills them.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Index, Table

from loaders.publish.migrations.columns import integers, new_metadata, texts

revision = "0009"
down_revision = "0008"

metadata = new_metadata()
Table(
    "partner",
    metadata,
    *texts("code", key=True),
    *texts("list number name kind area website note source_title page at"),
    CheckConstraint("list IN ('new_2020','named')", name="list"),
)
Table(
    "seat",
    metadata,
    *texts("code", key=True),
    *texts("composition group"),
    *integers("order seats"),
    *texts("text source_title page at"),
    CheckConstraint("composition IN ('terms_of_reference','governance_2022')", name="composition"),
)
Table(
    "seat_holder",
    metadata,
    *texts("code", key=True),
    *texts("group area name start end seen text source_title page at"),
)
Table(
    "gcg_meeting",
    metadata,
    *texts("code", key=True),
    *integers("number"),
    *texts("date end form place state participants text event source_title page at"),
    CheckConstraint("state IN ('held','announced','not_known')", name="state"),
)
Table(
    "meeting_point",
    metadata,
    *texts("code", key=True),
    *texts("meeting"),
    *integers("item order"),
    *texts("kind minutes by text source_title page at"),
    CheckConstraint(
        "kind IN ('agenda','conclusion','decision','follow_up','update','view')", name="kind"
    ),
    Index("ix_meeting_point_meeting", "meeting"),
)
Table(
    "action_group",
    metadata,
    *texts("code", key=True),
    *integers("order"),
    *texts("kind state name chairs members since text source_title page at"),
    CheckConstraint("kind IN ('action_group','earlier_group','working_group')", name="kind"),
    CheckConstraint(
        "state IN ('active','relaunch_proposed','announced','no_lead','proposed')", name="state"
    ),
)
Table(
    "deliverable",
    metadata,
    *texts("code", key=True),
    *texts("plan"),
    *integers("part order"),
    *texts("kind text due became became_date basis source_title page at basis_title basis_page"),
    CheckConstraint("plan IN ('roadmap_2021','supply_chains_2020','groups_2018')", name="plan"),
    CheckConstraint("kind IN ('deliverable','outcome','output','product')", name="kind"),
    CheckConstraint("became IN ('','delivered','late','in_part','not_seen')", name="became"),
)
Table(
    "alliance_fact",
    metadata,
    *texts("code", key=True),
    *texts("topic"),
    *integers("order"),
    *texts("date number text source_title page at"),
    Index("ix_alliance_fact_topic", "topic"),
)


def upgrade() -> None:
    """Make the tables, empty until the next build."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Drop the tables; the next build of a version that has them fills them again."""
    metadata.drop_all(op.get_bind())
