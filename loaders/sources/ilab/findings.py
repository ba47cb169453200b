"""Curate law, enforcement and institutions as the US Department of Labor's findings report them.

Publisher, address and format: see `ilab_files`. One government's reading of other governments.
What is odd: original tag names are misspelt (`Minumum_...`) and kept as column names here; five
entries with several territories (Bosnia and Herzegovina, Iraq, Pakistan, Somalia, Tanzania) leave
their cells blank; a few yes-or-no cells hold numbers; report 2014 holds the assessment only.
`N/A` as an age beside a yes or no means that the report states no age: `not_stated`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from data.methods.notes import joined, note
from loaders.facts.tables import TABLES
from loaders.sources.ilab.files import REPORT_PAGE, answer, findings, pages, unmarked
from loaders.sources.shared.curation import Curation

COLUMNS: Final = (
    "area",
    "topic",
    "year",
    "value",
    "unit",
    "standard",
    "conforms",
    "note",
    "source",
    "page",
)
KEY: Final = ("area", "topic", "year", "source")
AGES: Final = {
    "Minimum_Work": ("minimum_age_work", "15|14"),
    "Minimum_Hazardous_Work": ("minimum_age_hazardous_work", "18"),
    "Minimum_Compulsory_Military": ("minimum_age_compulsory_recruitment", "18"),
    "Minumum_Voluntary_Military": ("minimum_age_voluntary_recruitment", "16"),
    "Compulsory_Education": ("compulsory_education_age", "minimum_age_work"),
}
PROHIBITIONS: Final = {
    "Types_Hazardous_Work": "hazardous_work_list",
    "Prohibition_Forced_Labor": "forced_labour_prohibition",
    "Prohibition_Child_Trafficking": "child_trafficking_prohibition",
    "Prohibition_CSEC": "commercial_sexual_exploitation_prohibition",
    "Prohibition_Illicit_Activities": "illicit_activities_prohibition",
    "Minumum_Non_State_Military": "non_state_recruitment_prohibition",
    "Free_Public_Education": "free_public_education",
}
INSTITUTIONS: Final = {
    "Mechanisms.Coordination": "mechanism_coordination",
    "Mechanisms.Policy": "mechanism_policy",
    "Mechanisms.Program": "mechanism_programme",
    "Enforcements.Labor_Inspectors_Intl_Standards": "enforcement_enough_inspectors",
    "Enforcements.Authorized_Access_Penalties": "enforcement_inspectors_assess_penalties",
    "Enforcements.Labor_New_Employee_Training": "enforcement_training_new_inspectors",
    "Enforcements.Labor_New_Law_Training": "enforcement_training_inspectors_new_law",
    "Enforcements.Labor_Refresher_Courses": "enforcement_training_inspectors_refresher",
    "Enforcements.Labor_Routine_Inspections_Conducted": "enforcement_routine_inspections",
    "Enforcements.Labor_Routine_Inspections_Targeted": "enforcement_targeted_inspections",
    "Enforcements.Labor_Unannounced_Inspections_Premitted": "enforcement_unannounced_permitted",
    "Enforcements.Labor_Unannounced_Inspections_Conducted": "enforcement_unannounced_conducted",
    "Enforcements.Labor_Complaint_Mechanism": "enforcement_complaint_mechanism",
    "Enforcements.Labor_Referral_Mechanism": "enforcement_labour_referral",
    "Enforcements.Criminal_New_Employee_Training": "enforcement_training_new_investigators",
    "Enforcements.Criminal_New_Law_Training": "enforcement_training_investigators_new_law",
    "Enforcements.Criminal_Refresher_Courses": "enforcement_training_investigators_refresher",
    "Enforcements.Criminal_Referral_Mechanism": "enforcement_criminal_referral",
    "Enforcements.Criminal_Penalties_for_WFCL": "enforcement_worst_forms_penalties",
}
BENCHMARK: Final = "enforcement_enough_inspectors"
"""The one institution that the report measures against an ILO figure (inspectors per worker)."""


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/legal_facts/ilab_findings.csv from the findings below `material`/usdol.

    Raises ValueError when an area, topic and report year stands twice.
    """
    # load
    folder = material / "usdol"
    curation = Curation("ilab_legal_facts", folder / "usdol_findings.csv", material)
    page_of = pages(folder)

    # process
    for line, row, area in findings(folder):
        country_facts(curation, line, row, area, page_of.get(area, REPORT_PAGE))

    # save
    curation.write("legal_facts/ilab_findings", columns=COLUMNS, key=KEY, tables=tables)


def country_facts(curation: Curation, line: int, row: dict[str, str], area: str, page: str) -> None:
    """Keep what one report says of one country, or reject what cannot be read."""
    facts = _Facts(curation, line, row, area, page)
    facts.advancement()
    for tag, (topic, standard) in AGES.items():
        facts.age(tag, topic, standard)
    for tag, topic in PROHIBITIONS.items():
        facts.prohibition(tag, topic)
    for column, topic in INSTITUTIONS.items():
        facts.institution(column, topic)


class _Facts:
    """The facts of one country in one report."""

    def __init__(
        self, curation: Curation, line: int, row: dict[str, str], area: str, page: str
    ) -> None:
        self._curation, self._line, self._row = curation, line, row
        self._fixed = {
            "area": area,
            "year": row["report_year"],
            "source": "ILAB_FINDINGS",
            "page": page,
        }

    def _keep(self, **fact: str) -> None:
        self._curation.keep(**(self._fixed | {"unit": "", "standard": "", "note": ""} | fact))

    def _blank(self, column: str) -> bool:
        """Whether the cell is blank; a blank in an entry of several territories is rejected."""
        if self._row[column].strip():
            return False
        if self._row["multiple_territories"] == "Yes" and self._row["report_year"] != "2014":
            self._curation.reject(
                line=self._line,
                column=column,
                rule="blank_several_territories",
                reason="The report splits this country by territory and leaves the country blank.",
            )
        return True

    def _garbage(self, column: str) -> None:
        self._curation.reject(
            line=self._line,
            column=column,
            value=self._row[column],
            rule="garbage_value",
            reason="A yes-or-no cell holds something else.",
        )

    def advancement(self) -> None:
        """The Department's own assessment of the year, as a code word."""
        if self._blank("advancement_level"):
            return
        text = self._row["advancement_level"].casefold()
        first = text.split()[0]
        level = "no_assessment" if "assessment" in text else f"{first}_advancement"
        if "complicit" in text:
            level = "no_advancement_complicit"
        elif "delayed" in text:
            level = "minimal_advancement_delayed"
        self._keep(topic="advancement_level", value=level, conforms="not_applicable")

    def age(self, tag: str, topic: str, standard: str) -> None:
        """An age in years, `not_stated`, or `not_applicable` (no conscription, for one)."""
        stem = f"Legal_Standards.{tag}"
        if self._blank(f"{stem}.Conforms_To_Intl_Standard"):
            return
        conforms = answer(self._row[f"{stem}.Conforms_To_Intl_Standard"]) or "unknown"
        age, marks = unmarked(self._row[f"{stem}.Age"])
        marks = marks or unmarked(self._row[f"{stem}.Conforms_To_Intl_Standard"])[1]
        calculated = self._row[f"{stem}.Calculated_Age"] == "Yes"
        known = re.fullmatch(r"\d+(\.\d+)?", age) is not None
        absent = "not_applicable" if conforms == "not_applicable" else "not_stated"
        self._keep(
            topic=topic,
            value=age if known else absent,
            unit="YEARS" if known else "",
            standard=standard,
            conforms=conforms,
            note=joined(note("age_calculated") if calculated else "", _marked(marks)),
        )

    def prohibition(self, tag: str, topic: str) -> None:
        """Whether the law holds the rule, and whether that meets the standard."""
        stem = f"Legal_Standards.{tag}"
        if self._blank(f"{stem}.Standard"):
            return
        value = answer(self._row[f"{stem}.Standard"])
        conforms = answer(self._row[f"{stem}.Conforms_To_Intl_Standard"])
        if value is None or conforms is None:
            self._garbage(f"{stem}.Standard")
            return
        age = self._row[f"{stem}.Age"]
        said = note("age_stated", age) if age.isdigit() else ""
        if {value, conforms} == {"yes", "no"}:
            said = joined(said, note("contradicts"))
        self._keep(topic=topic, value=value, standard="yes", conforms=conforms, note=said)

    def institution(self, column: str, topic: str) -> None:
        """Whether an institution or practice is in place, in the report's yes or no."""
        if self._blank(column):
            return
        value = answer(self._row[column])
        if value is None:
            self._garbage(column)
            return
        measured = topic == BENCHMARK
        self._keep(
            topic=topic,
            value=value,
            standard="yes" if measured else "",
            conforms=value if measured else "not_applicable",
            note=_marked(unmarked(self._row[column])[1]),
        )


def _marked(marks: str) -> str:
    """The note that a publisher's footnote marks become."""
    return note("marked", marks) if marks else ""
