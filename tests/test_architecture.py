"""The house as a test: who may import whom, how long a page is, and what no file may do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ("app", "pages", "components", "data", "loaders", "tests", "tools")
PRODUCT = sorted(
    path
    for folder in ("pages", "components", "data", "loaders")
    for path in (ROOT / folder).rglob("*.py")
) + [ROOT / "app.py"]
AROUND = sorted(path for folder in ("tests", "tools") for path in (ROOT / folder).rglob("*.py"))
"""Tests, and what benches and installs."""

PAGES = sorted((ROOT / "pages").glob("*.py"))
LONGEST_PAGE = 60
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
SHOWS_TEXT = {
    "title", "header", "subheader", "caption", "text", "write", "markdown", "info", "warning",
    "error", "success", "button", "link_button", "selectbox", "multiselect", "radio", "checkbox",
    "text_input", "segmented_control", "pills", "expander", "tabs", "toggle", "slider", "metric",
    "page_link", "download_button", "number_input", "popover", "toast",
}  # fmt: skip
"""Streamlit's functions whose first argument a reader sees."""


def name_of(path: Path) -> str:
    """`components/ui/cards.py`"""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file; each rule asks for all of them, and walking takes longest."""
    return tuple(ast.walk(tree_of(path)))


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, anywhere in it; `from a import b` gives `a.b`."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} line {node.lineno}: name the module in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "import_module":
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def under(module: str, *packages: str) -> bool:
    """Whether a module is one of the packages or lies below one."""
    return any(module == p or module.startswith(f"{p}.") for p in packages)


ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


class Rule(NamedTuple):
    """A row of the table in docs/architecture.md: what files in a place may import."""

    place: str
    modules: tuple[str, ...]
    without_ui: bool
    streamlit: bool


def rules() -> dict[str, Rule]:
    """The rows of the table by place: a folder with its slash, `pages/*.py`, or a file."""
    found = {}
    for place, said, streamlit in re.findall(
        r"(?m)^\| `([^`]+)` \| (.+?) \| (yes|no) \|$", ARCHITECTURE
    ):
        modules = [name for name in re.findall(r"`([^`]+)`", said) if name != "ui"]
        if place.endswith("/"):
            # A package may of course import its own modules.
            modules.append(place.rstrip("/").replace("/", "."))
        found[place] = Rule(place, tuple(modules), "(not `ui`)" in said, streamlit == "yes")
    return found


RULES = rules()


def rule_of(file: str) -> Rule:
    """The row for a file: its own, that of its folder, else that of the nearest folder above."""
    folder, _, _ = file.rpartition("/")
    if file in RULES:
        return RULES[file]
    if f"{folder}/*.py" in RULES:
        return RULES[f"{folder}/*.py"]
    return RULES[max((p for p in RULES if p.endswith("/") and file.startswith(p)), key=len)]


def may_import(file: str, module: str) -> bool:
    """Whether a file may import a module of the house, by the table of the architecture."""
    rule = rule_of(file)
    hidden = rule.without_ui and under(module, "components.ui")
    return under(module, *rule.modules) and not hidden


def may_use_streamlit(file: str) -> bool:
    """Whether a file stands where the architecture allows Streamlit."""
    return rule_of(file).streamlit


def test_the_table_names_every_folder_with_code() -> None:
    assert sorted(RULES) == [
        "app.py", "components/", "components/ui/", "data/", "loaders/", "loaders/briefs.py",
        "loaders/reporting/", "pages/*.py", "pages/routes/", "pages/service/",
    ]  # fmt: skip
    assert [name_of(path) for path in PRODUCT if not rule_of(name_of(path)).modules] == []


def test_there_is_something_to_test() -> None:
    assert len(PRODUCT) > 50
    assert len(PAGES) >= 7


@pytest.mark.parametrize(
    ("file", "module", "allowed"),
    [
        ("data/queries/figures.py", "data.schema", True),
        ("data/queries/figures.py", "loaders.jobs.build", False),
        ("loaders/jobs/build.py", "components.wording", False),
        ("loaders/reporting/read.py", "components.wording", True),
        ("loaders/briefs.py", "components.brief.content", True),
        ("loaders/commands.py", "components.brief.content", False),
        ("loaders/reporting/read.py", "components.ui.as_of", False),
        ("components/charts/plot.py", "data.records", True),
        ("components/charts/plot.py", "data.queries.figures", False),
        ("components/cards.py", "data.store", False),
        ("components/ui/as_of.py", "data.store", True),
        ("components/ui/as_of.py", "loaders.jobs.build", False),
        ("pages/country.py", "data.database", False),
        ("pages/routes/observations.py", "data.store", True),
        ("pages/routes/observations.py", "components.ui.as_of", False),
        ("pages/frame.py", "pages.service.settings", True),
        ("pages/frame.py", "pages.service.session_limit", False),
        ("app.py", "loaders.jobs.check", False),
        ("app.py", "components.ui.failure", True),
        ("app.py", "data.store", False),
    ],
)
def test_the_rule_itself_tells_right_from_wrong(file: str, module: str, allowed: bool) -> None:
    assert may_import(file, module) is allowed


def test_arrows_go_one_way() -> None:
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in PRODUCT
        for module in imports(path)
        if under(module, *HOUSE) and not may_import(name_of(path), module)
    ]
    assert wrong == []


COUNTRY = "components.country"
COUNTRY_PAGE = {
    "sections": ("parts", "answers"),
    "parts": ("parts", "answers"),
    "answers": (),
    "layout": (),
    "page": ("sections", "parts", "answers"),
}
"""What each module or package of a country's page may import of the others. A section imports no
other section: what two of them share is a part."""


def test_a_country_page_is_made_of_sections_and_these_of_parts() -> None:
    wrong = []
    for path in sorted((ROOT / "components" / "country").rglob("*.py")):
        if path.stem == "__init__":
            continue
        of = path.relative_to(ROOT / "components" / "country").parts[0].removesuffix(".py")
        allowed = tuple(f"{COUNTRY}.{name}" for name in COUNTRY_PAGE[of])
        wrong += [
            f"{name_of(path)} imports {module}"
            for module in imports(path)
            if under(module, COUNTRY) and not under(module, *allowed)
        ]
    assert wrong == []


@cache
def _graph(*roots: str) -> dict[str, set[str]]:
    """Each module of the packages, and which of the others it imports."""
    files = [path for path in PRODUCT if name_of(path).startswith(roots)]
    names = {name_of(p).removesuffix(".py").removesuffix("/__init__").replace("/", "."): p
             for p in files}  # fmt: skip
    return {
        name: {
            target
            for module in imports(path)
            for target in (module, module.rpartition(".")[0])
            if target in names and target != name
        }
        for name, path in names.items()
    }


def circles(graph: dict[str, set[str]]) -> list[str]:
    """Modules left when those that import none of the rest are taken away again and again."""
    left = dict(graph)
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    return sorted(left)


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["a", "b", "c"]


@pytest.mark.parametrize("root", ["data/", "components/", "pages/", "loaders/"])
def test_no_modules_import_each_other_in_a_circle(root: str) -> None:
    assert circles(_graph(root)) == []


PACKAGES = sorted({path.parent.relative_to(ROOT) for path in PRODUCT} - {Path(".")})


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_the_parts_of_a_package_import_each_other_in_no_circle(package: Path) -> None:
    """A folder of modules counts as one part of the package above it."""
    before = ".".join(package.parts) + "."

    def part(module: str) -> str:
        return module.removeprefix(before).split(".")[0] if module.startswith(before) else ""

    parts: dict[str, set[str]] = {}
    for name, needs in _graph(package.parts[0] + "/").items():
        if part(name):
            parts.setdefault(part(name), set()).update(map(part, needs))
    assert circles({one: needs - {one, ""} for one, needs in parts.items()}) == []


LAYERS = tuple(
    tuple(re.findall(r"`(\w+)(?:/|\.py)`", row))
    for row in re.findall(
        r"(?m)^\| (.+?) \|", ARCHITECTURE.partition("## The loaders")[2].partition("\n\n## ")[0]
    )[1:]
)
"""The loaders from the top layer down, as docs/architecture.md draws them: a room imports itself
and the layers below it."""

SHARED = ("shared", "sdmx")
"""Folders of loaders/sources that other publishers' folders may import."""


def test_loaders_import_downwards_only() -> None:
    layer = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
    wrong = []
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        room = path.relative_to(ROOT / "loaders").parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        for module in imports(path):
            _, _, below = module.partition("loaders.")
            other = below.split(".")[0]
            if under(module, "loaders") and other in layer and other != room:
                if layer[other] <= layer[room]:
                    wrong.append(f"{name_of(path)} imports {module}")
    assert wrong == []
    rooms = {p.name for p in (ROOT / "loaders").iterdir() if any(p.glob("*.py"))}
    assert rooms == set(layer) - {"__main__", "questionnaires", "briefs", "commands"}
    assert len(rooms) <= 8


def test_a_publisher_s_folder_imports_no_other_publisher_s() -> None:
    sources = ROOT / "loaders" / "sources"
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in sorted(sources.glob("*/*.py"))
        for module in imports(path)
        if under(module, "loaders.sources")
        and module.split(".")[2] not in {path.parent.name, *SHARED}
    ]
    assert wrong == []


def test_streamlit_stands_only_where_a_person_sees_it() -> None:
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in PRODUCT
        for module in imports(path)
        if under(module, "streamlit") and not may_use_streamlit(name_of(path))
        # The form of its messages, not a widget: what a guard of websockets has to read.
        if not (under(module, "streamlit.proto") and name_of(path).startswith("pages/service/"))
    ]
    assert wrong == []


def test_pages_are_thin() -> None:
    lengths = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in PAGES}
    assert {page: n for page, n in lengths.items() if n > LONGEST_PAGE} == {}


def _bare_texts(path: Path) -> Iterator[str]:
    """Words in a call that shows its first argument (or its `label`) to the reader."""
    for node in nodes_of(path):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr not in SHOWS_TEXT or getattr(node.func.value, "id", "") != "st":
            continue
        # The first argument of a link is the page that it leads to.
        first = [] if node.func.attr == "page_link" else node.args[:1]
        shown = first + [k.value for k in node.keywords if k.arg in {"label", "help"}]
        for argument in shown:
            for part in ast.walk(argument):
                inside_call = isinstance(argument, ast.Call)
                is_text = isinstance(part, ast.Constant) and isinstance(part.value, str)
                if is_text and not inside_call and re.search(r"[^\W\d_]", part.value):
                    yield f"{name_of(path)} line {node.lineno}: {part.value!r}"


def test_no_words_outside_the_wording() -> None:
    shown = [p for p in PRODUCT if may_use_streamlit(name_of(p))]
    assert [text for path in shown for text in _bare_texts(path)] == []


def test_no_words_in_templates() -> None:
    """Text between tags comes from `t()` or from a value; `8.7` on the mark is a number."""
    wrong = []
    for path in sorted((ROOT / "components" / "templates").glob("*.html")):
        bare = re.sub(
            r"(?s)\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<style>.*?</style>", " ", path.read_text()
        )
        bare = re.sub(r"(?s)<[^>]*>|&[a-z]+;", " ", bare)
        if words := re.findall(r"[^\W\d_]{2,}", bare):
            wrong.append(f"{path.name}: {words[:5]}")
    assert wrong == []


def test_loaded_text_is_never_markup() -> None:
    wrong = [
        f"{name_of(path)}: {word}"
        for path in PRODUCT
        for word in ("unsafe_allow_html", "|safe", "| safe", "Markup(")
        if word in path.read_text(encoding="utf-8")
    ]
    wrong += [
        path.name
        for path in (ROOT / "components" / "templates").glob("*.html")
        if re.search(r"autoescape\s+false", path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def _made_sql(path: Path) -> Iterator[str]:
    """Calls that take SQL, given a text that was put together."""
    takers = {"text", "execute", "exec_driver_sql", "executescript", "executemany", "read_sql",
              "literal_column"}  # fmt: skip
    for node in nodes_of(path):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        first = node.args[0]
        formatted = isinstance(first, ast.JoinedStr | ast.BinOp) or (
            isinstance(first, ast.Call) and getattr(first.func, "attr", "") in {"format", "join"}
        )
        if called in takers and formatted:
            yield f"{name_of(path)} line {node.lineno}"


def _sql_in_f_strings(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(p.value) for p in node.values if isinstance(p, ast.Constant))
            if re.search(
                r"\b(SELECT .* FROM|INSERT INTO|DELETE FROM|UPDATE .* SET|PRAGMA)\b", said
            ):
                yield f"{name_of(path)} line {node.lineno}"


def test_sql_is_never_put_together() -> None:
    streamlit_free = [p for p in PRODUCT if not name_of(p).startswith("components/")]
    assert [where for p in streamlit_free for where in _made_sql(p)] == []
    assert [where for p in PRODUCT for where in _sql_in_f_strings(p)] == []


def _caught_blindly(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.ExceptHandler):
            caught = [node.type] if node.type is not None else []
            names = [getattr(n, "id", "") for c in caught for n in ast.walk(c)]
            if not caught or {"Exception", "BaseException"} & set(names):
                yield f"{name_of(path)} line {node.lineno}"


def test_nothing_is_caught_blindly() -> None:
    assert [where for path in [*PRODUCT, *AROUND] for where in _caught_blindly(path)] == []


def _waits_for_bare_text(path: Path) -> Iterator[str]:
    """Waits of a browser test for a text of script that is no function.

    A page's own rules let such a text be read once, when the test asks; asked again, because it
    was not yet true, it is refused. A function is read once and called again.
    """
    for node in nodes_of(path):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "wait_for_function"
            and (said := [p.value for p in ast.walk(node.args[0]) if isinstance(p, ast.Constant)])
            and "=>" not in "".join(map(str, said))
        ):
            yield f"{name_of(path)} line {node.lineno}"


def test_a_browser_test_waits_for_a_function() -> None:
    assert [where for path in AROUND for where in _waits_for_bare_text(path)] == []


def test_names_explain_themselves() -> None:
    wrong = [
        name_of(path)
        for path in [*PRODUCT, *AROUND]
        if SAYS_NOTHING
        & {part for p in path.relative_to(ROOT).parts for part in Path(p).stem.split("_")}
    ]
    assert wrong == []


def test_every_module_says_what_is_in_it() -> None:
    assert [name_of(p) for p in PRODUCT if not ast.get_docstring(tree_of(p))] == []


def test_no_page_is_bare() -> None:
    """A page asks for its visit first, so that language, links and theme hold everywhere."""
    missing = [p.name for p in PAGES if "visit()" not in p.read_text(encoding="utf-8")]
    assert missing == []
