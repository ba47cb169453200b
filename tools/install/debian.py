"""Programs that the tests start, had from Debian where that is allowed; says what it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def worked(*command: str) -> bool:
    """Whether a command could be run and went well."""
    say(f"running: {' '.join(command)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, check=False).returncode == 0
    except OSError as error:
        say(f"that could not be run: {error}")
        return False


@dataclass(frozen=True)
class Program:
    """What some tests need, how it is found, and how it is had.

    `around` is entered while Debian's packages are installed; `otherwise` is tried after them.
    """

    name: str
    found: Callable[[], object]
    packages: tuple[str, ...]
    around: Callable[[], AbstractContextManager[None]] = nullcontext
    otherwise: Callable[[], bool] = lambda: False

    @property
    def remedy(self) -> str:
        """What to do where it is missing and cannot be installed from here."""
        return f"sudo apt-get install {' '.join(self.packages)}"


def _install(missing: Sequence[Program]) -> None:
    """All packages by one run of apt-get; not tried without the right to."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    packages = [package for program in missing for package in program.packages]
    options = ("--yes", "--no-install-recommends", "--quiet")
    with ExitStack() as around:
        for program in missing:
            around.enter_context(program.around())
        worked("apt-get", "update", "--quiet")
        worked("apt-get", "install", *options, *packages)


def have(programs: Sequence[Program]) -> int:
    """Install what is missing; the number of programs that are missing in the end."""
    if missing := [program for program in programs if not program.found()]:
        _install(missing)
    lacking = 0
    for program in programs:
        if there := program.found() or (program.otherwise() and program.found()):
            say(f"{program.name}: using {there}")
            continue
        lacking += 1
        say(f"{program.name}: the tests need it and it could not be had; {program.remedy}")
    return lacking
