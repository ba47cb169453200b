"""Makes broken and hostile files, the same each time, and says what shall come of each."""

from __future__ import annotations

import gzip
import io
import random
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

MARK = b"\xef\xbb\xbf"
HEADER = (
    "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,"
    "Time_Detail,TimeCoverage,UpperBound,LowerBound,BasePeriod,Source,GeoInfoUrl,FootNote,"
    "[Age],[Nature],[Observation Status],[Reporting Type],[Sex],[Units]"
)


class Case(NamedTuple):
    """A file to make, and what is expected: words of the refusal, or rows taken and rejected."""

    name: str
    file: str
    make: Callable[[Path], object]
    refused: tuple[str, ...] = ()
    taken: int = 0
    rejected: tuple[str, ...] = ()


def line(
    *,
    year: str = "2014",
    value: str = "21.71",
    sex: str = "BOTHSEX",
    area: str = "524",
    name: str = "Nepal",
    series: str = "SL_TLF_CHLDEC",
    note: str = "",
    units: str = "PERCENT",
    source: str = "",
    age: str = "5-17",
) -> str:
    """A line of the SDG data portal's CSV."""
    return (
        f"8,8.7,8.7.1,{series},Children,{area},{name},{year},{value},{year},,,,,{source},,{note},"
        f"{age},CA,,G,{sex},{units}"
    )


def portal(*lines: str, header: str = HEADER, end: str = "\n") -> str:
    """A whole CSV of the portal: two lines that are in order, and the given ones."""
    good = (line(), line(sex="FEMALE", value="23.07"))
    return end.join((header, *good, *lines)) + end


def text(content: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    """A file with this text."""
    return lambda path: path.write_bytes(content.encode(encoding))


def raw(content: bytes) -> Callable[[Path], object]:
    """A file with these bytes."""
    return lambda path: path.write_bytes(content)


def late(make: Callable[[], Callable[[Path], object]]) -> Callable[[Path], object]:
    """A large file, whose content is put together only when it is wanted."""
    return lambda path: make()(path)


# --- Archives ---------------------------------------------------------------------------------

BANK = "API_SL.TLF.0714.ZS_DS2_en_csv_v2_1.csv"
BANK_TEXT = (
    '"Data Source","World Development Indicators",\n\n"Last Updated Date","2026-10-07",\n\n'
    '"Country Name","Country Code","Indicator Name","Indicator Code","2014",\n'
    '"Nepal","NPL","Children in employment","SL.TLF.0714.ZS","37.9",\n'
)


def entry(name: str, *, mode: int = 0o100644) -> zipfile.ZipInfo:
    """An entry of a fixed date."""
    made = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
    made.external_attr = mode << 16
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def packed(*members: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name if isinstance(name, zipfile.ZipInfo) else entry(name), content)
    return out.getvalue()


def bank(*members: tuple[str | zipfile.ZipInfo, bytes | str]) -> Callable[[Path], object]:
    """The World Bank's zip, and these members besides."""
    return raw(packed((BANK, BANK_TEXT), *members))


def bomb(path: Path) -> None:
    """A zip whose one CSV unpacks to 320 MB of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        with made.open(entry(BANK), "w", force_zip64=True) as out:
            for _ in range(320):
                out.write(bytes(1_000_000))


def lying(path: Path) -> None:
    """A zip that declares 1,000 bytes, but holds a megabyte."""
    content = bytearray(packed((BANK, BANK_TEXT + "x" * 1_000_000)))
    central = content.rfind(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<L", 1_000)
    content[22:26] = struct.pack("<L", 1_000)
    path.write_bytes(content)


def locked(path: Path) -> None:
    """A zip whose member says that it needs a password."""
    content = bytearray(packed((BANK, BANK_TEXT)))
    central = content.rfind(b"PK\x01\x02")
    content[6] |= 1
    content[central + 8] |= 1
    path.write_bytes(content)


def twins(path: Path) -> None:
    """A zip with two members of one name."""
    content = packed((BANK, BANK_TEXT), (BANK.replace("1.csv", "2.csv"), BANK_TEXT))
    path.write_bytes(content.replace(b"v2_2.csv", b"v2_1.csv"))


def gzip_bomb(path: Path) -> None:
    """A gzip file that starts as a CSV and unpacks to 200 MB."""
    with path.open("wb") as out, gzip.GzipFile("", "wb", 6, out, mtime=0) as made:
        made.write(portal().encode())
        for _ in range(200):
            made.write(b" " * 1_000_000)


def squeezed(content: str) -> bytes:
    """A gzip file of a text."""
    return gzip.compress(content.encode(), mtime=0)


# --- Workbooks --------------------------------------------------------------------------------

TITLES = (
    "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,"
    "Unit of measurement,txtVALUE,Source"
).split(",")
FIGURES = (
    "AFG,Afghanistan,Asia,Southern Asia,Offences of trafficking in persons,Total,Total,Total,"
    "Total,2013,Counts,103,GLOTIP"
).split(",")
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(content: str) -> str:
    """A cell with a text in it."""
    return f'<c t="inlineStr"><is><t>{content}</t></is></c>'


def sheet(*rows: list[str] | str, before: str = "", after: str = "") -> str:
    """A sheet's part; a row may be given as ready cells."""
    lines = [row if isinstance(row, str) else "".join(map(cell, row)) for row in rows]
    body = "".join(f"<row>{each}</row>" for each in lines)
    return (
        f'{before}<worksheet xmlns="{SPREADSHEET}"><sheetData>{body}</sheetData>{after}</worksheet>'
    )


def book(
    part: str | bytes,
    *more: tuple[str, bytes | str],
    state: str = "visible",
    second: str = "",
    workbook_before: str = "",
    shared: bool = False,
) -> bytes:
    """A workbook with a sheet, perhaps a second visible one, and further parts."""
    sheets = f'<sheet name="data" sheetId="1" state="{state}" r:id="rId1"/>'
    relations = (
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    )
    if second:
        sheets += '<sheet name="shown" sheetId="2" r:id="rId2"/>'
        relations += (
            f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>'
        )
        more = (*more, ("xl/worksheets/sheet2.xml", second))
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("worksheets/sheet2", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
        if shared or name != "sharedStrings"
    )
    return packed(
        ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>'),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        (
            "xl/workbook.xml",
            f'{workbook_before}<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}">'
            f"<sheets>{sheets}</sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        ),
        ("xl/worksheets/sheet1.xml", part),
        *more,
    )


def value(text_: str) -> list[str]:
    """The row of figures with another value."""
    return [text_ if each == "103" else each for each in FIGURES]


def hungry(path: Path) -> None:
    """A workbook whose table of texts is one text of 200 MB, packed 30 to 60 times smaller."""
    source = random.Random(8)
    block = b"".join(source.randbytes(16).hex().encode() + b"a" * 968 for _ in range(1_000))
    ready = book(sheet(TITLES, value("1")), shared=True)
    with zipfile.ZipFile(io.BytesIO(ready)) as old, zipfile.ZipFile(path, "w") as made:
        for each in old.infolist():
            made.writestr(each, old.read(each))
        with made.open(entry("xl/sharedStrings.xml"), "w") as out:
            out.write(f'<sst xmlns="{SPREADSHEET}"><si><t>'.encode())
            for _ in range(200):
                out.write(block)
            out.write(b"</t></si></sst>")


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
MACRO = ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub Auto_Open()")


# --- XML and JSON -----------------------------------------------------------------------------

MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"


def message(prolog: str = "", inside: str = "") -> str:
    """An SDMX-ML message with one figure; `inside` goes into its data set."""
    return (
        f'<?xml version="1.0"?>{prolog}<m:StructureSpecificData xmlns:m="{MESSAGE}"><m:Header>'
        "<m:Prepared>2026-10-01T00:00:00</m:Prepared><m:Structure><Ref id='GLOBAL_DATAFLOW'/>"
        "</m:Structure></m:Header><m:DataSet>"
        '<Series REF_AREA="AFG" INDICATOR="PT_CHLD_5-17_LBR_ECON" SEX="F"><Obs TIME_PERIOD="2023" '
        'OBS_VALUE="10.9" UNIT_MEASURE="PCNT" OBS_STATUS="A" COVERAGE_TIME="2022-23" AGE="Y5T17"/>'
        f"</Series>{inside}</m:DataSet></m:StructureSpecificData>"
    )


def page(data: str) -> str:
    """A page of the SDG API with this list of data."""
    keys = '"totalElements": 1, "pageNumber": 1, "attributes": [], "dimensions": []'
    return f'{{{keys}, "data": {data}}}'


def item(value_: str) -> str:
    """An item of such a page; the value is given as JSON."""
    return (
        '[{"series": "SL_TLF_CHLDEC", "geoAreaCode": "524", "timePeriodStart": 2014.0, '
        f'"value": {value_}, "attributes": {{"Nature": "CA", "Units": "PERCENT"}}, '
        '"dimensions": {"Age": "5-17", "Sex": "BOTHSEX", "Reporting Type": "G"}}]'
    )


# --- The list ---------------------------------------------------------------------------------


def many_lines(path: Path) -> None:
    """Five million short lines below a header."""
    with path.open("w", encoding="ascii") as out:
        out.write(HEADER + "\n")
        for _ in range(50):
            out.write("1,2\n" * 100_000)


def no_reading(path: Path) -> None:
    """A file that nobody may read."""
    path.write_text(portal(), encoding="utf-8")
    path.chmod(0)


def archives() -> Iterator[Case]:
    """Zips and gzip files."""
    out = "leads out of the archive"
    yield Case("zip in order", "a.zip", bank(), taken=1)
    yield Case("zip bomb", "a.zip", bomb, ("list of members", "320,000,000 bytes"))
    ratio = late(lambda: bank(("b.csv", bytes(50_000_000))))
    yield Case("zip of high ratio", "a.zip", ratio, ("more than 100 times",))
    yield Case("lying zip header", "a.zip", lying, ("damaged", BANK))
    inner = ("inner.zip", packed((BANK, BANK_TEXT)))
    yield Case("nested zip", "a.zip", bank(inner), ("archive within the archive", "inner.zip"))
    hidden = ("notes.txt", packed((BANK, BANK_TEXT)))
    yield Case("nested zip in disguise", "a.zip", bank(hidden), ("archive within", "notes.txt"))
    for name in ("../../etc/passwd", "/etc/passwd", "..\\up.csv", "C:\\up.csv", "a/../../b.csv"):
        yield Case(f"zip slip {name}", "a.zip", bank((name, "x")), (out,))
    yield Case("zip name with control", "a.zip", bank(("a\x1b[2J.csv", "x")), (out,))
    link = bank((entry("link.csv", mode=stat.S_IFLNK | 0o777), "/etc/passwd"))
    yield Case("symlink member", "a.zip", link, ("link to another file", "link.csv"))
    yield Case("zip with password", "a.zip", locked, ("protected by a password",))
    yield Case("zip with twins", "a.zip", twins, ("two members have the same name",))
    crowd = late(lambda: raw(packed(*((f"{n}.txt", "") for n in range(2_500)))))
    yield Case("zip of 2,500 members", "a.zip", crowd, ("2,000 members",))
    cut = packed((BANK, BANK_TEXT))
    yield Case("zip cut short", "a.zip", raw(cut[:-40]), ("list of members is missing",))
    yield Case("gzip in order", "a.csv.gz", raw(squeezed(portal())), taken=2)
    half = squeezed(portal(*(line(year=str(1950 + n % 70), age=f"{n}-17") for n in range(3_000))))
    yield Case("gzip cut short", "a.csv.gz", raw(half[:-900]), ("damaged or cut short",))
    garbage = raw(squeezed(portal()) + b"garbage after the end")
    yield Case("gzip with garbage behind", "a.csv.gz", garbage, ("damaged or cut short",))
    double = raw(squeezed(portal()) + squeezed(line(sex="MALE", value="20.29") + "\n"))
    yield Case("gzip of two members", "a.csv.gz", double, taken=3)
    wrong = bytearray(squeezed(portal()))
    wrong[-6] ^= 0xFF
    yield Case("gzip with wrong checksum", "a.csv.gz", raw(bytes(wrong)), ("damaged",))
    yield Case("gzip bomb", "a.csv.gz", gzip_bomb, ("unpacks to more than",))


def workbooks() -> Iterator[Case]:
    """Workbooks of UNODC's kind."""
    good = sheet(TITLES, FIGURES)
    yield Case("workbook in order", "a.xlsx", raw(book(good)), taken=1)
    yield Case("workbook named csv", "a.csv", raw(book(good)), taken=1)
    spaces = late(lambda: raw(book(sheet(TITLES, FIGURES, after=" " * 150_000_000))))
    yield Case("workbook bomb", "a.xlsx", spaces, ("100 times",))
    yield Case("hungry workbook", "a.xlsx", hungry, ("400 MB of memory",))
    macro = raw(book(good, MACRO))
    yield Case("macros", "a.xlsm", macro, ("holds macros", "vbaProject.bin"))
    yield Case("hidden sheet only", "a.xlsx", raw(book(good, state="hidden")), ("hidden", "data"))
    other = raw(book(good, state="veryHidden", second=sheet(["nothing"])))
    yield Case("hidden sheet beside", "a.xlsx", other, ("no reader knows",))
    shown = raw(book(sheet(["secret"]), state="hidden", second=good))
    yield Case("hidden sheet first", "a.xlsx", shown, taken=1)
    other_year = [*FIGURES[:9], "2014", *FIGURES[10:]]
    formula = "".join(map(cell, FIGURES[:11])) + "<c><f>1+1</f><v>2</v></c>" + cell("GLOTIP")
    yield Case(
        "formula cell", "a.xlsx", raw(book(sheet(TITLES, other_year, formula))),
        taken=1, rejected=("not_a_number",),
    )  # fmt: skip
    link = ("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{SPREADSHEET}"/>')
    yield Case("external link", "a.xlsx", raw(book(good, link)), taken=1)
    merged = sheet(["Country", "", "Figures"], [*TITLES[:6], "", *TITLES[7:]], FIGURES)
    yield Case("merged headers", "a.xlsx", raw(book(merged)), ("no reader knows",))
    wide = sheet([*TITLES, *(f"c{n}" for n in range(16_384 - 13))], FIGURES)
    yield Case("16,384 columns", "a.xlsx", raw(book(wide)), taken=1)
    wider = sheet([*TITLES, *(f"c{n}" for n in range(16_384))], FIGURES)
    yield Case("too many columns", "a.xlsx", raw(book(wider)), ("row 1", "16,384 columns"))
    far = sheet(TITLES, FIGURES).replace("</row><row>", '</row><row r="4000000">')
    yield Case("row four million", "a.xlsx", raw(book(far)), ("1,048,576 rows",))
    laughs = sheet(TITLES, FIGURES, before=LAUGHS)
    yield Case("entities in a sheet", "a.xlsx", raw(book(laughs)), ("DOCTYPE", "sheet1.xml"))
    doctype = raw(book(good, workbook_before='<!DOCTYPE a SYSTEM "file:///etc/passwd">'))
    yield Case("entities in the list of sheets", "a.xlsx", doctype, ("DOCTYPE", "xl/workbook.xml"))
    yield Case("sheet cut short", "a.xlsx", raw(book(good[:-60])), ("broken inside",))
    digits = sheet(TITLES, "<c><v>" + "9" * 5_000 + "</v></c>")
    yield Case("cell of 5,000 digits", "a.xlsx", raw(book(digits)), ("broken inside",))
    for name, figure, rule in (
        ("1e999", "1e999", "not_a_number"),
        ("1e308", "1e308", "not_a_number"),
        ("text of a formula", '=HYPERLINK("x")', "not_a_number"),
        ("negative count", "-3", "not_a_number"),
    ):
        made = raw(book(sheet(TITLES, other_year, value(figure))))
        one = (rule,) if rule else ()
        yield Case(f"workbook with {name}", "a.xlsx", made, taken=2 - len(one), rejected=one)
    old = raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000))
    yield Case("broken xls", "a.xls", old, ("broken inside",))
    vba = raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le") * 40)
    yield Case("xls with macros", "a.xls", vba, ("holds macros",))


def documents() -> Iterator[Case]:
    """XML and JSON."""
    yield Case("message in order", "a.xml", text(message()), taken=1)
    yield Case("billion laughs", "a.xml", text(message(LAUGHS, "&i;")), ("DOCTYPE",))
    blow = f'<!DOCTYPE a [<!ENTITY a "{"a" * 100_000}">]>'
    yield Case("quadratic blow-up", "a.xml", text(message(blow, "&a;" * 1_000)), ("DOCTYPE",))
    own = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield Case("external entity", "a.xml", text(message(own, "&x;")), ("DOCTYPE",))
    remote = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
    yield Case("remote DTD", "a.xml", text(message(remote)), ("DOCTYPE",))
    yield Case("DOCTYPE", "a.xml", text(message("<!DOCTYPE a>")), ("DOCTYPE",))
    behind = f"<!--{'=' * 2_000}--><!DOCTYPE a>"
    yield Case("late DOCTYPE", "a.xml", text(message(behind)), ("DOCTYPE",))
    wide = text(message("<!DOCTYPE a>").replace("?>", ' encoding="UTF-16"?>', 1), "utf-16")
    yield Case("DOCTYPE in UTF-16", "a.xml", wide, ("DOCTYPE",))
    comment = f"<!--{'=' * 70_000}-->"
    yield Case("endless prolog", "a.xml", text(message(comment)), ("no element begins",))
    deep = late(lambda: text(message("", "<a>" * 200_000 + "</a>" * 200_000)))
    yield Case("deep XML", "a.xml", deep, ("nest deeper than 100",))
    silent = late(lambda: text(message("", f"<a>{'b' * 20_000_000}</a>")))
    yield Case("endless text in XML", "a.xml", silent, ("have no tag",))
    swarm = late(lambda: text(message("", f"<Series>{'<Obs/>' * 300_000}</Series>")))
    yield Case("XML record without end", "a.xml", swarm, ("200,000 elements",))
    empty = late(lambda: text(message("", "<a/>" * 300_000)))
    yield Case("300,000 empty elements", "a.xml", empty, taken=1)
    yield Case("page in order", "a.json", text(page(item('"21.7"'))), taken=1)
    nested = late(lambda: text(page("[" * 200_000 + "]" * 200_000)))
    yield Case("deep JSON", "a.json", nested, ("nest deeper",))
    digits = text(page(item("9" * 100_000)))
    yield Case("JSON number of 100,000 digits", "a.json", digits, ("thousands of digits",))
    for figure in ("1e999", "NaN", "Infinity", "1e308", "-5", "105"):
        blank = figure == "NaN"
        yield Case(
            f"JSON {figure}", "a.json", text(page(item(figure))), taken=int(blank),
            rejected=() if blank else ("percent_range",) if figure in ("1e308", "-5", "105")
            else ("not_a_number",),
        )  # fmt: skip
    values = late(lambda: text(page(f"[{'[],' * 3_000_000}[]]")))
    yield Case("JSON of six million lists", "a.json", values, ("2,000,000 values",))
    big = late(lambda: text(page(f'["{"a" * 45_000_000}"]')))
    yield Case("JSON of 45 MB", "a.json", big, ("40,000,000 bytes",))
    yield Case("JSON cut short", "a.json", text(page(item('"21.7"'))[:-9]), ("JSON is broken",))


def pages() -> Iterator[Case]:
    """Web pages that pass for NORMLEX's."""
    start = "<html><title>NORMLEX Ratifications</title>"
    for name, pattern in (
        ("tags", "<a "),
        ("comments", "<!--"),
        ("comments with tags", "<!--x>"),
        ("sections", "<![CDATA[x>"),
        ("end tags", "</a "),
    ):
        made = text(start + pattern * 20_000)
        yield Case(f"page of open {name}", "a.html", made, ("are not closed",))
    section = text(start + "\n<table><tr><td><![x]></td></tr></table></html>")
    yield Case("page with an odd section", "a.html", section, ("line 2", "unknown kind"))
    nested = text(start + "<table><tr><td>" * 20_000)
    yield Case("page of nested tables", "a.html", nested, ("a.html",))
    plain = text(start + "</html>")
    yield Case("page without a table", "a.html", plain, ("a.html",))


def tables() -> Iterator[Case]:
    """CSV in all its forms."""
    yield Case("CSV in order", "a.csv", text(portal()), taken=2)
    yield Case("CSV named xlsx", "a.xlsx", text(portal()), taken=2)
    filler = [line(age=f"{n}-17") for n in range(900)]
    yield Case("NUL early", "a.csv", text(portal(line(note="a\0b"))), ("not a text",))
    yield Case("NUL late", "a.csv", text(portal(*filler, "a\0b")), ("line 904", "NUL"))
    zeros = raw(portal(*filler).encode() + bytes(100_000))
    yield Case("NUL bytes at the end", "a.csv", zeros, ("line 904", "NUL"))
    mixed = portal(line(note="Côte")).encode() + line(note="Côte").encode("cp1252") + b"\n"
    yield Case("mixed encodings", "a.csv", raw(mixed), ("line 5", "mixes UTF-8"))
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"):
        made = text(portal(line(sex="MALE", note="Côte")), encoding)
        yield Case(f"CSV in {encoding}", "a.csv", made, taken=3)
    cut = raw(portal(*filler).encode("utf-16-le") + b"\x00\xd8")
    yield Case("UTF-16 cut short", "a.csv", cut, ("after line 903", "not valid UTF-16"))
    yield Case("UTF-32", "a.csv", text(portal(), "utf-32"), ("not a text",))
    decimal = portal(line(sex="MALE", value="20;29")).replace(",", ";").replace("20;29", "20,29")
    yield Case("decimal comma", "a.csv", text(decimal), taken=2, rejected=("not_a_number",))
    bare = portal(line(sex="MALE", value="20,29"))
    yield Case("bare decimal comma", "a.csv", text(bare), taken=2, rejected=("cell_count",))
    twice = portal(header=HEADER.replace("GeoAreaName", "Value"))
    yield Case("duplicate headers", "a.csv", text(twice), ("line 1", "Value more than once"))
    yield Case("no header", "a.csv", text(line() + "\n"), ("no reader knows",))
    yield Case("empty header", "a.csv", text("," * 22 + "\n" + line() + "\n"), ("no reader",))
    yield Case("header only", "a.csv", text(HEADER + "\n"), taken=0)
    yield Case("empty file", "a.csv", raw(b""), ("the file is empty",))
    yield Case("mark only", "a.csv", raw(MARK), ("no reader knows",))
    html = "<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1></body></html>"
    yield Case("HTML saved as CSV", "a.csv", text(html), ("it is a web page",))
    script = portal(line(sex="MALE", note="<script>alert(1)</script>"))
    yield Case("script tags", "a.csv", text(script), taken=3)
    turned = portal(line(sex="MALE", name="\u202elapeN"))
    yield Case("turned reading direction", "a.csv", text(turned), taken=3)
    linked = portal(line(sex="MALE", note='"=HYPERLINK(""http://x"",""y"")"'))
    yield Case("formula in a note", "a.csv", text(linked), taken=3)
    headed = portal(header=HEADER.replace("GeoInfoUrl", '"a]b; DROP TABLE x;--"'))
    yield Case("SQL in a header", "a.csv", text(headed), taken=2)
    unclosed = late(lambda: text(portal(line(note='"never closed')) + "\n".join([line()] * 20_000)))
    yield Case("unclosed quote", "a.csv", unclosed, ("not CSV", "line"))
    fat = late(lambda: text(portal(line(note="a" * 10_000_000))))
    yield Case("field of 10 MB", "a.csv", fat, ("line 4", "1,000,000 characters"))
    folded = late(lambda: text(portal(line(note='"' + "a" * 70_000 + '","' * 30_000 + '"'))))
    yield Case("line of 30,000 cells", "a.csv", folded, ("line 4", "16,384"))
    snake = late(lambda: text(portal(line(note='"a\n",' * 2_000_000 + '"z"'))))
    yield Case("record of 2 million lines", "a.csv", snake, ("one record goes on",))
    wide = HEADER + "".join(f",c{n}" for n in range(16_384)) + "\n" + line() + "\n"
    yield Case("CSV of 16,407 columns", "a.csv", text(wide), ("line 1", "16,407 cells"))
    yield Case("five million lines", "a.csv", many_lines, ("5,000,000 lines",))
    yield Case("CR only", "a.csv", text(portal(end="\r")), taken=2)
    yield Case("CRLF", "a.csv", text(portal(end="\r\n")), taken=2)
    for name, wrong, rule in (
        ("1e308", line(sex="MALE", value="1e308"), "percent_range"),
        ("1e999", line(sex="MALE", value="1e999"), "not_a_number"),
        ("inf", line(sex="MALE", value="inf"), "not_a_number"),
        ("percent 105", line(sex="MALE", value="105"), "percent_range"),
        ("negative percent", line(sex="MALE", value="-1"), "percent_range"),
        ("year 20204", line(sex="MALE", year="20204"), "year_range"),
        ("year 0", line(sex="MALE", year="0"), "year_range"),
        ("underscore in a number", line(sex="MALE", value="1_000"), "not_a_number"),
        ("unknown area", line(sex="MALE", area="9999"), "unknown_area"),
        ("SQL in an area", line(sex="MALE", area="1' OR '1'='1"), "unknown_area"),
    ):
        yield Case(name, "a.csv", text(portal(wrong)), taken=2, rejected=(rule,))
    for name, absent in (("NaN", "NaN"), ("blank", ""), ("suppressed", "<5")):
        made = text(portal(line(sex="MALE", value=absent)))
        yield Case(f"{name} is no figure", "a.csv", made, taken=3)


def places() -> Iterator[Case]:
    """Names and places that are not what they seem."""
    yield Case("overlong name", "a" * 300 + ".csv", lambda _path: None, ("longer than 255 bytes",))
    bidi = "report\u202evsc.exe"
    yield Case("name that turns", bidi, text(portal()), ("characters that cannot be seen",))
    yield Case("name of two lines", "a\nb.csv", text(portal()), ("cannot be seen",))
    yield Case("folder", "a.csv", lambda path: path.mkdir(), ("it is a folder",))
    yield Case("missing", "a.csv", lambda _path: None, ("No such file",))
    yield Case("nobody may read it", "a.csv", no_reading, ("Permission denied",))


CASES = (*archives(), *workbooks(), *documents(), *pages(), *tables(), *places())
"""Every case; making one writes one file and nothing else."""
