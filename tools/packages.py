"""`python -m tools.packages requirements`: install the packages of a file, by its lock.

`--lock` writes the locks anew: every package that is needed, at its version, with the hashes of the
files that may be installed, and no address of where they come from. They are those of the platform
on which the lock was made; on another one, packages come by the pinned versions alone, and that is
said.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ("requirements", "tests/requirements")
HEAD = "# Every package with its hashes; made by `make lock` from {name}.txt. Not edited by hand.\n"
PIP = (sys.executable, "-m", "pip")
INSTALL = ("install", "--quiet", "--no-compile")
MOST_AT_ONCE = 4


def _pip(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run((*PIP, *words), cwd=ROOT, capture_output=True, text=True, check=False)


def _compile() -> None:
    """Compile what was installed on all processors at once: pip would do it on one."""
    packages = sysconfig.get_path("purelib")
    # Some packages carry files that are not of this Python; they are never imported.
    subprocess.run((sys.executable, "-m", "compileall", "-qq", "-j", "0", packages), check=False)


def _by_lock(name: str) -> subprocess.CompletedProcess[str]:
    """What the first pip said that failed, else what one of them said.

    A lock names every package, so none has to be looked for, and each may be installed beside the
    others: pip works on one processor, mostly at unpacking.
    """
    lines = (ROOT / f"{name}.lock").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    shares = min(os.cpu_count() or 1, MOST_AT_ONCE)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(shares) as pool:

        def install_share(number: int) -> subprocess.CompletedProcess[str]:
            share = Path(folder) / f"{number}.lock"
            share.write_text("\n".join(named[number::shares]) + "\n", encoding="utf-8")
            return _pip(*INSTALL, "--no-deps", "--require-hashes", "--requirement", str(share))

        done = list(pool.map(install_share, range(shares)))
    return max(done, key=lambda one: one.returncode != 0)


def install(name: str) -> int:
    """pip's exit code, after an attempt by the lock and, if need be, one by the versions."""
    if name in LOCKED:
        done = _by_lock(name)
        if not done.returncode:
            done = _pip("check")
        if not done.returncode:
            _compile()
            return 0
        told = (done.stderr + done.stdout).strip().splitlines()
        reason = (told or ["no reason given"])[-1]
        sys.stdout.write(f"not by {name}.lock ({reason}); by the versions of {name}.txt\n")
    done = _pip(*INSTALL, "--requirement", f"{name}.txt")
    sys.stderr.write(done.stderr)
    if not done.returncode:
        _compile()
    return done.returncode


def locked(report: str) -> list[str]:
    """The lines of a lock, from pip's report of what it would install. Raises KeyError."""
    lines = []
    for package in json.loads(report)["install"]:
        about = package["metadata"]
        name = re.sub(r"[-_.]+", "-", about["name"]).lower()
        digest = package["download_info"]["archive_info"]["hashes"]["sha256"]
        lines.append(f"{name}=={about['version']} --hash=sha256:{digest}")
    return sorted(lines)


def lock(name: str) -> int:
    """Write the lock of a file of packages; pip's exit code."""
    words = ("install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-")
    done = _pip(*words, "--requirement", f"{name}.txt")
    if done.returncode:
        sys.stderr.write(done.stderr)
        return done.returncode
    text = HEAD.format(name=name) + "\n".join(locked(done.stdout)) + "\n"
    (ROOT / f"{name}.lock").write_text(text, encoding="utf-8")
    return 0


def main(words: list[str]) -> int:
    """0 when all went well."""
    if words == ["--lock"]:
        return max(map(lock, LOCKED))
    return max(map(install, words))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
