"""The SQL that a request really runs, taken from PostgreSQL's own log, so that the floor never goes out of date."""

import dataclasses
import datetime
import re
import time

# An entry begins with the mark and the process id of its session.
PREFIX = "@@ %p "
ENTRY = re.compile(r"@@ (\d+) ")
EXECUTED = re.compile(r"LOG:\s+(?:execute [^:]*|statement): (.*)", re.S)
PARAMETERS = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
# What the server does by itself while we look; the sequencer does it in transactions of its own.
BACKGROUND = re.compile(r"\bjobs\b.*\blocked_until\b|pg_advisory|current_setting|\bledger_verifications\b", re.S)
SEQUENCER = re.compile(r"\bpg_try_advisory_xact_lock\b|\bledger_(?:tiles|checkpoints)\b|\"position\"")
UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$")
TIME = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)\+00$")
SAME_MOMENT_SECONDS = 30
DIGEST = re.compile(r"^[0-9a-f]{64}$")


@dataclasses.dataclass
class Statement:
    """One statement as it was executed."""

    sql: str
    values: list
    # The session of the database that executed it.
    session: str = ""

    def writes(self):
        """Whether it changes something."""
        return self.sql.split(None, 1)[0].upper() in ("INSERT", "UPDATE", "DELETE")


def captured(log, request):
    """The statements that PostgreSQL logged while `request` ran."""
    start = log.stat().st_size
    request()
    time.sleep(0.5)
    with log.open() as text:
        text.seek(start)
        parts = ENTRY.split(text.read())[1:]
    statements = []
    for session, entry in zip(parts[::2], parts[1::2], strict=True):
        found = EXECUTED.search(entry)
        if found:
            statements.append(Statement(found.group(1).strip(), [], session))
        elif "DETAIL:" in entry and statements:
            pairs = PARAMETERS.findall(entry)
            statements[-1].values = [None if value == "NULL" else value[1:-1].replace("''", "'") for _, value in pairs]
    statements = without_sequencer(statements)
    return without_empty_transactions([s for s in statements if not BACKGROUND.search(s.sql)])


def word_of(statement):
    """What a statement does."""
    return statement.sql.split(None, 1)[0].rstrip(";").upper()


def without_sequencer(statements):
    """The statements without the transactions, and single statements, that give entries of the ledger their places."""
    current, transactions = {}, []
    for statement in statements:
        group = current.get(statement.session)
        if group is None or word_of(statement) == "BEGIN":
            group = []
            transactions.append(group)
        group.append(statement)
        inside = word_of(group[0]) == "BEGIN" and word_of(statement) not in ("COMMIT", "ROLLBACK")
        current[statement.session] = group if inside else None
    theirs = {id(s) for group in transactions if any(SEQUENCER.search(s.sql) for s in group) for s in group}
    return [statement for statement in statements if id(statement) not in theirs]


def without_empty_transactions(statements):
    """What is left when a background job was taken out: a transaction that begins and ends is no part of the request.
    The job's session may begin between two statements of the request and end after its last."""
    kept = []
    for statement in statements:
        ends = word_of(statement) in ("COMMIT", "ROLLBACK")
        before = next((s for s in reversed(kept) if s.session == statement.session), None)
        if ends and before and before.sql.upper().startswith("BEGIN"):
            kept = [s for s in kept if s is not before]
        else:
            kept.append(statement)
    return kept


def moved_in_time(value, captured_at, now):
    """A moment of the captured request, as it would be now; every other value stays. Moments are in seconds."""
    found = value and TIME.match(value)
    if not found:
        return value
    moment = datetime.datetime.fromisoformat(f"{found.group(1)}+00:00")
    if abs(moment.timestamp() - captured_at) > SAME_MOMENT_SECONDS:
        return value
    moved = moment + datetime.timedelta(seconds=now - captured_at)
    return f"{moved:%Y-%m-%d %H:%M:%S.%f}+00"


def made_at(uuid):
    """The time inside a UUID of version 7, in seconds; 0 for other versions."""
    found = UUID.match(uuid)
    return int(uuid.replace("-", "")[:12], 16) / 1000 if found and found.group(1) == "7" else 0


def fresh_values(statements, since):
    """The ids and digests that the request made itself: a repetition needs others, or it would collide."""
    values = [value for statement in statements for value in statement.values if value]
    ids = {value for value in values if made_at(value) >= since}
    written = [value for statement in statements if statement.writes() for value in statement.values if value]
    return ids | {value for value in written if DIGEST.match(value)}
