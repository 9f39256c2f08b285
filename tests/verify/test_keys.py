"""Who may sign at which size, and witnesses."""

import re
import unittest

import mutations
from checker.export import Export
from checker.signed import OFFICE, WITNESS, VerifierKey
from history import History, Key
from publishing import Published
from test_export import Folders

PLACE = r"checkpoints\.jsonl line \d+: "


class Keys(Folders):
    def setUp(self):
        super().setUp()
        self.history = History(21)
        self.first, self.second, self.third = self.history.keys

    def position(self, kind, key):
        """Where a key comes or goes."""
        entries = enumerate(self.history.entries)
        return next(at for at, entry in entries if (entry["kind"], entry["content"].get("key")) == (kind, key.verifier))

    def publish(self, **how):
        """An export of this history."""
        return Published(self.history, **how).write(self.base / "x")

    def test_all_trusted_keys_may_sign(self):
        export = Export(self.publish(signers=lambda _, trusted: trusted))
        export.check()
        self.assertGreater(export.trust.signatures, export.checkpoints)

    def test_the_oldest_trusted_key_may_sign_until_it_is_retired(self):
        Export(self.publish(signers=lambda _, trusted: trusted[:1])).check()

    def test_lines_of_strangers_are_passed_over(self):
        stranger = Key(self.history.chance)
        Export(self.publish(signers=lambda _, trusted: [stranger, *trusted[-1:], stranger])).check()

    def test_a_stranger_alone(self):
        stranger = Key(self.history.chance)
        folder = self.publish(signers=lambda size, trusted: [stranger] if size > 60 else trusted)
        self.refused(rf"{PLACE}no key that is trusted at size \d+ has signed it; there is office", folder)

    def test_a_retired_key_that_signs_later(self):
        at = self.position("ledger_key_retired", self.first)
        folder = self.publish(signers=lambda size, trusted: [self.first] if size > at + 20 else trusted)
        says = rf"{PLACE}no key that is trusted at size \d+ has signed it; .* \(retired at position {at}\)"
        self.refused(says, folder)

    def test_a_retired_key_signs_the_checkpoint_that_covers_its_end(self):
        retired, added = self.position("ledger_key_retired", self.first), self.position("ledger_key_added", self.third)
        signers = {retired: self.first, retired + 1: self.first, added + 1: self.second}
        signers[len(self.history.entries)] = self.third
        Export(self.publish(sizes=list(signers), signers=lambda size, _: [signers[size]])).check()

    def test_a_new_key_that_vouches_for_itself(self):
        """The checkpoint that first covers the addition must be signed by a key from before."""
        at = self.position("ledger_key_added", self.second)
        sizes = [at, at + 3, len(self.history.entries)]
        folder = self.publish(sizes=sizes, signers=lambda size, trusted: [self.second] if size > at else trusted)
        says = rf"checkpoints\.jsonl line 2: no key .* \(added at position {at}, which no checkpoint by a trusted key"
        self.refused(says, folder)

    def test_a_thief_who_adds_his_key(self):
        """Without a key of the office he can append what he likes, and nobody believes it."""
        thief = Key(self.history.chance)
        size = len(self.history.entries)
        self.history.record("ledger", "ledger_key_added", "ledger", self.history.id(), key=thief.verifier)
        self.history.record("x", "file_forwarded", "file", self.history.id())
        folder = self.publish(
            sizes=[*Published(History(21)).sizes, size + 2],
            signers=lambda of, trusted: [thief] if of > size else trusted[-1:],
        )
        self.refused(rf"{PLACE}no key that is trusted at size {size + 2} .* \(added at position {size}", folder)

    def test_a_key_that_was_never_in_use_is_retired(self):
        self.history.record("x", "ledger_key_retired", "x", "x", key=Key(self.history.chance).verifier)
        self.refused(r"entries\.jsonl: position \d+ retires the key \S+, which is not in use", self.publish())

    def test_the_first_entry_adds_the_key(self):
        self.history.entries[0]["kind"] = "file_forwarded"
        self.refused(r"entries\.jsonl line 1 \(position 0\): the first entry does not add the key", self.publish())

    def test_an_entry_with_a_key_that_is_none(self):
        at = self.position("ledger_key_added", self.second)
        for number, (key, says) in enumerate((
            ("x", "is not a verifier key"),
            (self.second.verifier.replace("office", "of\u0443ice"), "the id of the verifier key does not belong to it"),
            (self.history.witnesses[0].verifier, "is not an Ed25519 key of kind 1"),
            (None, "ledger_key_added without a key"),
        )):  # fmt: skip
            with self.subTest(key=key):
                self.history.entries[at]["content"]["key"] = key
                published = Published(self.history, sizes=[at, at + 1], signers=lambda *_: [self.first])
                self.refused(rf"entries\.jsonl line {at + 1} .*{says}", published.write(self.base / str(number)))

    def test_keys_of_the_export_that_are_not_those_of_the_ledger(self):
        folder = self.publish()
        lines = mutations.read(folder, "keys.txt")
        mutations.write(folder, "keys.txt", [lines[0], lines[2], lines[1]])
        self.refused(r"keys\.txt line 2: is not the key that the ledger added as number 2", folder)
        mutations.write(folder, "keys.txt", [lines[1], lines[0], lines[2]])
        self.refused(r"entries\.jsonl line 1 .* which is the one in the first line of keys\.txt", folder)
        key = VerifierKey.read(self.first.verifier, OFFICE)
        self.refused(r"keys\.txt line 1: is not the key", folder, key=key)
        mutations.write(folder, "keys.txt", [])
        self.refused(r"keys\.txt: holds no key", folder)


class Witnesses(Folders):
    def setUp(self):
        super().setUp()
        self.history = History(22)
        self.folder = Published(self.history).write(self.base / "x")

    def edit(self, change):
        """Changes the latest checkpoint."""
        path = self.folder / "checkpoint.txt"
        path.write_text(change(path.read_text()))

    def broken(self, note):
        """Breaks the last line, which is the second witness's."""
        lines = note.splitlines(keepends=True)
        lines[-1] = mutations.signature_edited("\n\n\n\n" + lines[-1]).lstrip("\n")
        return "".join(lines)

    def test_a_broken_cosignature(self):
        self.edit(self.broken)
        says = r"checkpoint\.txt: the cosignature of witness-b\.example\+[0-9a-f]{8} does not verify"
        self.refused(says, self.folder)

    def test_a_broken_cosignature_in_the_history(self):
        lines = mutations.read(self.folder, "checkpoints.jsonl")
        number = next(number for number, line in enumerate(lines) if b"witness-b" in line)
        change = lambda line: line.update(note=self.broken(line["note"]))  # noqa: E731
        mutations.with_line(self.folder, "checkpoints.jsonl", number, change)
        self.refused(rf"checkpoints\.jsonl line {number + 1}: the cosignature of witness-b", self.folder)

    def test_a_cosignature_of_another_time(self):
        """The time is signed too."""
        text = self.history.witnesses[1].cosignature("x\n1\nx\n", 5)
        self.edit(lambda note: note[: note.rindex("— witness-b")] + text)
        self.refused(r"checkpoint\.txt: the cosignature of witness-b", self.folder)

    def test_a_witness_whom_the_reader_names(self):
        known = VerifierKey.read(self.history.witnesses[1].verifier, WITNESS)
        Export(self.folder, witnesses=[known]).check()
        stranger = VerifierKey.read(Key(self.history.chance, "witness-c.example", 4).verifier, WITNESS)
        says = rf"checkpoint\.txt: the witness {re.escape(stranger.short())} has not cosigned it"
        self.refused(says, self.folder, witnesses=[stranger])

    def test_a_witness_whom_only_the_reader_knows(self):
        """A broken line is found although witnesses.txt does not name its key."""
        mutations.write(self.folder, "witnesses.txt", [])
        self.edit(self.broken)
        Export(self.folder).check()
        known = VerifierKey.read(self.history.witnesses[1].verifier, WITNESS)
        self.refused(r"checkpoint\.txt: the cosignature of witness-b", self.folder, witnesses=[known])


if __name__ == "__main__":
    unittest.main()
