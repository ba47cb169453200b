"""Our documents open in LibreOffice: it makes each into pages, with the text that we wrote.

It takes long to start, so minutes of a meeting and briefs are opened with the files of a country.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from components.brief.docx import brief_docx
from components.meeting.minutes import read_minutes
from components.meeting.minutes_docx import minutes_docx
from components.wording import LANGUAGES, wording
from tests.components.brief.test_docx import CODES, content_of
from tests.components.meeting.given_minutes import sent
from tests.components.reporting.made import area_of, files_of

PAGES = frozenset({"world", "country", "compare"})
OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.usefixtures("store_url"),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here"),
]


@pytest.mark.parametrize("code", ["NPL", "XEX"])
def test_both_files_become_pages(code: str, tmp_path: Path) -> None:
    for language in LANGUAGES if code == "NPL" else ():
        minutes = minutes_docx(
            read_minutes(sent()), wording(language), root="https://example.org/", pages=PAGES
        )
        (tmp_path / f"{language}.minutes.docx").write_bytes(minutes)
    for language in LANGUAGES:
        for suffix, content in zip((".xlsx", ".docx"), files_of(code, language), strict=True):
            (tmp_path / f"{language}{suffix}{suffix}").write_bytes(content)
        if code == "NPL":
            briefs = brief_docx([content_of(one, language) for one in CODES], wording(language))
            (tmp_path / f"{language}.brief.docx").write_bytes(briefs)
    given = sorted(path for path in tmp_path.iterdir())
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path / "pdf"),
            *map(str, given),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = sorted((tmp_path / "pdf").iterdir())
    assert len(made) == len(given) == (12 if code == "NPL" else 6)
    for path in made:
        pages = PdfReader(path).pages
        is_minutes = ".minutes." in path.name
        assert 2 <= len(pages) <= 4 if is_minutes else len(pages) >= 6
        texts = [page.extract_text() for page in pages]
        # A footer alone is a page that nobody wanted.
        assert [n for n, text in enumerate(texts, 1) if len(text.split()) < 5] == [], path.name
        text = "".join(texts)
        # Arabic letters come out of a PDF joined in their own ways; codes and years do not.
        if is_minutes:
            for said in ("A. Karim", "as_of=7", "Send the kit <script>"):
                assert said in text or path.name.startswith("ar")
        elif not path.name.startswith("ar"):
            assert area_of(code, path.name[:2]).name in text
        elif path.name.endswith(".xlsx.pdf"):
            assert code in text
