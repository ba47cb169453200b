"""Samples tell kind and encoding from the bytes alone; reading refuses what is mixed or broken."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from loaders.reading.contract import FileRefused
from loaders.reading.files import csv_rows, json_document, zip_text
from loaders.reading.sample import HEAD_BYTES, sample_of

TEXT = "name;note\r\nCôte d'Ivoire;é\r\n"


def file(folder: Path, content: bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_gives_the_same_rows(tmp_path, encoding):
    rows = list(csv_rows(sample_of(file(tmp_path, TEXT.encode(encoding)))))
    assert rows == [(1, ["name", "note"]), (2, ["Côte d'Ivoire", "é"])]


def test_a_letter_in_windows_1252_far_behind_the_head_is_found(tmp_path):
    content = b"name,note\n" + b"plain,text\n" * 20_000 + "Côte,x\n".encode("cp1252")
    rows = list(csv_rows(sample_of(file(tmp_path, content))))
    assert rows[-1] == (20_002, ["Côte", "x"])


def test_mixed_encodings_are_refused(tmp_path):
    content = "é,1\n".encode() * 3 + "ô,2\n".encode("cp1252")
    with pytest.raises(FileRefused) as refused:
        list(csv_rows(sample_of(file(tmp_path, content))))
    assert str(refused.value) == (
        "a.csv, line 4: the file mixes UTF-8 with another encoding. "
        "Save it as UTF-8 and load it again."
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b'\xef\xbb\xbf {"a": 1}', "json"),
        (b"[1]", "json"),
        (b"[Age],Value\n5-17,1\n", "csv"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        (b"<table><tr><td>1</td></tr></table>", "html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "xls"),
        (b"a,b\n1,2\n", "csv"),
        (b"\x00\x01\x02" * 30, "binary"),
        (gzip.compress(b"a,b\n", mtime=0), "gz"),
    ],
)
def test_kinds_are_told_by_content(tmp_path, content, kind):
    assert sample_of(file(tmp_path, content)).kind == kind


def test_a_letter_cut_by_the_head_does_not_change_the_encoding(tmp_path):
    content = b"a" * (HEAD_BYTES - 1) + "é".encode() + b"\n"
    assert sample_of(file(tmp_path, content)).encoding == "utf-8"


def test_zip_members_are_listed_and_read(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("in/data.csv", TEXT.encode("utf-8-sig"))
    sample = sample_of(path)
    assert (sample.kind, sample.members) == ("zip", ("in/data.csv",))
    assert "".join(zip_text(sample, "in/data.csv")) == TEXT
    with pytest.raises(FileRefused, match="the zip has no member other.csv"):
        list(zip_text(sample, "other.csv"))


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut", b"\x1f\x8b not gzip"])
def test_broken_archives_are_refused(tmp_path, content):
    with pytest.raises(FileRefused):
        sample_of(file(tmp_path, content))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileRefused, match="the file cannot be read"):
        sample_of(tmp_path / "none.csv")


def test_a_quotation_mark_that_is_never_closed_is_refused(tmp_path):
    with pytest.raises(FileRefused) as refused:
        list(csv_rows(sample_of(file(tmp_path, b'a,b\n"1,2\n3,4\n'))))
    assert refused.value.place == "line 3"


def test_nul_in_a_line_is_refused(tmp_path):
    content = b"a,b\n" + b"1,2\n" * 1000 + b"3,\x004\n"
    with pytest.raises(FileRefused) as refused:
        list(csv_rows(sample_of(file(tmp_path, content))))
    assert refused.value.place == "line 1002"


def test_numbers_of_json_stay_as_published(tmp_path):
    content = b'{"a": 1.10, "b": 7, "c": 1e3, "d": NaN}'
    assert json_document(sample_of(file(tmp_path, content))) == {
        "a": "1.10",
        "b": 7,
        "c": "1e3",
        "d": "NaN",
    }


def test_json_nested_without_end_is_refused(tmp_path):
    with pytest.raises(FileRefused):
        json_document(sample_of(file(tmp_path, b"[" * 200_000)))
