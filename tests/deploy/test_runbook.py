"""The runbook names only what exists: commands, options, files, variables, units, services."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typer.main
import yaml
from dotenv import dotenv_values

from loaders.__main__ import app

ROOT: Final = Path(__file__).resolve().parents[2]
DEPLOY: Final = ROOT / "deploy"
TEXT: Final = (ROOT / "docs" / "operate.md").read_text("utf-8")
BLOCKS: Final = re.findall(r"(?ms)^ *```sh\n(.*?)^ *```", TEXT)
OUTSIDE: Final = re.sub(r"(?ms)^ *```.*?^ *```", "", TEXT)
INLINE: Final = re.findall(r"`([^`\n]+)`", OUTSIDE)
LINES: Final = [line.strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
CODE: Final = LINES + INLINE
LOADERS: Final = typer.main.get_command(app).commands  # type: ignore[attr-defined]
COMPOSE: Final = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
INSTALLED: Final = {
    "/etc/nginx/conf.d/target87.conf": DEPLOY / "nginx" / "target87.conf",
    "/etc/nginx/target87/": DEPLOY / "nginx" / "target87",
    "/usr/local/sbin/target87-run": DEPLOY / "target87-run",
    "/etc/systemd/system/": DEPLOY / "systemd",
}
"""Where an installation puts what we ship."""
PROGRAMS: Final = {
    "sudo", "apt-get", "useradd", "install", "python3", "ln", "systemctl", "nginx", "cp", "rm",
    "chmod", "runuser", "docker", "cd", "ls", "sha256sum", "export", "curl", "target87-run",
    ".venv/bin/python", "python",
}  # fmt: skip


def loader_calls(lines: list[str]) -> Iterator[list[str]]:
    """The words after `python -m loaders`, in each of the ways to run it."""
    ways = r"(?:python -m loaders|(?<![\w/])target87-run|run --rm loader) +([^&|;`]*)"
    for line in lines:
        for words in re.findall(ways, line):
            yield shlex.split(words)


def test_there_is_something_to_test() -> None:
    assert len(BLOCKS) > 10 and len(INLINE) > 50
    assert len(list(loader_calls(CODE))) > 10


def test_every_command_of_the_loaders_exists() -> None:
    wrong = []
    for name, *words in loader_calls(CODE):
        if name in ("COMMAND…", "…"):
            continue
        command = LOADERS.get(name)
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        known = {o for p in command.params for o in p.opts} if command else set()
        wrong += [name] if command is None else []
        wrong += [f"{name} {w}" for w in words if w.startswith("--") and w not in known]
    assert wrong == []


def test_the_search_for_commands_would_find_a_wrong_one() -> None:
    assert [*loader_calls(["target87-run vanish --now"])] == [["vanish", "--now"]]
    assert "vanish" not in LOADERS


def test_every_command_of_the_blocks_is_known() -> None:
    first = {re.sub(r"^sudo ", "", line).split()[0] for line in LINES}
    assert {word for word in first if "=" not in word} - PROGRAMS == set()


def _files() -> Iterator[str]:
    for code in CODE:
        yield from re.findall(
            r"(?<![\w/.])((?:deploy|docs|tests)/[\w./@-]+|[A-Z]+\.md|requirements\.txt)", code
        )


def test_every_file_of_the_project_exists() -> None:
    found = {name.rstrip("./") for name in _files()} - {"deploy/.env"}
    assert len(found) > 8
    assert {name for name in found if not (ROOT / name).exists()} == set()


def test_every_installed_file_is_one_of_ours_or_is_made_by_the_page() -> None:
    paths = {p for code in CODE for p in re.findall(r"(?<![\w.])/(?:etc|usr)/[\w./@-]+", code)}
    ours = {p for p in paths if "target87" in p and not p.startswith("/etc/target87")}
    for path in ours:
        place = next((p for p in INSTALLED if path.startswith(p.rstrip("/"))), None)
        assert place is not None, path
        rest = path.removeprefix(place.rstrip("/")).strip("/")
        assert (INSTALLED[place] / rest if rest else INSTALLED[place]).exists(), path
    made = {p for p in paths if p.startswith("/etc/target87/")} - {"/etc/target87/alarm"}
    units = "".join(p.read_text("utf-8") for p in (DEPLOY / "systemd").iterdir())
    assert {p for p in made if p not in units} == set()
    assert {p for p in made if f" {p}" not in " ".join(LINES)} == set()


def test_every_variable_is_one_of_the_example() -> None:
    named = set(re.findall(r"TARGET87_[A-Z0-9_]+", TEXT))
    of_tests = {"TARGET87_STRICT_WORDING"}
    assert named - of_tests - set(dotenv_values(DEPLOY / ".env.example")) == set()


def units() -> Iterator[str]:
    """Every unit that the page starts, asks after or names."""
    for code in CODE:
        if re.match(r"(sudo )?systemctl|journalctl", code):
            yield from re.findall(r"(?<![\w/'-])target87[\w@.-]*", code)
        yield from re.findall(r"target87[\w@-]*\.(?:service|timer|target)\b", code)


def test_every_unit_exists() -> None:
    shipped = {path.name for path in (DEPLOY / "systemd").iterdir()}
    named = {re.sub(r"@\d", "@", unit) for unit in units()}
    assert len(named) >= 6
    assert {u for u in named if not {u, f"{u}.service"} & shipped} == set()


def test_every_unit_is_told_of() -> None:
    for path in (DEPLOY / "systemd").iterdir():
        assert path.name in TEXT or path.name.removesuffix(".service").rstrip("@") in TEXT


def test_every_service_of_the_compose_file_exists() -> None:
    called = re.findall(r"compose\.yaml (?:restart|exec|logs) ([\w-]+)", TEXT)
    assert called and set(called) <= set(COMPOSE["services"])


def test_every_target_of_make_exists() -> None:
    targets = re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"))
    assert {t for code in CODE for t in re.findall(r"^make ([a-z-]+)", code)} <= set(targets)


def test_every_chapter_that_is_named_is_there() -> None:
    for chapter in re.findall(r"(?:in |\s)\*([A-Z][\w ]+)\*(?= below|\))", TEXT):
        assert re.search(rf"(?m)^#+ {re.escape(chapter)}$", TEXT), chapter


@pytest.mark.parametrize(
    "chapter",
    ["What runs where", "Install", "Update", "Roll back", "Back up", "Restore, and the drill",
     "Alarms", "More readers", "The hour"],
)  # fmt: skip
def test_the_page_has_its_chapters(chapter: str) -> None:
    assert f"\n## {chapter}\n" in TEXT
