"""The lists about figures: what is measured, where, by whom, and what changed or was set aside."""

from __future__ import annotations

from typing import Final

from components import downloads
from components.changed import lines as changes
from components.changed import record_file
from components.lists.making import AREA, AS_OF, FIGURES, PLACES, REGION, columns, here
from components.lists.resource import CSV, JSON, OWN, PARQUET, SDMX, Parameter, Resource, Worded

RESOURCES: Final = (
    Resource(
        "observations",
        columns(downloads.COLUMNS),
        FIGURES,
        "indicator=SL_TLF_CHLDEC&area=NPL",
        "figures",
        (CSV, JSON, SDMX, PARQUET),
        own_csv=True,
    ),
    Resource(
        "indicators",
        columns(
            "code theme sdg name short unit decimals direction population age method official"
            " comparability definition caveats dimension sources mapped order areas rows"
            " suppressed_rows first_year last_year",
            worded=("name", "short", "population", "definition"),
        ),
        (
            here("theme", "theme", "child_labour"),
            Parameter("indicator", "indicator", example="SL_TLF_CHLDEC", column="code"),
            Parameter("source", "source", example="UNODC_GLOTIP", column="sources", inside=True),
            AS_OF,
        ),
        "theme=child_labour",
        "figures",
        worded=tuple(
            Worded(stem, "indicator", field=stem)
            for stem in ("name", "short", "population", "definition")
        ),
    ),
    Resource(
        "areas",
        columns(
            "code kind name iso2 m49 region subregion sdg_region un_member pathfinder groups"
            " indicators rows",
            worded=("name",),
        ),
        (
            Parameter("area", "area", example="NPL", column="code"),
            REGION,
            here("kind", "area_kind", "country"),
            here("pathfinder", "pathfinder", "pathfinder"),
            AS_OF,
        ),
        "pathfinder=pathfinder",
        "figures",
    ),
    Resource(
        "sources",
        columns(
            "code publisher title address vintage licence terms_url redistribution passed_on"
            " citation accessed note rows first_year last_year"
        ),
        (
            Parameter("source", "source", example="UNODC_GLOTIP", column="code"),
            here("redistribution", "terms", "attribution"),
            AS_OF,
        ),
        "redistribution=yes,attribution",
        "figures",
    ),
    Resource(
        "releases",
        columns(
            "id published kind label source note added revised withdrawn records_added"
            " records_revised records_withdrawn"
        ),
    ),
    Resource(
        "coverage",
        columns("indicator theme facet code rows suppressed_rows first_year last_year"),
        (
            here("theme", "theme", "trafficking"),
            here("indicator", "indicator", "SL_TLF_CHLDEC"),
            here("facet", "facet", "area"),
            AS_OF,
        ),
        "indicator=SL_TLF_CHLDEC",
        "figures",
    ),
    Resource(
        "rejects",
        columns("load number dataset file source place column value rule reason", text=("value",)),
        (
            here("dataset", OWN, "observations/unodc_glotip"),
            here("rule", OWN, "unknown_area"),
        ),
        "dataset=observations/undp_hdr",
    ),
    Resource(
        "changes",
        columns(changes.COLUMNS),
        (
            Parameter("from", "release", example="0", several=False, meaning="from_release"),
            Parameter("to", "release", example="1", several=False, meaning="to_release"),
            *FIGURES[:4],
        ),
        "from=0&indicator=SL_TLF_CHLDEC&area=NPL",
        own_csv=True,
    ),
    Resource(
        "record-changes",
        columns(record_file.COLUMNS),
        (
            Parameter("from", "release", example="0", several=False, meaning="from_release"),
            Parameter("to", "release", example="1", several=False, meaning="to_release"),
            *PLACES,
        ),
        "from=0&area=NPL",
        own_csv=True,
    ),
    Resource(
        "gaps",
        columns("area area_name thing split state year theme who indicator_codes"),
        (
            AREA,
            REGION,
            here("thing", OWN, "victims"),
            here("split", OWN, "sex"),
            here("state", OWN, "suppressed"),
            AS_OF,
        ),
        "area=NPL",
        "figures",
    ),
)
