"""The one way in which a check ends badly."""

import contextlib


class Refused(Exception):
    """Something is not as the page says; `place` is where, and is added by whoever knows it."""

    def __init__(self, reason, place=None):
        super().__init__(reason)
        self.reason = reason
        self.place = place

    def at(self, place):
        """The same refusal with a place. One that has a place keeps it: the innermost is the most exact."""
        return self if self.place else Refused(self.reason, place)

    def __str__(self):
        return f"{self.place}: {self.reason}" if self.place else self.reason


@contextlib.contextmanager
def placed(place):
    """Gives a place to the refusals of what is done inside."""
    try:
        yield
    except Refused as refused:
        raise refused.at(place) from None


def line_of(file, line):
    """How a line of a file is named in a refusal."""
    return f"{file} line {line}"


def entry_at(position):
    """How an entry is named: by its line for an editor, by its position for the tree."""
    return f"entries.jsonl line {position + 1} (position {position})"
