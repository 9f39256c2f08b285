"""Entries: their form, and the file that holds them in order of position."""

import re

from checker import canonical
from checker.refusal import Refused, entry_at

LARGEST_BODY = 65_535
WORDS = ("module", "kind", "subject_kind", "subject")
PERHAPS_WORDS = ("person", "post", "charge")
KEYS = {*WORDS, *PERHAPS_WORDS, "v", "id", "at", "content", "commitment"}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
UUID_7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DIGEST = re.compile(r"[0-9a-f]{64}")


def is_whole(value, least=0):
    """Whether a value is a number of at least `least`; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_digest(value):
    """Whether a value is a digest in the one form that digests have."""
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None


def is_time(value):
    """Whether a value is a time in the form that times have here."""
    return isinstance(value, str) and TIME.fullmatch(value) is not None


def read_entry(body):
    """The entry that canonical bytes hold."""
    if len(body) > LARGEST_BODY:
        raise Refused(f"a body is at most {LARGEST_BODY} bytes")
    entry = canonical.read(body)
    if not isinstance(entry, dict) or entry.keys() != KEYS:
        raise Refused(f"an entry has exactly the keys {', '.join(sorted(KEYS))}")
    if not is_whole(entry["v"]) or entry["v"] != 2:
        raise Refused(f"v is {entry['v']!r}, not 2")
    if not isinstance(entry["id"], str) or not UUID_7.fullmatch(entry["id"]):
        raise Refused(f"id is not a UUIDv7: {entry['id']!r}")
    if not is_time(entry["at"]):
        raise Refused(f"at is not a time in UTC with six digits of a second: {entry['at']!r}")
    for key in WORDS:
        if not isinstance(entry[key], str):
            raise Refused(f"{key} is not a text")
    for key in PERHAPS_WORDS:
        if not isinstance(entry[key], str | None):
            raise Refused(f"{key} is neither a text nor null")
    if not isinstance(entry["content"], dict):
        raise Refused("content is not an object")
    if entry["commitment"] is not None and not is_digest(entry["commitment"]):
        raise Refused("commitment is neither a digest nor null")
    return entry


class Entries:
    """The lines of entries.jsonl, one after another; never more than one in memory."""

    def __init__(self, stream):
        self._stream = stream
        self._ids = set()
        self.count = 0

    def next(self):
        """The body and the entry of the next position, or None at the end of the file."""
        # A line that is too long is not read to its end, however long it is.
        line = self._stream.readline(LARGEST_BODY + 2)
        if not line:
            return None
        try:
            if not line.endswith(b"\n"):
                too_long = len(line) > LARGEST_BODY
                raise Refused(f"a body is at most {LARGEST_BODY} bytes" if too_long else "the last line is not ended")
            body = line[:-1]
            entry = read_entry(body)
            # Sixteen bytes instead of a text: there may be millions.
            id_bytes = bytes.fromhex(entry["id"].replace("-", ""))
            if id_bytes in self._ids:
                raise Refused(f"the id {entry['id']} is there twice")
        except Refused as refused:
            raise refused.at(entry_at(self.count)) from None
        self._ids.add(id_bytes)
        self.count += 1
        return body, entry
