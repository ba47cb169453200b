"""No page takes a file, so the address for uploads can be closed."""

from __future__ import annotations

import ast

from tests.test_architecture import PRODUCT, name_of, tree_of

TAKES = {"file_uploader", "camera_input", "audio_input", "chat_input", "data_editor"}


def test_no_page_has_a_widget_that_uploads() -> None:
    using = [
        (name_of(path), node.attr)
        for path in PRODUCT
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in TAKES
    ]
    assert using == []
