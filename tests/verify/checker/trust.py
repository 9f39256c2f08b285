"""Which keys may sign, at which size. The ledger says itself when keys come and go, so trust walks with it."""

from checker.refusal import Refused
from checker.signed import OFFICE, VerifierKey


class Trust:
    """The set of trusted keys while checkpoints are gone through by size."""

    def __init__(self, *first):
        self._keys = set(first)
        self._retired = {}
        self._changes = []
        self.added = []
        self.signatures = 0

    def hear(self, position, kind, key_text):
        """Takes note of an entry that adds or retires a key; it counts once a good checkpoint covers it."""
        key = VerifierKey.read(key_text, OFFICE)
        adds = kind == "ledger_key_added"
        if adds:
            self.added.append(str(key))
        self._changes.append((position, adds, key))

    def judge(self, checkpoint):
        """Refuses a checkpoint that no trusted key has signed, or that spoils the signature of one."""
        good = 0
        for line in checkpoint.lines:
            for key in self._keys:
                if key.wrote(line):
                    key.check(line, checkpoint.text)
                    good += 1
        if not good:
            who = self._strangers(checkpoint)
            raise Refused(f"no key that is trusted at size {checkpoint.size} has signed it; there is {who}")
        self.signatures += good

    def cover(self, size):
        """A good checkpoint of this size: what entries below it say of keys is in force for the next."""
        while self._changes and self._changes[0][0] < size:
            position, adds, key = self._changes.pop(0)
            if adds:
                self._keys.add(key)
            elif key in self._keys:
                self._keys.remove(key)
                self._retired[key] = position
            else:
                raise Refused(f"position {position} retires the key {key.short()}, which is not in use")

    @property
    def retired(self):
        """How many keys were retired."""
        return len(self._retired)

    def _strangers(self, checkpoint):
        """Who signed instead, as far as the ledger knows them."""
        said = []
        for line in checkpoint.lines:
            name = f"{line.name}+{line.id.hex()}"
            for key, position in self._retired.items():
                if key.wrote(line):
                    name += f" (retired at position {position})"
            for position, adds, key in self._changes:
                if adds and key.wrote(line):
                    name += f" (added at position {position}, which no checkpoint by a trusted key covers yet)"
            said.append(name)
        return ", ".join(said)


class Witnesses:
    """Those who cosign. Their lines must be good; one whom the reader names must have signed the latest."""

    def __init__(self, known, wanted):
        self._keys = list(dict.fromkeys([*known, *wanted]))
        self._wanted = wanted
        self.cosignatures = 0

    def judge(self, checkpoint):
        """Refuses a checkpoint with a broken cosignature of a witness that is known."""
        for line in checkpoint.lines:
            for key in self._keys:
                if key.wrote(line):
                    key.check(line, checkpoint.text)
                    self.cosignatures += 1

    def demand(self, checkpoint):
        """Refuses a checkpoint that a witness named by the reader has not cosigned."""
        for key in self._wanted:
            if not any(key.wrote(line) for line in checkpoint.lines):
                raise Refused(f"the witness {key.short()} has not cosigned it")
