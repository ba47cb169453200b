"""What a country filled in, as a draft keeps it: the questionnaire without its looks."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    """A part of a filled questionnaire; none of its texts has been changed but for blanks."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class About(_Part):
    """Who reports on which period. `language` is that of the answers, `form` that of the form."""

    area: str
    language: str
    form: str
    release: int
    start: str
    end: str
    date: str
    office: str
    focal_point_name: str = ""
    focal_point_office: str = ""
    focal_point_email: str = ""


class Value(_Part):
    """A row of the sheet of indicators in which something was filled in.

    `year` and `sex` are those of the new value; `correct` says yes, no or nothing of the value
    that was known.
    """

    indicator: str
    part: str
    correct: str = ""
    known: str = ""
    known_year: str = ""
    value: str = ""
    year: str = ""
    sex: str = ""
    unit: str = ""
    source: str = ""
    note: str = ""


class Answered(_Part):
    """The answer to an open question, verbatim."""

    question: str
    text: str


class Ticked(_Part):
    """A next step: `achieved` is yes, no or empty. Its `code` is ours, or that of a new one."""

    code: str
    text: str
    due: str = ""
    achieved: str = ""
    achieved_date: str = ""
    comment: str = ""
    new: bool = False


class Aim(_Part):
    """A priority; `changed` names the columns that differ from what the form held."""

    code: str
    number: str
    text: str
    objective: str = ""
    target_date: str = ""
    indicator: str = ""
    new: bool = False
    changed: tuple[str, ...] = ()


class Item(_Part):
    """A row of the roadmap; `changed` names the columns that differ from what the form held.

    `priority` is the code of a priority of ours or of this report. `status` is empty where the
    country reported nothing that it had not reported before.
    """

    code: str
    kind: str
    text: str
    priority: str = ""
    focus: str = ""
    owner: str = ""
    partners: str = ""
    start: str = ""
    due: str = ""
    weight: str = ""
    allocated: str = ""
    disbursed: str = ""
    currency: str = ""
    status: str = ""
    status_date: str = ""
    evidence: str = ""
    page: str = ""
    reviewed: str = ""
    review_note: str = ""
    new: bool = False
    changed: tuple[str, ...] = ()


class Said(_Part):
    """A comment on a figure of the country's page."""

    code: str
    indicator: str
    text: str
    year: str = ""
    sex: str = ""


class Filled(_Part):
    """A questionnaire that a country filled in.

    `warnings` are sentences in the reporter's language, each with its sheet and cell.
    """

    about: About
    values: tuple[Value, ...] = ()
    answers: tuple[Answered, ...] = ()
    next_steps: tuple[Ticked, ...] = ()
    priorities: tuple[Aim, ...] = ()
    roadmap: tuple[Item, ...] = ()
    comments: tuple[Said, ...] = ()
    warnings: tuple[str, ...] = ()
