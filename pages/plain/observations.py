"""`/api/v1/observations.csv`: exactly the filtered observations, streamed."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


async def observations_csv(_request: Request) -> Response:
    return PlainTextResponse("not yet", status_code=503)
