"""`/brief/NPL.docx`, and several countries in one file as PDF or Word document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape

import docx
import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.brief.addresses import DOCX, brief_address, in_form, pack_address
from components.brief.asked import FORMATS, MOST
from components.wording import wording
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import OpenPage
from tests.unpacking import unpacked


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    routed = Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))
    with TestClient(routed, base_url="https://d.example") as opened:
        yield opened


def test_a_word_document_is_saved_under_its_name(client: TestClient) -> None:
    answer = client.get("/" + brief_address("TUV", "fr", form=DOCX))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMATS["docx"]
    said = answer.headers["content-disposition"]
    assert said.startswith('attachment; filename="target87-brief-TUV-fr-')
    assert said.endswith('.docx"')
    document = docx.Document(io.BytesIO(answer.content))
    assert document.paragraphs[0].text == "Note pays\u00a0: Tuvalu"
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    (link,) = [one for one in links if "country" in one]
    assert link.startswith("https://d.example/country?iso3=TUV&lang=fr&as_of=")


def test_a_pack_holds_the_countries_in_the_order_asked_for(client: TestClient) -> None:
    answer = client.get("/" + pack_address(("tuv", "npl", "TUV"), "en"))
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    assert "target87-briefs-TUV-NPL-en-" in answer.headers["content-disposition"]
    made = PdfReader(io.BytesIO(answer.content))
    assert len(made.pages) == 4
    assert [one.title for one in made.outline if not isinstance(one, list)] == ["Tuvalu", "Nepal"]
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"] and made.trailer["/Root"]["/Lang"] == "en"
    word = client.get("/" + pack_address(("TUV", "NPL"), "en", form=DOCX))
    heads = [
        p.text
        for p in docx.Document(io.BytesIO(word.content)).paragraphs
        if p.style.name == "Heading 1"
    ]
    assert heads == ["Country brief: Tuvalu", "Country brief: Nepal"]


def test_a_pack_of_one_is_its_brief(client: TestClient) -> None:
    one = client.get("/brief/pack.docx?iso3=TUV&lang=fr")
    assert one.content == client.get("/brief/TUV.docx?lang=fr").content
    assert in_form(brief_address("TUV", "fr", "1"), DOCX) == brief_address("TUV", "fr", "1", DOCX)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("query", "status", "key", "said"),
    [
        ("", 400, "brief_none", {}),
        ("iso3=,", 400, "brief_none", {}),
        ("iso3=" + ",".join(f"A{n:02}" for n in range(MOST + 1)), 400, "brief_many",
         {"most": MOST, "count": MOST + 1}),
        ("iso3=NPL,ATL", 404, "brief_country", {"asked": "ATL"}),
        ("iso3=NPL&area=BRA", 400, "brief_parameter", {"asked": "area"}),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_a_sentence_with_a_way_on(
    client: TestClient, form: str, query: str, status: int, key: str, said: dict[str, object]
) -> None:
    answer = client.get(f"/brief/pack.{form}?{query}", headers={"accept-language": "en"})
    assert answer.status_code == status
    assert wording("en").t(f"gate.{key}.sentence", **said) in answer.text
    assert "/country?lang=en" in answer.text


def test_a_strangers_text_is_text(client: TestClient) -> None:
    attack = "<script>alert(1)</script>" + "Q" * 300
    for query in ({"iso3": attack}, {"iso3": "NPL", "as_of": attack}, {attack: "1"}):
        answer = client.get("/brief/pack.pdf", params=query)
        assert answer.status_code in {400, 404}
        assert "<script>alert" not in answer.text and "Q" * 61 not in answer.text


def test_pages_lead_to_the_files(app: OpenPage) -> None:
    page = app("compare", iso3="NPL,BRA", lang="fr", as_of="1")
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    for form in FORMATS:
        assert escape(pack_address(("NPL", "BRA"), "fr", "1", form)) in html
    page = app("country", iso3="NPL", lang="fr")
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    for form in FORMATS:
        assert escape(brief_address("NPL", "fr", form=form)) in html
