"""The minutes of a meeting as a Word document, in the reader's language."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin

from components import numbers
from components.meeting.agenda import Item
from components.meeting.minutes import Minutes, Note, Participant
from components.meeting.quorum import GROUPS, LEAST, OBSERVER, quorum
from components.meeting.views import ViewRefused, permalink, read_view
from components.reporting.word_document import WordDocument
from components.wording import Wording

_NO_DAY: Final = "2026-01-01"
"""What the file is dated by where the meeting is not."""


class MinutesDocument:
    """Writes the minutes. `root` is the absolute address of the product; `pages` those it has."""

    def __init__(
        self, minutes: Minutes, wording: Wording, root: str, pages: frozenset[str]
    ) -> None:
        self._minutes, self._wording = minutes, wording
        self._root, self._pages = root, pages
        self._title = self._t("title", meeting=minutes.agenda.title or self._t("untitled"))
        self._document = WordDocument(wording, self._title)
        self._actions: list[tuple[int, Note]] = []
        self._decisions = 0

    def content(self) -> bytes:
        """The file; the same minutes always give the same bytes."""
        self._write_head()
        self._write_participants()
        self._document.heading(self._t("items"))
        for place, item in enumerate(self._minutes.agenda.items):
            self._write_item(place, item)
        self._write_actions()
        if self._minutes.left_out:
            count = self._minutes.left_out
            self._document.text(
                self._wording.plural("meeting_files.minutes.left_out", count, count=count)
            )
        day = self._minutes.agenda.day or self._minutes.published or _NO_DAY
        return self._document.saved(day[:10])

    def _t(self, key: str, **fields: object) -> str:
        return self._wording.t(f"meeting_files.minutes.{key}", **fields)

    def _day(self, day: str) -> str:
        return numbers.date_text(day, self._wording)

    def _write_head(self) -> None:
        minutes, document = self._minutes, self._document
        document.title(self._title)
        when = [self._day(minutes.agenda.day) if minutes.agenda.day else "", minutes.place]
        if any(when):
            document.subtitle(self._wording.t("sentence.comma").join(filter(None, when)))
        if minutes.release:
            day = self._day(minutes.published[:10]) if minutes.published else ""
            key = "figures_of_day" if day else "figures"
            document.text(self._t(key, release=minutes.release, day=day))

    def _write_participants(self) -> None:
        people = self._minutes.participants
        self._document.heading(self._t("participants"))
        if not people:
            self._document.text(self._t("nobody"))
            return
        order = {group: place for place, group in enumerate((*GROUPS, OBSERVER))}
        by_group = sorted(people, key=lambda one: order[one.group])
        self._document.table(
            self._wording.plural("meeting_files.minutes.people", len(people), count=len(people)),
            [self._t(f"column.{name}") for name in ("group", "name", "body", "counts")],
            [self._person(one) for one in by_group],
            (4.2, 4.4, 5, 3.4),
        )
        self._document.text(self._quorum())

    def _person(self, one: Participant) -> list[str]:
        counts = one.representative and one.group != OBSERVER
        return [
            self._t(f"group.{one.group}"),
            one.name or "–",
            one.body or "–",
            self._t("yes" if counts else "no"),
        ]

    def _quorum(self) -> str:
        found = quorum((one.group, one.representative) for one in self._minutes.participants)
        fields: dict[str, object] = {"count": found.counted, "least": LEAST}
        if found.reached:
            return self._t("quorum.reached", **fields)
        if not found.missing:
            return self._t("quorum.few", **fields)
        comma = self._wording.t("sentence.comma")
        fields["groups"] = comma.join(self._t(f"group.{group}") for group in found.missing)
        return self._t("quorum.missing", **fields)

    def _write_item(self, place: int, item: Item) -> None:
        document = self._document
        document.heading(f"{place + 1}. {item.title or self._t('untitled_item')}", 2)
        if item.note:
            document.text(item.note)
        if time := self._time(place, item):
            document.text(time)
        self._write_view(item)
        notes = [note for note in self._minutes.notes if note.item == place]
        for note in notes:
            self._write_note(place, note)
        if not notes:
            document.text(self._t("nothing"))

    def _time(self, place: int, item: Item) -> str:
        spent = self._minutes.spent[place] if place < len(self._minutes.spent) else 0
        minutes = -int(-spent // 60)
        if spent and item.minutes:
            return self._t("time.both", spent=minutes, planned=item.minutes)
        if spent:
            return self._t("time.spent", spent=minutes)
        return self._t("time.planned", planned=item.minutes) if item.minutes else ""

    def _write_view(self, item: Item) -> None:
        """Where the figures stand as the group saw them."""
        if not item.view:
            return
        try:
            view = read_view(item.view, self._pages)
        except ViewRefused:
            self._document.text(self._t("no_page", view=item.view))
            return
        version = view.as_of or (str(self._minutes.release) if self._minutes.release else "")
        address = urljoin(self._root, permalink(view, version, self._wording.code))
        said = f" {self._t('version', version=version)}" if version else ""
        self._document.link(f"{self._t('view')} ", address, said)

    def _write_note(self, place: int, note: Note) -> None:
        if note.kind == "action":
            self._actions.append((place, note))
            label = self._t("action", number=len(self._actions))
        else:
            self._decisions += 1
            label = self._t("decision", number=self._decisions)
        self._document.labelled(label, note.text or "–")
        about = self._about(note)
        if about:
            self._document.text(about)

    def _about(self, note: Note) -> str:
        parts = [self._t("owner", owner=note.owner)] if note.owner else []
        parts += [self._t("due", day=self._day(note.due))] if note.due else []
        return self._wording.t("sentence.comma").join(parts)

    def _write_actions(self) -> None:
        self._document.heading(self._t("actions"))
        if not self._actions:
            self._document.text(self._t("no_actions"))
            return
        count = len(self._actions)
        self._document.table(
            self._wording.plural("meeting_files.minutes.action_count", count, count=count),
            [self._t(f"column.{name}") for name in ("number", "action", "owner", "due", "item")],
            [self._action(number, *each) for number, each in enumerate(self._actions, 1)],
            (1.7, 6.4, 3.5, 2.6, 2.8),
        )

    def _action(self, number: int, place: int, note: Note) -> list[str]:
        due = self._day(note.due) if note.due else "–"
        title = self._minutes.agenda.items[place].title or self._t("untitled_item")
        return [str(number), note.text or "–", note.owner or "–", due, f"{place + 1}. {title}"]


def minutes_docx(minutes: Minutes, wording: Wording, *, root: str, pages: frozenset[str]) -> bytes:
    """The document. `root` is the absolute address that permalinks begin with (`https://…/`)."""
    return MinutesDocument(minutes, wording, root, pages).content()
