"""Clients in a process of their own that read one address at full speed, again and again.

`python -m tests.service.download_clients PORT PATH CLIENTS`, until it is ended; then nothing is
said. In the tests' own process they would slow down what is measured.
"""

from __future__ import annotations

import asyncio
import sys


async def read(port: int, path: str) -> None:
    """Ask for the address and read it to its end, for ever."""
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    while True:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
        writer.write(f"{request}Accept-Encoding: gzip\r\n\r\n".encode())
        while await reader.read(1 << 18):
            pass
        writer.close()


async def _all(port: int, path: str, clients: int) -> None:
    await asyncio.gather(*(read(port, path) for _ in range(clients)))


if __name__ == "__main__":
    asyncio.run(_all(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
