"""No page takes a file, so the address for uploads can be closed."""

from __future__ import annotations

import ast

import pytest

from tests.test_architecture import PRODUCT, name_of, tree_of

TAKES = {"file_uploader", "camera_input", "audio_input", "chat_input", "data_editor"}


@pytest.mark.parametrize("taker", sorted(TAKES))
def test_no_page_has_a_widget_that_uploads(taker: str) -> None:
    using = [
        name_of(path)
        for path in PRODUCT
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr == taker
    ]
    assert using == []
