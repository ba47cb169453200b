"""An nginx of the tests' own, on loopback, with the site file that we ship.

Only what an operator fills in is replaced: the files in `own/`, and the folders of the machine.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import trustme

from tests.postgres import USERS

ROOT: Final = Path(__file__).resolve().parents[2]
SHIPPED: Final = ROOT / "deploy" / "nginx"
MODULES: Final = Path("/usr/lib/nginx/modules")
NAME: Final = "localhost"
START_SECONDS: Final = 20


def program() -> str | None:
    """Where nginx is; Debian keeps it off the path of ordinary users."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its folder, its two ports, and how to trust it."""

    folder: Path
    port: int
    plain_port: int
    trust: ssl.SSLContext

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"https://{NAME}:{self.port}"

    def log(self) -> dict[str, dict[str, Any]]:
        """What was logged so far, by the request's number."""
        text = (self.folder / "log" / "target87.log").read_text("utf-8")
        whole = text[: text.rfind("\n") + 1]
        return {line["request"]: line for line in map(json.loads, whole.splitlines())}

    def errors(self) -> str:
        """What nginx had to say."""
        return (self.folder / "log" / "error.log").read_text("utf-8")


def _shipped_to(folder: Path, port: int, plain_port: int, processes: Sequence[int]) -> None:
    """The shipped files with the folders and ports of the test."""
    here = {
        "/etc/nginx/target87/": f"{folder}/target87/",
        "/var/cache/target87": f"{folder}/cache",
        "/var/log/nginx/": f"{folder}/log/",
    }
    shutil.copytree(SHIPPED / "target87", folder / "target87")
    for path in [*(folder / "target87").rglob("*.conf"), SHIPPED / "target87.conf"]:
        text = path.read_text("utf-8")
        for there, instead in here.items():
            text = text.replace(there, instead)
        (folder / "target87.conf" if path.parent == SHIPPED else path).write_text(text, "utf-8")
    own = folder / "target87" / "own"
    certificate = (
        f"ssl_certificate {folder}/chain.pem;\nssl_certificate_key {folder}/key.pem;\n"
        f"server_name {NAME};\n"
    )
    listen = f"listen 127.0.0.1:{port} ssl http2"
    (own / "address.conf").write_text(f"{listen};\n{certificate}", "utf-8")
    (own / "address_unknown.conf").write_text(
        f"{listen} default_server;\nserver_name _;\n", "utf-8"
    )
    (own / "address_http.conf").write_text(
        f"listen 127.0.0.1:{plain_port};\nserver_name {NAME};\n"
        f'set $target87_https_port ":{port}";\n',
        "utf-8",
    )
    shipped_line = (SHIPPED / "target87" / "own" / "processes.conf").read_text("utf-8")
    settings = shipped_line.partition("127.0.0.1:8501")[2].partition(";")[0]
    servers = [f"server 127.0.0.1:{number}{settings};\n" for number in processes]
    (own / "processes.conf").write_text("".join(servers), "utf-8")
    if (MODULES / "ngx_http_brotli_filter_module.so").exists():
        shutil.copy(SHIPPED / "brotli.conf", own / "optional")


def _frame(folder: Path) -> str:
    """The outermost file, which Debian brings on a real machine."""
    places = "\n".join(
        f"    {kind}_temp_path {folder}/temp/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    modules = "".join(
        f"load_module {MODULES}/{path.name};\n"
        for path in [MODULES / "ngx_http_brotli_filter_module.so"]
        if path.exists()
    )
    return f"""{modules}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/log/error.log warn;
worker_processes 2;
worker_shutdown_timeout 2s;
events {{ worker_connections 500; }}
http {{
{places}
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    include {folder}/target87.conf;
}}
"""


def _certificate(folder: Path) -> ssl.SSLContext:
    authority = trustme.CA()
    issued = authority.issue_cert(NAME)
    issued.private_key_pem.write_to_path(folder / "key.pem")
    for number, blob in enumerate(issued.cert_chain_pems):
        blob.write_to_path(folder / "chain.pem", append=number > 0)
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    return trust


def as_other(folder: Path, *users: str) -> tuple[str, ...]:
    """What to put before a command so that it does not run as root, who gives the folder away.

    Without names: as the tests' PostgreSQL does.
    """
    if os.geteuid() != 0:
        return ()
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = next(name for name in users or USERS if name in known)
    for path in [folder, *folder.rglob("*")]:
        shutil.chown(path, user)
    return ("runuser", "-u", user, "--")


def _wait(process: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while not (folder / "nginx.pid").exists():
        said = (folder / "said").read_text("utf-8")
        assert process.poll() is None and time.monotonic() < end, f"nginx did not start: {said}"
        time.sleep(0.05)


@contextmanager
def proxy(port: int, plain_port: int, processes: Sequence[int]) -> Iterator[Proxy]:
    """A running nginx before these ports, thrown away afterwards. AssertionError without one."""
    found = program()
    assert found is not None, (
        "nginx is missing, so the deployment cannot be tested. "
        "Install it with: make programs (or: sudo apt-get install nginx)"
    )
    folder = Path(tempfile.mkdtemp(prefix="target87-nginx-"))
    try:
        for name in ("log", "temp"):
            (folder / name).mkdir()
        trust = _certificate(folder)
        _shipped_to(folder, port, plain_port, processes)
        (folder / "nginx.conf").write_text(_frame(folder), "utf-8")
        said = folder / "said"
        with said.open("wb") as out:
            command = [
                *as_other(folder, "www-data", "nobody"),
                found,
                "-c",
                str(folder / "nginx.conf"),
            ]
            process = subprocess.Popen(
                [*command, "-e", str(said)], stdout=out, stderr=subprocess.STDOUT, cwd="/"
            )
        try:
            _wait(process, folder)
            yield Proxy(folder, port, plain_port, trust)
        finally:
            process.terminate()
            process.wait(timeout=10)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
