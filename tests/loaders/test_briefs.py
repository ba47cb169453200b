"""`python -m loaders brief`: files on disk, and one sentence where none can be made."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from loaders.__main__ import app

pytestmark = pytest.mark.usefixtures("store_url")


def run(*asked: str) -> Result:
    return CliRunner().invoke(app, ["brief", *asked])


def test_one_country_becomes_a_pdf_of_two_pages(tmp_path: Path) -> None:
    ended = run(
        "npl", "--lang", "fr", "--into", str(tmp_path / "new"), "--base", "https://d.example/"
    )
    assert ended.exit_code == 0, ended.output
    path = tmp_path / "new" / "country-brief-NPL-fr.pdf"
    assert str(path) in ended.output.replace("\n", "")
    made = PdfReader(path)
    assert len(made.pages) == 2
    assert made.metadata is not None and "Népal" in str(made.metadata.title)
    assert made.trailer["/Root"]["/Lang"] == "fr"
    links = [
        str(note.get_object()["/A"]["/URI"])
        for page in made.pages
        for note in page.get("/Annots", [])
    ]
    assert any(one.startswith("https://d.example/country?iso3=NPL&lang=fr&as_of=") for one in links)


def test_several_countries_become_one_tagged_pdf(tmp_path: Path) -> None:
    ended = run("NPL,TUV", "--into", str(tmp_path))
    assert ended.exit_code == 0, ended.output
    made = PdfReader(tmp_path / "country-briefs-NPL-TUV-en.pdf")
    assert len(made.pages) == 4
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]
    heads = [one.title for one in made.outline if not isinstance(one, list)]
    assert heads == ["Nepal", "Tuvalu"]
    assert made.metadata is not None
    assert made.metadata.title == "Country briefs: Nepal, Tuvalu"


def test_a_word_document_is_written_and_nothing_is_overwritten(tmp_path: Path) -> None:
    asked = ("NPL", "--format", "docx", "--into", str(tmp_path))
    assert run(*asked).exit_code == 0
    path = tmp_path / "country-brief-NPL-en.docx"
    assert docx.Document(str(path)).paragraphs[0].text == "Country brief: Nepal"
    before = path.read_bytes()
    again = run(*asked)
    assert again.exit_code == 1 and "is there already" in again.output.replace("\n", " ")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["ZZZ"], "There is no country 'ZZZ'"),
        (["NPL", "WLD"], "There is no country 'WLD'"),
        (["NPL", "--lang", "tlh"], "'tlh' is none of our languages"),
        ([","], "Name at least one country"),
        ([f"A{n:02}" for n in range(11)], "at most 10 countries; 11 are named"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(asked: list[str], said: str, tmp_path: Path) -> None:
    ended = run(*asked, "--into", str(tmp_path))
    assert ended.exit_code == 1
    assert said in ended.output.replace("\n", " ") and "Traceback" not in ended.output
    assert list(tmp_path.iterdir()) == []
