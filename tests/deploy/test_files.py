"""What we ship for whoever runs the service fits together, and holds no secret."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
import yaml
from dockerfile_parse import DockerfileParser
from dotenv import dotenv_values
from sqlalchemy import text

from data.database import LOADER_URL_VARIABLE, URL_VARIABLE, read_engine, sqlite_path
from pages.service.__main__ import GRACE_SECONDS, KEEP_ALIVE_SECONDS
from pages.service.settings import PREFIX, Settings
from tests.deploy.nginx import SHIPPED, as_other
from tests.deploy.processes import STOP_SECONDS, UNIT, command
from tests.postgres import Cluster, cluster, free_port, run

ROOT: Final = Path(__file__).resolve().parents[2]
DEPLOY: Final = ROOT / "deploy"
UNITS: Final = sorted((DEPLOY / "systemd").iterdir())
SCRIPTS: Final = sorted([*DEPLOY.rglob("*.sh"), DEPLOY / "target87-run"])
COMPOSE: Final = DEPLOY / "compose.yaml"
EXAMPLE: Final = dotenv_values(DEPLOY / ".env.example")
NEEDS: Final = re.compile(r"\$\{(\w+)")
HARDENED: Final = {
    "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
    "CapabilityBoundingSet=", "SystemCallFilter=@system-service", "RestrictSUIDSGID=yes",
    "User=target87",
}  # fmt: skip


def compose() -> dict[str, Any]:
    """The compose file as it is read."""
    read = yaml.safe_load(COMPOSE.read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def of_settings() -> set[str]:
    """The variables that the product reads."""
    fields = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    return fields | {URL_VARIABLE, LOADER_URL_VARIABLE}


# ---- Variables and secrets --------------------------------------------------------------------


def test_the_example_names_every_variable_and_no_other() -> None:
    wanted = of_settings() | set(NEEDS.findall(COMPOSE.read_text("utf-8")))
    assert set(EXAMPLE) == wanted


def test_the_example_gives_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    default = Settings()
    for name, value in EXAMPLE.items():
        monkeypatch.setenv(name, value or "")
    assert Settings() == default
    path = sqlite_path(EXAMPLE[URL_VARIABLE] or "")
    assert path == Path("/var/lib/target87/target87.sqlite")


def secrets_of(text: str) -> list[str]:
    """Lines that give a password a value; a variable in its place is none."""
    found = re.finditer(r"(?im)^.*?(?:password|secret)\w*[ \t]*[:=][ \t]*(.*)$", text)
    return [m[0].strip() for m in found if not re.match(r"$|[\"']*\$|''|\"\"|'\w+'", m[1])]


def test_no_secret_is_in_the_project() -> None:
    assert {n: v for n, v in EXAMPLE.items() if "PASSWORD" in n and v} == {}
    files = [path for path in DEPLOY.rglob("*") if path.is_file()]
    # psql puts the value in where a script says :'name'.
    assert {p.name: s for p in files if (s := secrets_of(p.read_text("utf-8")))} == {}
    assert [p.name for p in files if p.suffix in {".pem", ".pgpass"} or p.name == ".env"] == []


@pytest.mark.parametrize("line", ["PGPASSWORD: hunter2", "password=x", 'A_SECRET = "y"'])
def test_the_search_for_secrets_would_find_one(line: str) -> None:
    assert secrets_of(line) == [line]


# ---- Containers -------------------------------------------------------------------------------


def test_the_compose_file_names_only_what_exists() -> None:
    read = compose()
    wrong = []
    for name, service in read["services"].items():
        for volume in service.get("volumes", []):
            source = volume.rpartition(":/")[0] if volume.endswith(":ro") else volume
            source = source.partition(":/")[0]
            if source.startswith("."):
                wrong += [] if (DEPLOY / source).exists() else [f"{name}: {source}"]
            elif not source.startswith("$"):
                wrong += [] if source in read["volumes"] else [f"{name}: volume {source}"]
        wrong += [f"{name}: network {n}" for n in service["networks"] if n not in read["networks"]]
        after = service.get("depends_on", [])
        wrong += [f"{name}: after {n}" for n in after if n not in read["services"]]
        if "build" in service:
            context = (DEPLOY / service["build"]["context"]).resolve()
            assert context == ROOT and (context / service["build"]["dockerfile"]).is_file()
    assert wrong == []


def test_nobody_but_the_proxy_can_be_reached() -> None:
    services = compose()["services"]
    assert [name for name, service in services.items() if service.get("ports")] == ["nginx"]
    inner = {name for name, made in compose()["networks"].items() if made.get("internal")}
    assert {n for s in services.values() for n in s["networks"]} - inner == {"outside"}
    assert [n for n, s in services.items() if "outside" in s["networks"]] == ["nginx"]
    for name in ("process-1", "process-2", "loader"):
        assert services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"]


def test_the_proxy_knows_the_processes_of_the_compose_file() -> None:
    text = (DEPLOY / "compose" / "processes.conf").read_text("utf-8")
    named = re.findall(r"server ([\w-]+):8501", text)
    assert named == [n for n in compose()["services"] if n.startswith("process-")]


def test_the_image_is_small_and_nobodys_root() -> None:
    file = DEPLOY / "Containerfile"
    parser = DockerfileParser(fileobj=io.BytesIO(file.read_bytes()))
    steps = [(step["instruction"], step["value"]) for step in parser.structure]
    assert {kind for kind, _ in steps} <= {
        "ARG", "FROM", "ENV", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "STOPSIGNAL",
        "HEALTHCHECK", "CMD", "COMMENT",
    }  # fmt: skip
    assert ("USER", "10087:10087") in steps
    assert steps[-1][0] == "CMD"
    version = re.search(r"ARG PYTHON=(3\.11\.\d+)-slim-\w+", file.read_text("utf-8"))
    assert version is not None, "the version of Python is not pinned"
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in ignored
    asked = [line[1:] for line in ignored if line.startswith("!")]
    assert [name for name in asked if not (ROOT / name).exists()] == []
    assert {"app.py", "requirements.txt", ".streamlit"} <= set(asked)
    assert not {".git", ".venv", "build", "tests"} & set(asked)


def test_the_image_starts_what_the_unit_starts() -> None:
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    listed = yaml.safe_load(re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)[-1])
    differs = {"--host", "--port", "--proxy"}

    def same(words: list[str]) -> list[str]:
        return [w for i, w in enumerate(words) if not {w, words[i - 1]} & differs]

    assert same(listed[1:]) == same(command(8501)[1:])


# ---- Units ------------------------------------------------------------------------------------


def test_systemd_takes_the_units() -> None:
    program = shutil.which("systemd-analyze")
    assert program is not None, "systemd-analyze is missing: apt-get install systemd"
    done = subprocess.run(
        [program, "verify", "--man=no", *map(str, UNITS)], capture_output=True, text=True,
        check=False, env=os.environ | {"SYSTEMD_LOG_LEVEL": "warning"},
    )  # fmt: skip
    # What the units start stands where they will be installed, not here.
    said = [line for line in done.stderr.splitlines() if "is not executable" not in line]
    assert said == []
    assert len(UNITS) >= 7


def _said(unit: Path) -> list[str]:
    return unit.read_text("utf-8").splitlines()


def test_units_may_do_little() -> None:
    services = [u for u in UNITS if u.suffix == ".service" and "alarm" not in u.name]
    missing = {unit.name: sorted(HARDENED - set(_said(unit))) for unit in services}
    assert missing == {unit.name: [] for unit in services}


def test_units_that_fail_raise_the_alarm() -> None:
    services = [u for u in UNITS if u.suffix == ".service" and "alarm" not in u.name]
    assert all("OnFailure=target87-alarm@%n.service" in _said(unit) for unit in services)


def test_a_unit_waits_for_its_downloads_before_it_is_killed() -> None:
    allowed = int(re.search(r"(?m)^TimeoutStopSec=(\d+)", UNIT.read_text("utf-8"))[1])  # type: ignore[index]
    assert GRACE_SECONDS < allowed == STOP_SECONDS


def test_a_process_outlives_the_proxys_connections() -> None:
    """Else nginx would send a request on a connection that is just being closed."""
    theirs = re.findall(r"keepalive_timeout (\d+)s;\s+#|keepalive_timeout (\d+)s;",
                        (SHIPPED / "target87.conf").read_text("utf-8"))  # fmt: skip
    assert max(int(one or other) for one, other in theirs) < KEEP_ALIVE_SECONDS


def test_the_proxy_waits_longer_than_a_ping() -> None:
    text = (SHIPPED / "target87.conf").read_text("utf-8")
    stream = text[text.index("location = /_stcore/stream") :]
    waits = re.search(r"proxy_read_timeout (\d+)s", stream)
    assert waits is not None and int(waits[1]) > 3 * 20


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_can_be_read_and_run(script: Path) -> None:
    shell = script.read_text("utf-8").splitlines()[0].removeprefix("#!")
    assert os.access(script, os.X_OK)
    assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0


# ---- Backup -----------------------------------------------------------------------------------


def _small(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE build (key TEXT, value TEXT); INSERT INTO build VALUES ('inputs', 'x');"
        )


def _backup(url: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(DEPLOY / "backup.sh"), *map(str, words)], capture_output=True, text=True, check=False,
        env=os.environ | {URL_VARIABLE: url, LOADER_URL_VARIABLE: ""},
    )  # fmt: skip


def test_backups_are_dated_checked_and_the_newest_stay(tmp_path: Path) -> None:
    _small(tmp_path / "store.sqlite")
    url, folder = f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "copies"
    folder.mkdir()
    for day in ("01", "02"):
        (folder / f"target87-2026-01-{day}T013000Z.backup").write_text("old", "utf-8")
    assert _backup("", "--newest-within", "26", folder).returncode == 0
    done = _backup(url, folder, "2")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in folder.iterdir())
    new = f"target87-{time.strftime('%Y', time.gmtime())}"
    assert names[0] == "target87-2026-01-02T013000Z.backup"
    assert len(names) == 3 and names[1].startswith(new) and names[2] == f"{names[1]}.sha256"
    summed = ["sha256sum", "--check", "--quiet", names[2]]
    assert subprocess.run(summed, cwd=folder, check=False).returncode == 0


def test_packages_to_cite_are_copied_once_and_never_taken_away(tmp_path: Path) -> None:
    _small(tmp_path / "store.sqlite")
    url, folder = f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "copies"
    kept = tmp_path / "citations" / "ab"
    folder.mkdir()
    kept.mkdir(parents=True)
    (kept / "abc.zip").write_text("package", "utf-8")
    assert _backup(url, folder, "1").returncode == 0
    (kept / "abc.zip").unlink()
    (kept / "abd.zip").write_text("another", "utf-8")
    done = _backup(url, folder, "1")
    assert done.returncode == 0, done.stderr
    copied = {path.name: path.read_text("utf-8") for path in (folder / "citations").rglob("*.zip")}
    assert copied == {"abc.zip": "package", "abd.zip": "another"}


def test_a_backup_that_fails_says_so_and_keeps_the_old(tmp_path: Path) -> None:
    old = tmp_path / "target87-2026-01-01T013000Z.backup"
    old.write_text("old", "utf-8")
    done = _backup(f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path, "1")
    assert done.returncode != 0
    assert "no copy was made; the older ones are untouched" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert _backup("", tmp_path / "nowhere", "1").returncode != 0
    assert _backup("", tmp_path, "0").returncode != 0


def test_a_missing_backup_is_noticed(tmp_path: Path) -> None:
    old = tmp_path / "target87-2026-01-01T013000Z.backup"
    old.write_text("old", "utf-8")
    os.utime(old, (time.time() - 27 * 3600,) * 2)
    done = _backup("", "--newest-within", "26", tmp_path)
    assert done.returncode != 0 and "no backup of the last 26 hours" in done.stderr


# ---- PostgreSQL -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def primary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A server of its own, since roles are a whole server's, on which the script has run."""
    with cluster() as own:
        yield _prepared(own, tmp_path_factory.mktemp("primary"))


def _prepared(postgres: Cluster, folder: Path) -> Cluster:
    """The server, after the script of the compose file."""
    (folder / "pg_hba.conf").write_text("", "utf-8")
    passwords = {f"TARGET87_{who}_PASSWORD": f"it's {who}" for who in
                 ("LOADER", "READER", "REPLICATOR")}  # fmt: skip
    where = {"PGHOST": "127.0.0.1", "PGPORT": str(postgres.port), "PGDATA": str(folder)}
    done = subprocess.run(
        [str(DEPLOY / "compose" / "primary.sh")], capture_output=True, text=True, check=False,
        env=os.environ | where | passwords | {"POSTGRES_USER": "target87"}
        | {"PATH": f"{postgres.programs}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "replication target87_replicator" in (folder / "pg_hba.conf").read_text("utf-8")
    return postgres


def test_a_reader_of_the_compose_file_cannot_write(primary: Cluster) -> None:
    known = f"host=127.0.0.1 port={primary.port} dbname=target87"
    with psycopg.connect(f"{known} user=target87_loader", autocommit=True) as loader:
        loader.execute("CREATE TABLE held (n int)")
        loader.execute("INSERT INTO held VALUES (87)")
    with psycopg.connect(f"{known} user=target87_reader", autocommit=True) as reader:
        assert reader.execute("SELECT n FROM held").fetchone() == (87,)
        reader.execute("SET default_transaction_read_only = off")
        for statement in ("INSERT INTO held VALUES (1)", "DROP TABLE held", "CREATE TABLE x ()"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                reader.execute(statement)


def _urls() -> list[str]:
    """Every address of a replica with its primary that the files give."""
    files = [COMPOSE, DEPLOY / ".env.example", ROOT / "docs" / "operate.md"]
    pattern = re.compile(r"postgresql\+psycopg://target87_reader@/[^\s`]+")
    return [url for path in files for url in pattern.findall(path.read_text("utf-8"))]


def _recovering(address: str) -> bool:
    """Whether the server that answers is a replica."""
    engine = read_engine(address)
    try:
        with engine.connect() as connection:
            assert connection.execute(text("SELECT current_user")).scalar() == "target87_reader"
            return bool(connection.execute(text("SELECT pg_is_in_recovery()")).scalar())
    finally:
        engine.dispose()


@contextmanager
def _replica(primary: Cluster) -> Iterator[int]:
    """The port of a replica that the script of the compose file made."""
    folder, port = Path(tempfile.mkdtemp(prefix="target87-replica-")), free_port()
    data = folder / "data"
    data.mkdir()
    (data / "left_behind").touch()
    script = shutil.copy(DEPLOY / "compose" / "replica.sh", folder)
    where = {"TARGET87_PRIMARY": "127.0.0.1", "TARGET87_PRIMARY_PORT": str(primary.port)}
    named = where | {"PGDATA": str(data), "PGPASSWORD": "none"}
    other = {"PATH": f"{primary.programs}:{os.environ['PATH']}"}
    started = subprocess.Popen(
        [*as_other(folder), script, "-c", f"port={port}",
         "-c", f"unix_socket_directories={folder}"],
        env=os.environ | named | other, cwd="/", stdout=subprocess.DEVNULL,
        stderr=(log := (folder / "log").open("wb")),
    )  # fmt: skip
    try:
        ready = [str(primary.programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        end = time.monotonic() + 60
        while subprocess.run(ready, check=False).returncode:
            said = (folder / "log").read_text("utf-8")
            assert started.poll() is None and time.monotonic() < end, said
            time.sleep(0.1)
        yield port
    finally:
        run(primary.programs / "pg_ctl", "stop", "-D", data, "-m", "fast", "-w")
        started.wait(timeout=20)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def test_the_pages_read_the_replica_and_go_to_the_primary_when_it_is_gone(primary: Cluster) -> None:
    assert len(urls := _urls()) >= 3 and len(set(urls)) == 1
    address = urls[0].replace("primary:5432", f"127.0.0.1:{primary.port}")
    with _replica(primary) as port:
        both = address.replace("replica:5432", f"127.0.0.1:{port}")
        assert _recovering(both)
    assert not _recovering(both)


def test_the_scripts_of_the_unit_exist() -> None:
    """Every file of the project that a unit starts."""
    prefix = "/opt/target87/current/"
    started = [
        word.removeprefix(prefix)
        for unit in UNITS
        for line in _said(unit)
        if line.startswith("ExecStart=")
        for word in shlex.split(line.removeprefix("ExecStart="))[:1]
        if word.startswith(prefix)
    ]
    assert set(started) == {".venv/bin/python", "deploy/backup.sh"}
