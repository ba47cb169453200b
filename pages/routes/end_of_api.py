"""What is asked below `/api/` and does not exist: an answer in text, for every method.

Without it the address would reach Streamlit, which answers anything with its page and 200.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from components.wording import DEFAULT, wording

ENDS: Final = ("/api", "/api/{rest:path}")


class EndOfApi:
    """Answers 405 for a wrong method on one of the routes, 404 for anything else."""

    def __init__(self, methods: Mapping[str, Iterable[str]]) -> None:
        self.allowed = {path: ", ".join(sorted(each)) for path, each in methods.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The address itself is not repeated: it is a stranger's text."""
        words = wording(DEFAULT)
        headers = {"Cache-Control": "no-store"}
        allowed = self.allowed.get(scope["path"])
        if allowed is None:
            said, status = words.t("gate.nothing_below_api"), 404
        else:
            said, status = words.t("gate.wrong_method", allowed=allowed), 405
            headers["Allow"] = allowed
        await PlainTextResponse(f"{said}\n", status, headers)(scope, receive, send)


def end_of_api(routes: Iterable[Route]) -> list[BaseRoute]:
    """Routes that come after `routes`, the whole of what exists below `/api/`."""
    end = EndOfApi({route.path: route.methods or () for route in routes})
    return [Route(path, end) for path in ENDS]
