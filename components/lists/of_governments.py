"""The lists about what governments ratify, enact and are asked to do."""

from __future__ import annotations

from typing import Final

from components.lists.making import PLACES, YEARS, columns, here
from components.lists.resource import OWN, Parameter, Resource, Worded

RESOURCES: Final = (
    Resource(
        "instruments",
        columns("code body name short adopted_year theme address order", worded=("name", "short")),
        (Parameter("instrument", "instrument", example="P029", column="code"),),
        worded=tuple(Worded(stem, "instrument", field=stem) for stem in ("name", "short")),
    ),
    Resource(
        "ratifications",
        columns(
            "instrument instrument_name area area_name status date action note source page as_of"
        ),
        (
            *PLACES,
            here("instrument", "instrument", "P029"),
            here("status", "ratification", "ratified"),
        ),
        "instrument=P029",
    ),
    Resource(
        "legal-facts",
        columns(
            "area area_name topic topic_name year value unit standard conforms note source page",
            text=("value",),
            worded=("topic_name",),
        ),
        (
            *PLACES,
            here("topic", OWN, "minimum_age_work"),
            here("source", "source", "ILAB_FINDINGS"),
            Parameter("from", years=YEARS, example="2020", several=False, column="year"),
            Parameter("to", years=YEARS, example="2024", several=False, column="year"),
        ),
        "area=NPL",
        worded=(Worded("topic_name", "legal_topic", "topic", "name"),),
    ),
    Resource(
        "goods",
        columns(
            "area area_name good good_name sector child_labour forced_labour edition source page"
            " note",
            worded=("good_name",),
        ),
        (
            *PLACES,
            here("good", OWN, "COTTON"),
            Parameter("from", years=YEARS, example="2020", several=False, column="edition"),
            Parameter("to", years=YEARS, example="2024", several=False, column="edition"),
        ),
        "area=NPL",
        worded=(Worded("good_name", "good", "good"),),
    ),
    Resource(
        "suggested-actions",
        columns(
            "area area_name topic topic_name group years first_year last_year count source page",
            worded=("topic_name",),
        ),
        (*PLACES, here("topic", OWN, "more_inspectors")),
        "area=NPL",
        worded=(Worded("topic_name", "suggestion", "topic"),),
    ),
)
