"""What is asked below `/api/` and does not exist: an answer in text, for every method.

Without it the address would reach Streamlit, which answers anything with its page and 200.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from components.wording import DEFAULT, wording
from pages.service.cross_origin import ASKED_BEFORE

ENDS: Final = ("/api", "/api/{rest:path}")


class EndOfApi:
    """Answers OPTIONS on one of the routes, 405 any other wrong method, 404 anything else."""

    def __init__(self, methods: Mapping[str, Iterable[str]]) -> None:
        self.allowed = {path: sorted({*each, "OPTIONS"}) for path, each in methods.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The address itself is not repeated: it is a stranger's text."""
        allowed = self.allowed.get(scope["path"])
        await _answer(scope["method"], allowed)(scope, receive, send)


def _answer(method: str, allowed: Sequence[str] | None) -> Response:
    words = wording(DEFAULT)
    headers = {"Cache-Control": "no-store"}
    if allowed is None:
        return PlainTextResponse(f"{words.t('gate.nothing_below_api')}\n", 404, headers)
    headers["Allow"] = ", ".join(allowed)
    if method == "OPTIONS":
        return Response(None, 204, headers | (ASKED_BEFORE if "GET" in allowed else {}))
    said = words.t("gate.wrong_method", allowed=headers["Allow"])
    return PlainTextResponse(f"{said}\n", 405, headers)


def end_of_api(routes: Iterable[Route]) -> list[BaseRoute]:
    """Routes that come after `routes`, the whole of what exists below `/api/`."""
    end = EndOfApi({route.path: route.methods or () for route in routes})
    return [Route(path, end) for path in ENDS]
