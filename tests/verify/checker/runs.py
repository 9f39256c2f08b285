"""Numbers that run without gaps: ordinals and paragraphs of a file, serials of a series.

Positions need not be in the order of numbers, so a number may come early and wait for those before it; only when all
entries are read is a number that still waits the proof of a gap.
"""

from checker.refusal import Refused, entry_at

DIGEST_BYTES = 32


class Run:
    """The numbers 1, 2, 3 … of one series."""

    def __init__(self, what):
        self.what = what
        self.next = 1
        self._early = {}

    def add(self, number, position, value=None):
        """Takes a number; gives what has become due, in the order of the numbers, as (number, position, value)."""
        if number < self.next or number in self._early:
            raise Refused(f"{self.what} {number} is there twice")
        self._early[number] = (position, value)
        while self.next in self._early:
            due = (self.next, *self._early.pop(self.next))
            self.next += 1
            yield due

    def end(self):
        """Refuses a gap."""
        if self._early:
            number = min(self._early)
            reason = f"{self.what} {self.next} is missing before {number}"
            raise Refused(reason, entry_at(self._early[number][0]))


class NotePortion:
    """The notes and papers of one file, by ordinal."""

    def __init__(self, file):
        self.file = file
        self._ordinals = Run(f"file {file}: ordinal")
        self._paragraph = 0
        self._digests = bytearray()

    def add(self, ordinal, position, paragraphs, digest):
        """Takes one; its paragraphs must follow those of the ordinal before."""
        value = (paragraphs, bytes.fromhex(digest))
        for due, place, ((first, last), digest_bytes) in self._ordinals.add(ordinal, position, value):
            if first != self._paragraph + 1 or last < first:
                reason = f"file {self.file}: ordinal {due} has the paragraphs {first} to {last} after {self._paragraph}"
                raise Refused(reason, entry_at(place))
            self._paragraph = last
            self._digests += digest_bytes

    def digest(self, ordinal):
        """The digest of an ordinal, when all entries are read; null before the first."""
        if ordinal < 1:
            return None
        return self._digests[(ordinal - 1) * DIGEST_BYTES : ordinal * DIGEST_BYTES].hex()

    def end(self):
        """Refuses a gap."""
        self._ordinals.end()
