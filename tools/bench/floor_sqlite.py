"""The same SQL on a copy of the same SQLite file, by the sqlite3 library without HTTP and without us."""

import multiprocessing
import re
import sqlite3
import time
import uuid

from bench.load import Rate
from bench.statements import UUID
from lib.processes import ToolError

TIME = re.compile(r"^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$")
# A full page of the desk, and the row that says that there is another.
PAGE = 51
# What PostgreSQL says and SQLite has no word for.
ROW_LOCK = re.compile(r"\s+FOR (?:UPDATE|SHARE)(?: OF \"\w+\")?(?: SKIP LOCKED)?")


def native(value):
    """A value as the server writes it into SQLite: ids as bytes, times in RFC 3339."""
    if value is None:
        return None
    if UUID.match(value):
        return uuid.UUID(value).bytes
    moment = TIME.match(value)
    if moment:
        return f"{moment.group(1)}T{moment.group(2)}+00:00"
    if re.fullmatch(r"-?\d{1,18}", value):
        return int(value)
    return {"t": 1, "f": 0}.get(value, value)


def translated(statements):
    """The statements as SQLite takes them, without the ones that begin and end the transaction."""
    kept = [s for s in statements if s.sql.split(None, 1)[0].upper() in ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")]
    return [(ROW_LOCK.sub("", re.sub(r"\$(\d+)", r"?\1", s.sql)), s.values, s.writes()) for s in kept]


def connect(path):
    """A connection with the settings of the server."""
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256, timeout=10)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def rate_of(took, seconds):
    """Rate and latencies of a list of durations."""
    took.sort()
    return len(took), Rate(len(took) / seconds, took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000)


def read_loop(path, work, seconds, answer):
    """Repeats a request's reads."""
    connection = connect(path)
    took, end = [], time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        for sql, values in work:
            connection.execute(sql, values).fetchall()
        took.append(time.perf_counter() - began)
    answer.put(took)


def reads(path, statements, seconds, processes=2):
    """Reads by one process for each core."""
    work = [(sql, [native(value) for value in values]) for sql, values, _ in translated(statements)]
    connection = connect(path)
    page = max(len(connection.execute(sql, values).fetchall()) for sql, values in work)
    connection.close()
    if page < PAGE:
        raise ToolError(f"the floor on SQLite reads {page} rows where a desk shows {PAGE}")
    answers = multiprocessing.Queue()
    children = [multiprocessing.Process(target=read_loop, args=(path, work, seconds, answers)) for _ in range(processes)]
    for child in children:
        child.start()
    took = [duration for _ in children for duration in answers.get()]
    for child in children:
        child.join()
    return rate_of(took, seconds)


def writes(path, statements, example, fresh, files, seconds):
    """One writer forwards one file after another, each in its own durable transaction. `example` is id and number
    of the file of the statements, `files` are those of the others; `fresh` is what each
    forward makes itself."""
    file, file_number = example
    steps = translated(statements)
    connection = connect(path)
    took, began_all = [], time.perf_counter()
    for target, number in files:
        other = {file: target, file_number: number}
        made = {value: bytes_or_text(value) for value in fresh}
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for sql, values, changes in steps:
            given = [other[v] if v in other else made[v] if v in made else native(v) for v in values]
            try:
                done = connection.execute(sql, given)
            except sqlite3.Error as error:
                raise ToolError(f"the floor on SQLite: {error} by {sql} with {given}") from error
            if not changes:
                done.fetchall()
            elif done.rowcount == 0 and sql.startswith("UPDATE"):
                raise ToolError(f"the floor on SQLite changed nothing by: {sql[:200]}")
        connection.execute("COMMIT")
        took.append(time.perf_counter() - began)
        if time.perf_counter() - began_all > seconds:
            break
    return rate_of(took, time.perf_counter() - began_all)


def bytes_or_text(value):
    """Another value of the same sort: an id for an id, a digest for a digest."""
    return uuid.uuid4().bytes if UUID.match(value) else uuid.uuid4().hex * 2


def copy(source, target):
    """A consistent copy of a database, and nothing left of an earlier one."""
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()


def files_of(path, post, count):
    """Ids, numbers and versions of files that a post has had since they were opened."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT id, number, version FROM files WHERE holder_post_id = ? AND movements = 1 ORDER BY id LIMIT ?",
        (uuid.UUID(post).bytes, count),
    ).fetchall()
    connection.close()
    return rows


def listed(path, post, count):
    """The same as lines for the load: id and version."""
    return [f"{text_id(id)} {version}" for id, _, version in files_of(path, post, count)]


def text_id(value):
    """An id as the API writes it."""
    return str(uuid.UUID(bytes=value))
