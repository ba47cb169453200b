"""US Department of Labor, List of Goods Produced by Child Labor or Forced Labor: one listing.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB).
Address: https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods
Names of goods change between editions (`Tantalum ore (coltan)`, `Coltan (tantalum ore)`): one code
for one good. A good that is listed only for an input made with child or forced labour has both
marks no, and the note says it. Taiwan is listed apart, as the publisher has it. A listing is the
view of one government and says nothing on how common the practice is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record
from loaders.sources.shared.observations import Misfit, area_in

SOURCE: Final = "USDOL_LIST_OF_GOODS"
PAGE: Final = "https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods"
SAME_GOOD: Final[dict[str, str]] = codes(__file__)["same_good"]


def good_code(name: str) -> str:
    """`Bricks (clay)` becomes BRICKS_CLAY; other spellings of a good share its code."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    code = re.sub(r"[^A-Z0-9]+", "_", bare.upper()).strip("_")
    return SAME_GOOD.get(code, code)


def named(row: Mapping[str, str]) -> str:
    """A listing as the rejects name it."""
    return f"{row['file_label_year']} | {row['country']} | {row['good']}"


def listing(place: str, row: Mapping[str, str], edition: int) -> Record:
    """One good of one country in an edition. Raises Misfit when the country is unknown."""
    try:
        area = area_in("country", row["country"], "ilab")
    except Misfit as misfit:
        misfit.value = named(row)
        raise
    cells = {
        "area": area,
        "good": good_code(row["good"]),
        "sector": row["sector"].upper(),
        "child_labour": row["child_labor"].lower(),
        "forced_labour": row["forced_labor"].lower(),
        "edition": str(edition),
        "source": SOURCE,
        "page": PAGE,
        "note": _note(row),
    }
    return Record(place, cells, "listed_good")


def _note(row: Mapping[str, str]) -> str:
    if row["derived_labor_exploitation"] == "Yes":
        return f"Listed for an input made with child or forced labour in: {row['derived_country']}."
    return "Listed for forced child labour too." if row["forced_child_labor"] == "Yes" else ""
