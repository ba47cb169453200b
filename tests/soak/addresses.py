"""Addresses that people and programs ask for: every page and route, with values that exist."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from components.alliance.files import TABLES
from components.brief.addresses import brief_address
from components.form_addresses import questionnaire_address, workshop_report_address
from components.lists.resource import CSV as CSV_FORM
from components.lists.resource import JSON, PARQUET, SDMX
from components.lists.resources import OBSERVATIONS, resources
from components.pathfinders.choice import SHOWS, SORTS
from components.pathfinders.stages import STAGES
from components.timeline.choice import KINDS
from components.wording import LANGUAGES
from data.database import read_engine
from data.methods.completion import STATUSES
from data.queries import areas, country_groups, export, figures
from data.queries.areas import COUNTRY_KINDS
from data.records import LATEST, SPEAKING, THEMES
from tests.soak.loads import INDICATOR, SOURCE, Loads, Published

CSV, CHANGES = "/api/v1/observations.csv", "/api/v1/changes.csv"
WORKBOOK = "/api/v1/observations.xlsx"
PACKAGE = "/api/v1/subset.zip"
TEXTS = ("", "world", "pathfinders", "glossary", "methods")
FEWEST_MAPPED = 60
"""An indicator of so many areas is offered on the world page."""


@dataclass(frozen=True)
class Visit:
    """One view of a page: its name, its query, and the release that it asks for, if any."""

    page: str
    query: str
    release: Published | None = None


def _query(parameters: dict[str, str]) -> str:
    return urlencode({name: text for name, text in parameters.items() if text}, safe=",")


class Addresses:
    """Random addresses about what the store holds and what was loaded."""

    def __init__(self, store: Path, loads: Loads, chance: random.Random) -> None:
        engine = read_engine(f"sqlite:///{store}")
        with engine.connect() as connection:
            known = areas.areas(connection, "en")
            described = figures.indicators(connection)
            sources = figures.sources(connection)
            offers = export.offers(connection)
            self._regions = sorted(country_groups.members(connection))
        engine.dispose()
        self._countries = sorted(a.code for a in known.values() if a.kind in COUNTRY_KINDS)
        self._pathfinders = sorted(a.code for a in known.values() if a.pathfinder == "pathfinder")
        self._pathfinder_regions = sorted({known[c].region for c in self._pathfinders})
        self._mapped = sorted(c for c, o in offers.items() if len(o.areas) >= FEWEST_MAPPED)
        self._names = [a.name for a in known.values()]
        open_ = {code for code, s in sources.items() if s.downloadable}
        # What nobody may pass on is answered with 403, as it should: that is tested elsewhere.
        self._indicators = sorted(
            code for code, about in described.items() if set(about.sources) <= open_
        )
        self._loads, self._chance = loads, chance

    def visit(self) -> Visit:
        """A page, its choices and a language; one of six as it was shown at a release."""
        chance = self._chance
        page = chance.choice(self.pages)
        release = None
        if self._loads.published and page != "changed" and chance.random() < 1 / 6:
            release = chance.choice(self._loads.published)
        kept = {"lang": chance.choice(tuple(LANGUAGES))}
        kept |= {"present": "1" if chance.random() < 0.05 else ""}
        kept |= {"as_of": str(release.release) if release else ""}
        query = _query(self._pages[page](self) | kept)
        # The landing page has no name in its address.
        return Visit("" if page == "world" else page, query, release)

    def _sometimes(self, *values: str) -> str:
        return self._chance.choice(("", *values))

    def _some(self, values: list[str], most: int) -> str:
        return ",".join(self._chance.sample(values, self._chance.randint(1, most)))

    def _world(self) -> dict[str, str]:
        indicator = self._chance.choice(self._mapped) if self._chance.random() < 0.5 else ""
        return {"view": self._sometimes("map", "chart"), "indicator": indicator}

    def _country(self) -> dict[str, str]:
        return {"iso3": self._chance.choice(self._countries)}

    def _compare(self) -> dict[str, str]:
        return {"iso3": self._some(self._countries, 4)}

    def _pathfinders_page(self) -> dict[str, str]:
        return {
            "region": self._sometimes(*self._pathfinder_regions),
            "stage": self._sometimes(*STAGES),
            "show": self._sometimes(*SHOWS),
            "sort": self._sometimes(*SORTS),
        }

    def _monitoring(self) -> dict[str, str]:
        return {"iso3": self._chance.choice(self._countries)}

    def _timeline(self) -> dict[str, str]:
        kinds = self._some(list(KINDS), 4) if self._chance.random() < 0.5 else ""
        return {"kind": kinds, "from": self._sometimes("2014", "2017", "2020")}

    def _explore(self) -> dict[str, str]:
        if self._chance.random() < 0.3:
            return {"indicator": INDICATOR, "source": SOURCE}
        return self._filters()

    def _filters(self) -> dict[str, str]:
        """Filters as the data page and the CSV take them."""
        chance = self._chance
        code = chance.choice(self._indicators)
        by = chance.random()
        chosen = {"theme": chance.choice(THEMES)} if by < 0.1 else {"indicator": code}
        if by > 0.4:
            chosen["area"] = self._some(self._countries, 5)
        elif by > 0.3:
            chosen["region"] = chance.choice(self._regions)
        chosen["latest"] = chance.choice(LATEST) if chance.random() < 0.2 else ""
        chosen["year"] = str(chance.randint(2010, 2024)) if chance.random() < 0.1 else ""
        chosen["from"] = str(chance.randint(1995, 2015)) if chance.random() < 0.3 else ""
        return chosen

    def _changed(self) -> dict[str, str]:
        known = self._loads.published
        if len(known) < 2 or self._chance.random() < 0.3:
            return {"theme": self._sometimes(*THEMES)}
        place = self._chance.randrange(1, len(known))
        pair = known[place - 1].release, known[place].release
        return {"from": str(pair[0]), "to": str(pair[1])}

    def _alliance(self) -> dict[str, str]:
        return {"partner": self._sometimes("ghana", "unions")}

    def _since(self) -> dict[str, str]:
        year = self._chance.randint(2017, 2025)
        chosen = {"from": self._sometimes("gcg-06", f"{year}-05-19"), "to": f"{year + 1}"}
        return chosen | {"area": self._sometimes(*self._pathfinders)}

    def _gaps(self) -> dict[str, str]:
        return {"iso3": self._sometimes(*self._pathfinders)}

    def _progress(self) -> dict[str, str]:
        return {"iso3": self._sometimes(*self._pathfinders)}

    def _sources(self) -> dict[str, str]:
        return {"theme": self._sometimes(*THEMES)}

    _pages = {
        "world": _world,
        "country": _country,
        "compare": _compare,
        "pathfinders": _pathfinders_page,
        "monitoring": _monitoring,
        "timeline": _timeline,
        "since": _since,
        "progress": _progress,
        "gaps": _gaps,
        "explore": _explore,
        "changed": _changed,
        "sources": _sources,
        "alliance": _alliance,
        "glossary": _sources,
        "methods": _sources,
        # Without a link there is a sentence; drafts are nobody's who comes by.
        "preview": _sources,
    }
    pages = tuple(_pages)
    """Every page of the product; a test holds them against the frame's."""

    def series(self, release: Published | None) -> str:
        """The file of the series that the loads are about, now or at a release."""
        asked = {"indicator": INDICATOR, "source": SOURCE}
        return f"{CSV}?{_query(asked | {'as_of': str(release.release) if release else ''})}"

    def filtered(self) -> str:
        """A file of some filters."""
        return f"{CSV}?{_query(self._filters())}"

    def form(self) -> str:
        """Some filters as pages of JSON, SDMX-CSV or Parquet."""
        form = self._chance.choice((JSON, SDMX, PARQUET))
        return f"{resources()[OBSERVATIONS].path(form)}?{_query(self._filters())}"

    def listed(self) -> str:
        """A list of the interface for programs, as it is shown for an example."""
        one = self._chance.choice(
            [each for each in resources().values() if each.name != OBSERVATIONS]
        )
        return f"{one.path(self._chance.choice((CSV_FORM, JSON)))}?{one.example}"

    def workbook(self) -> str:
        """A workbook of an indicator in some countries, a package of it, a picture, a file that a
        country fills in, a brief."""
        if self._chance.random() < 0.5:
            make = self._chance.choice(
                (questionnaire_address, workshop_report_address, brief_address)
            )
            language = self._chance.choice(tuple(LANGUAGES))
            return f"/{make(self._chance.choice(self._pathfinders), language)}"
        asked = {"indicator": self._chance.choice(self._indicators)}
        asked |= {"area": self._some(self._countries, 5)}
        if self._chance.random() < 0.3:
            asked |= {"tab": self._sometimes("map"), "lang": self._chance.choice(tuple(LANGUAGES))}
            return f"/picture.{self._chance.choice(('svg', 'png'))}?{_query(asked)}"
        if self._chance.random() < 0.3:
            return f"{PACKAGE}?{_query(asked | {'download': '1'})}"
        return f"{WORKBOOK}?{_query(asked)}"

    def _view(self) -> str:
        """A view of a meeting's agenda."""
        page = self._chance.choice(("country", "compare", "pathfinders", "timeline", "world"))
        return f"{page}?{_query(self._pages[page](self))}"

    def change(self, old: Published, new: Published) -> str:
        """The file of what a load changed."""
        asked = {"from": str(old.release), "to": str(new.release), "indicator": INDICATOR}
        return f"{CHANGES}?{_query(asked)}"

    def small(self) -> str:
        """One of the small answers: names, pathfinder tables, the framework of two countries."""
        chance = self._chance
        name = chance.choice(self._names)
        asked = {"q": name[: chance.randint(2, 12)], "lang": chance.choice(tuple(LANGUAGES))}
        return chance.choice(
            (
                f"/api/v1/names.json?{_query(asked)}",
                f"/api/v1/search.json?{_query(asked)}",
                f"/api/v1/actions.csv?{_query({'status': self._sometimes(*STATUSES)})}",
                f"/api/v1/statuses.csv?{_query({'says': self._sometimes(*SPEAKING)})}",
                f"/api/v1/stages.csv?{_query({'stage': self._sometimes(*STAGES)})}",
                "/api/v1/overdue.csv",
                f"/api/v1/alliance.csv?{_query({'table': self._sometimes(*TABLES)})}",
                f"/api/v1/meeting/ready.json?{_query({'lang': asked['lang']})}",
                f"/api/v1/since.csv?{_query({'area': self._sometimes(*self._pathfinders)})}",
                f"/api/v1/progress.csv?{_query({'area': self._sometimes(*self._countries)})}",
                f"/api/v1/events.csv?{_query({'kind': self._sometimes(*KINDS)})}",
                f"/api/v1/events.ics?{_query({'kind': self._sometimes(*KINDS)})}",
                f"/api/v1/changes.atom?{_query({'area': self._sometimes(*self._countries)})}",
                f"/api/v1/record-changes.csv?{_query({'area': self._sometimes(*self._countries)})}",
                f"/api/v1/framework.csv?{_query({'area': self._some(self._countries, 2)})}",
                f"/api/v1/openapi.json?{_query({'lang': asked['lang']})}",
                f"/api/v1/meeting/screen.json?{urlencode({'view': self._view()})}",
                f"/text/country/{chance.choice(self._countries)}?{_query({'lang': asked['lang']})}",
                f"/text/indicator/{chance.choice(self._indicators)}?lang={asked['lang']}",
                f"/text/{chance.choice(TEXTS)}?lang={asked['lang']}",
            )
        )
