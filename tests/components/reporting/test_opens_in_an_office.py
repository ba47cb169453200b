"""Our documents open in LibreOffice: it makes each into pages, with the text that we wrote.

It takes long to start, so minutes of a meeting and briefs are opened with the files of countries.
"""

from __future__ import annotations

import shutil
import subprocess
from itertools import product
from typing import Final

import pytest
from pypdf import PdfReader

from components.brief.docx import brief_docx
from components.meeting.minutes import read_minutes
from components.meeting.minutes_docx import minutes_docx
from components.wording import LANGUAGES, wording
from tests.components.brief.test_docx import CODES as BRIEFS
from tests.components.brief.test_docx import content_of
from tests.components.meeting.given_minutes import sent
from tests.components.reporting.made import area_of, files_of

PAGES: Final = frozenset({"world", "country", "compare"})
OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.usefixtures("store_url"),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here"),
]


CODES: Final = ("NPL", "XEX")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """Files of both countries and minutes as pages, by name; LibreOffice starts once for all."""
    folder = tmp_path_factory.mktemp("office")
    for code, language in product(CODES, LANGUAGES):
        for suffix, content in zip((".xlsx", ".docx"), files_of(code, language), strict=True):
            (folder / f"{code}-{language}{suffix}{suffix}").write_bytes(content)
    for language in LANGUAGES:
        minutes = minutes_docx(
            read_minutes(sent()), wording(language), root="https://example.org/", pages=PAGES
        )
        (folder / f"minutes-{language}.docx").write_bytes(minutes)
        briefs = brief_docx([content_of(one, language) for one in BRIEFS], wording(language))
        (folder / f"brief-{language}.docx").write_bytes(briefs)
    given = sorted(path for path in folder.iterdir())
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder / "pdf"),
            *map(str, given),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.name: PdfReader(path) for path in (folder / "pdf").iterdir()}


@pytest.mark.parametrize("code", CODES)
def test_both_files_become_pages(code: str, pages: dict[str, PdfReader]) -> None:
    made = {name: reader for name, reader in pages.items() if name.startswith(code)}
    assert len(made) == 6
    for name, reader in made.items():
        language = name.split("-")[1][:2]
        assert len(reader.pages) >= 6
        texts = [page.extract_text() for page in reader.pages]
        # A footer alone is a page that nobody wanted.
        assert [n for n, text in enumerate(texts, 1) if len(text.split()) < 5] == [], name
        text = "".join(texts)
        # Arabic letters come out of a PDF joined in their own ways; codes and years do not.
        if language != "ar":
            assert area_of(code, language).name in text
        elif name.endswith(".xlsx.pdf"):
            assert code in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_become_pages(language: str, pages: dict[str, PdfReader]) -> None:
    reader = pages[f"minutes-{language}.pdf"]
    assert 2 <= len(reader.pages) <= 4
    texts = [page.extract_text() for page in reader.pages]
    assert [n for n, text in enumerate(texts, 1) if len(text.split()) < 5] == []
    said = ("A. Karim", "as_of=7", "Send the kit <script>")
    # Arabic letters come out of a PDF joined in their own ways; what is Latin may break its lines.
    assert language == "ar" or all(each in "".join(texts) for each in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_briefs_of_two_countries_become_pages(language: str, pages: dict[str, PdfReader]) -> None:
    reader = pages[f"brief-{language}.pdf"]
    assert len(reader.pages) >= 6
    texts = [page.extract_text() for page in reader.pages]
    assert [n for n, text in enumerate(texts, 1) if len(text.split()) < 5] == []
    names = [area_of(code, language).name for code in BRIEFS]
    assert language == "ar" or all(name in "".join(texts) for name in names)
