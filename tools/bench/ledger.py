"""What the ledger costs, how fast it is checked and proved."""

import contextlib
import csv
import dataclasses
import datetime
import hashlib
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import time
import uuid

from bench.floor_postgres import psql
from lib.processes import ROOT, ToolError
from lib.server import binary, settings

# An entry waits for its place as long as this has no end.
WAITING = "SELECT count(*) FROM ledger_entries WHERE position IS NULL"
COLUMNS = "id, at, module, kind, subject_kind, subject_id, digest, body"
FIRST_MOMENT_MS = 1_700_000_000_000


@contextlib.contextmanager
def thrown_away_on_postgresql(url):
    """The same acts without a ledger: the database throws its entries away. What forms them still runs."""
    psql(url, "CREATE RULE bench_without_ledger AS ON INSERT TO ledger_entries DO INSTEAD NOTHING")
    try:
        yield
    finally:
        psql(url, "DROP RULE bench_without_ledger ON ledger_entries")


@contextlib.contextmanager
def thrown_away_on_sqlite(path):
    """As on PostgreSQL."""
    trigger = "CREATE TRIGGER bench_without_ledger BEFORE INSERT ON ledger_entries BEGIN SELECT RAISE(IGNORE); END"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(trigger)
    try:
        yield
    finally:
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TRIGGER bench_without_ledger")


def canonical(value):
    """Canonical JSON of ASCII keys and texts."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def made_entry(number, subject):
    """An entry of the system itself: the body has the form and about the length of real ones. Ids follow one another."""
    at_ms = FIRST_MOMENT_MS + number // 4096
    high = (at_ms << 16) | 0x7000 | number % 4096
    low = 0x8 << 60 | random.getrandbits(60)
    entry_id = str(uuid.UUID(int=high << 64 | low))
    at = datetime.datetime.fromtimestamp(at_ms / 1000, datetime.UTC)
    body = {
        "at": f"{at:%Y-%m-%dT%H:%M:%S.%f}Z",
        "charge": None,
        "commitment": None,
        "content": {"code": f"UNIT-{number}", "kind": "section", "parent": subject, "version": number + 1},
        "id": entry_id,
        "kind": "unit_changed",
        "module": "organisation",
        "person": None,
        "post": None,
        "subject": subject,
        "subject_kind": "unit",
        "v": 2,
    }
    text = canonical(body)
    row = [entry_id, f"{at:%Y-%m-%d %H:%M:%S.%f}+00", "organisation", "unit_changed", "unit", subject]
    return [*row, hashlib.sha256(text.encode()).hexdigest(), text]


def add_entries(url, count, folder):
    """Writes entries that wait for their places, as a very busy moment would."""
    subject = str(uuid.uuid4())
    path = pathlib.Path(folder) / "entries.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(made_entry(number, subject) for number in range(count))
    psql(url, f"\\copy ledger_entries ({COLUMNS}) FROM '{path}' CSV", "VACUUM ANALYZE ledger_entries")
    path.unlink()


def seconds_until_placed(url, patience=1800):
    """How long the sequencer takes to give every entry its place."""
    began = time.monotonic()
    while psql(url, WAITING) != "0":
        if time.monotonic() - began > patience:
            raise ToolError("the entries of the ledger did not get their places")
        time.sleep(0.2)
    return time.monotonic() - began


@dataclasses.dataclass
class Checked:
    """A run of `daftar verify`."""

    report: str
    seconds: float
    cpu_seconds: float
    memory_mb: float


def verified(profile, data, url):
    """Runs `daftar verify` on a database; anything but a whole ledger fails the bench."""
    began = time.monotonic()
    command = [binary(profile), "verify"]
    child = subprocess.Popen(
        command, cwd=ROOT, env=settings(data, 0, url), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    report = child.stdout.read().strip()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise ToolError(f"daftar verify: {report}")
    seconds = time.monotonic() - began
    return Checked(report, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def proof_times(office, auditor, url, count=500):
    """How long the evidence of one entry takes over HTTP, in milliseconds: half of them, and nearly all."""
    ids = psql(url, f"SELECT id FROM ledger_entries WHERE position IS NOT NULL ORDER BY digest LIMIT {count}").split()
    took = []
    for entry in ids:
        began = time.perf_counter()
        office.call("GET", f"/ledger/entries/{entry}/evidence", auditor)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.99)]

