"""What goes over the wire: a forwarder before a server that counts the bytes it sends."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

HOST = "127.0.0.1"
PIECE = 1 << 16


@dataclass
class Wire:
    """A second address of a server; `sent` bytes came from it, with headers and websockets."""

    address: str
    sent: int = 0


@contextmanager
def counted(port: int) -> Iterator[Wire]:
    """Forward a free port to the server on `port`, for as long as the block runs."""
    wire = Wire("")
    loop = asyncio.new_event_loop()
    open_pipes: set[asyncio.Task[None]] = set()

    async def pipe(source: asyncio.StreamReader, to: asyncio.StreamWriter, count: bool) -> None:
        try:
            with suppress(OSError):
                while piece := await source.read(PIECE):
                    wire.sent += len(piece) * count
                    to.write(piece)
                    await to.drain()
        finally:
            to.close()

    async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, forth = await asyncio.open_connection(HOST, port)
        both = {
            asyncio.create_task(pipe(reader, forth, False)),
            asyncio.create_task(pipe(back, writer, True)),
        }
        open_pipes.update(both)
        for each in both:
            each.add_done_callback(open_pipes.discard)

    async def serve() -> asyncio.Server:
        server = await asyncio.start_server(forward, HOST, 0)
        wire.address = f"http://{HOST}:{server.sockets[0].getsockname()[1]}"
        return server

    async def end() -> None:
        server.close()
        pipes = tuple(open_pipes)
        for each in pipes:
            each.cancel()
        await asyncio.gather(*pipes, return_exceptions=True)
        # One turn of the loop for the closed connections to go.
        await asyncio.sleep(0)

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(serve(), loop).result(10)
    try:
        yield wire
    finally:
        asyncio.run_coroutine_threadsafe(end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
