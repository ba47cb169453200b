"""People: each a browser's websocket that walks through the pages, reads, and goes on."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Callable
from typing import Any, Final

import websockets
from google.protobuf.message import DecodeError
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.page_message import page_message
from tests.soak.addresses import Addresses, Visit
from tests.soak.loads import INDICATOR
from tests.soak.processes import Served
from tests.soak.readings import Readings
from tests.soak.tally import PAGES, Tally

THINK_SECONDS: Final = 2.0
LONGEST_RUN: Final = 60.0
VIEWS_A_VISIT: Final = (6, 30)
"""So many views before a visitor leaves and another one comes."""

FEWEST_ELEMENTS: Final = 5
"""A page with less is none: the bar alone has more, and of a page that is presented without it, the
smallest, of a draft without its link, has more than this."""

FIGURE: Final = re.compile(
    rf"<tr><td>{INDICATOR}</td>(?:<td[^>]*>[^<]*</td>){{7}}<td[^>]*>([^<]*)</td>"
)
"""The figure in a line of the data page's preview of the series that the loads are about."""

FINISHED: Final = ForwardMsg.ScriptFinishedStatus


class PageFailed(Exception):
    """A page that shows an error, or is none."""


def texts_of(messages: list[ForwardMsg]) -> list[str]:
    """The HTML of a run. Raises PageFailed for an error on the page."""
    found = []
    for message in messages:
        if message.WhichOneof("type") == "page_not_found":
            raise PageFailed("no such page")
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise PageFailed(f"{element.exception.type}: {element.exception.message}")
        if kind == "alert" and element.alert.format == Alert.ERROR:
            raise PageFailed(element.alert.body)
        if kind == "html":
            found.append(element.html.body)
    return found


def is_page(messages: list[ForwardMsg]) -> bool:
    """Whether the messages draw something; a kept element comes as a reference."""
    kinds = [m.WhichOneof("type") for m in messages]
    return sum(kind in ("delta", "ref_hash") for kind in kinds) >= FEWEST_ELEMENTS


class Session:
    """One websocket, as a browser keeps it: it says which messages it has kept."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._kept: set[str] = set()

    async def show(self, visit: Visit) -> list[ForwardMsg]:
        """Every message of a view, the last one says that the run is over."""
        await self._socket.send(page_message(visit.page, visit.query, kept=self._kept))
        messages: list[ForwardMsg] = []
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), LONGEST_RUN)
            try:
                message = ForwardMsg.FromString(raw)
            except DecodeError as error:
                raise PageFailed(f"a message that is none: {error}") from error
            messages.append(message)
            if message.metadata.cacheable and message.hash:
                self._kept.add(message.hash)
            if message.WhichOneof("type") != "script_finished":
                continue
            if message.script_finished == FINISHED.FINISHED_WITH_COMPILE_ERROR:
                raise PageFailed("the script does not compile")
            # After a run that was given up for another one, the other one follows.
            if message.script_finished == FINISHED.FINISHED_SUCCESSFULLY:
                return messages


class Person:
    """Somebody who looks around: session after session, on whichever process the proxy gives."""

    def __init__(
        self,
        choose: Callable[[], Served],
        addresses: Addresses,
        readings: Readings,
        tally: Tally,
        chance: random.Random,
    ) -> None:
        self._choose, self._addresses, self._readings = choose, addresses, readings
        self._tally, self._chance = tally, chance

    async def walk(self, stop: asyncio.Event) -> None:
        """Look around until the run is over."""
        while not stop.is_set():
            served, began = self._choose(), time.monotonic()
            try:
                await self._stay(served, stop)
            except (OSError, websockets.WebSocketException, TimeoutError) as error:
                if served.down_between(began, time.monotonic()):
                    self._tally.interrupted[PAGES] += 1
                else:
                    said = f"{served.name}: {type(error).__name__}: {error}"
                    self._tally.wrong(PAGES, said)
                await asyncio.sleep(0.5)

    async def _stay(self, served: Served, stop: asyncio.Event) -> None:
        options: dict[str, Any] = {"subprotocols": ["streamlit"], "max_size": None}
        options["origin"] = served.address
        stream = served.address.replace("http", "ws") + "/_stcore/stream"
        async with websockets.connect(stream, **options) as socket:
            session = Session(socket)
            self._tally.events["sessions"] += 1
            for _ in range(self._chance.randint(*VIEWS_A_VISIT)):
                if stop.is_set():
                    return
                await self._look(session)
                await asyncio.sleep(self._chance.uniform(0.5, 1.5) * THINK_SECONDS)

    async def _look(self, session: Session) -> None:
        visit, began = self._addresses.visit(), time.monotonic()
        try:
            messages = await session.show(visit)
            seconds = time.monotonic() - began
            texts = texts_of(messages)
            if not is_page(messages):
                raise PageFailed(f"the page has {len(messages)} messages")
        except PageFailed as error:
            self._tally.wrong(PAGES, f"/{visit.page}?{visit.query}: {error}")
            return
        self._tally.well(PAGES, seconds)
        self._compare(visit, texts, began)

    def _compare(self, visit: Visit, texts: list[str], began: float) -> None:
        """The preview of the series shows one load, and one that may be shown."""
        values = {float(value) for text in texts for value in FIGURE.findall(text)}
        if not values:
            return
        self._tally.events["previews of the series read"] += 1
        allowed = self._readings.may_be_shown(began)
        if visit.release is not None:
            allowed = {visit.release.value}
        if len(values) > 1 or not values <= allowed:
            said = f"/{visit.page}?{visit.query} shows {sorted(values)[:5]}, not one of {allowed}"
            self._tally.tear(PAGES, said)
