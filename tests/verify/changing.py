"""How an export is changed: what the lists of changes have in common."""

import dataclasses
import json
from collections.abc import Callable

from history import canonical


@dataclasses.dataclass
class Mutation:
    """One change; `says` is the pattern of the refusal, from its beginning."""

    name: str
    says: str
    change: Callable


ALL = []


def mutation(says):
    """Registers a change of a folder under the name of its function."""

    def register(change):
        ALL.append(Mutation(change.__name__, says, change))
        return change

    return register


def read(folder, name):
    """The lines of a file, with their ends."""
    return (folder / name).read_bytes().splitlines(keepends=True)


def write(folder, name, lines):
    """Puts lines back."""
    (folder / name).write_bytes(b"".join(lines))


def with_lines(folder, name, change):
    """Changes the list of the lines of a file in place."""
    lines = read(folder, name)
    change(lines)
    write(folder, name, lines)


def with_line(folder, name, number, change):
    """Changes the value of one line of canonical JSON in place."""
    lines = read(folder, name)
    value = json.loads(lines[number])
    change(value)
    lines[number] = canonical(value).encode() + b"\n"
    write(folder, name, lines)


def middle(folder, name="entries.jsonl"):
    """A line that is neither the first nor the last."""
    return len(read(folder, name)) // 2


def other_digit(text):
    """The same base64 with the first character changed."""
    return ("B" if text[0] == "A" else "A") + text[1:]
