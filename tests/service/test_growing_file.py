"""One text is packed to the same bytes however it comes, and a full disk is told to who writes."""

from __future__ import annotations

import asyncio
import gzip
import random
import re
from collections.abc import Iterator
from unittest.mock import Mock

import pytest

from pages.service import growing_file
from pages.service.growing_file import BLOCK, FIRST_BLOCK, GrowingFile, packed_form

LENGTHS = (
    *(0, 1, FIRST_BLOCK - 1, FIRST_BLOCK, FIRST_BLOCK + 1),
    *(FIRST_BLOCK + BLOCK, FIRST_BLOCK + BLOCK + 1, 5 * BLOCK + 77),
)


@pytest.fixture
def file() -> Iterator[GrowingFile]:
    made = GrowingFile()
    yield made
    made.close()


def text_of(length: int) -> bytes:
    chance = random.Random(length)
    return bytes(chance.choice(b"0123456789,.\n") for _ in range(length))


def read(file: GrowingFile, *, packed: bool) -> bytes:
    async def whole() -> bytes:
        return b"".join([piece async for piece in file.pieces(packed=packed)])

    return asyncio.run(whole())


@pytest.mark.parametrize("length", LENGTHS)
def test_how_a_text_comes_makes_no_difference(length: int) -> None:
    whole, packed = text_of(length), set()
    for size in (997, FIRST_BLOCK, BLOCK, max(1, length)):
        file = GrowingFile()
        for start in range(0, length, size):
            file.write(whole[start : start + size])
        file.end()
        assert file.whole and file.plain_bytes == length
        assert read(file, packed=False) == whole
        packed.add(read(file, packed=True))
        file.close()
    (one,) = packed
    assert gzip.decompress(one) == whole


def test_a_full_disk_is_told_at_the_latest_with_the_next_block(
    file: GrowingFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Mock(side_effect=OSError(28, "No space left on device"))
    monkeypatch.setattr(file, "_add", full)
    with pytest.raises(OSError, match="No space left"):
        for _ in range(3):
            file.write(b"x" * BLOCK)
    file.fail(OSError(28, "No space left on device"))
    with pytest.raises(OSError, match="No space left"):
        read(file, packed=False)


def test_who_gives_up_leaves_what_was_packed_and_says_why(file: GrowingFile) -> None:
    file.write(text_of(3 * BLOCK))
    file.fail(RuntimeError("given up"))
    assert file.ended and not file.whole

    async def until_the_end() -> int:
        count = 0
        with pytest.raises(RuntimeError, match="given up"):
            async for piece in file.pieces(packed=False):
                count += len(piece)
        return count

    # Whole blocks are there; nothing comes after the end.
    assert asyncio.run(until_the_end()) == FIRST_BLOCK + 2 * BLOCK == file.plain_bytes


def test_the_form_of_what_is_packed_is_told_and_stays() -> None:
    told = packed_form()
    assert re.fullmatch("[0-9a-f]{8}", told)
    packed_form.cache_clear()
    assert packed_form() == told


def test_another_packer_s_bytes_have_another_form(monkeypatch: pytest.MonkeyPatch) -> None:
    here = packed_form()
    packed_form.cache_clear()
    try:
        # Another level stands for another processor: the same text, other bytes.
        monkeypatch.setattr(growing_file, "LEVEL", 0)
        assert packed_form() != here
    finally:
        packed_form.cache_clear()
