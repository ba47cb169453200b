"""Programs that the tests start, had from Debian where that is allowed; says what it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Installer:
    """Speaks and installs for one kind of tests: `Installer("nginx tests")`."""

    subject: str

    def say(self, sentence: str) -> None:
        """Tell the person at the terminal what happens."""
        sys.stdout.write(f"{self.subject}: {sentence}\n")
        sys.stdout.flush()

    def worked(self, *command: str) -> bool:
        """Whether a command could be run and went well."""
        self.say(f"running: {' '.join(command)}")
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        try:
            return subprocess.run(command, env=environment, check=False).returncode == 0
        except OSError as error:
            self.say(f"that could not be run: {error}")
            return False

    def by_apt(self, *packages: str) -> bool:
        """Whether Debian's packages could be installed; not tried without the right to."""
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            return False
        self.worked("apt-get", "update", "--quiet")
        options = ("--yes", "--no-install-recommends", "--quiet")
        return self.worked("apt-get", "install", *options, *packages)

    def have(self, found: Callable[[], object], get: Callable[[], bool], how: str) -> int:
        """0 when what is looked for by `found` is there in the end, if need be by `get`; `how` is
        what to do when it is not."""
        if there := found():
            self.say(f"using {there}")
            return 0
        if get() and (there := found()):
            self.say(f"installed {there}")
            return 0
        self.say(how)
        return 1
