"""Bundles: one act and what proves it."""

import json
import pathlib
import tempfile
import unittest

from checker.evidence import Evidence
from checker.export import Kept
from checker.refusal import Refused
from checker.signed import OFFICE, Checkpoint, VerifierKey
from history import History, Key
from mutations import other_digit, signature_edited
from publishing import Published


class Bundles(unittest.TestCase):
    def setUp(self):
        self.history = History(31)
        self.published = Published(self.history, signers=lambda _, trusted: trusted)
        entries = enumerate(self.history.entries)
        self.position = next(at for at, entry in entries if "note" in entry["content"] and entry["commitment"])
        self.bundle = self.published.bundle(self.position)

    def refused(self, says, bundle=None, key=None, kept=None):
        """Asserts that a bundle is refused in these words."""
        with self.assertRaises(Refused) as caught:
            Evidence(json.dumps(self.bundle if bundle is None else bundle), key, kept).check()
        self.assertRegex(str(caught.exception), rf"\A{says}")

    def kept(self, size, published=None):
        """A checkpoint that somebody kept."""
        note = (published or self.published).signed[size]
        return Kept(pathlib.Path("kept.txt"), Checkpoint.read(note))

    def key(self, number):
        """A key of the office."""
        return VerifierKey.read(self.history.keys[number].verifier, OFFICE)

    def test_every_act_at_every_checkpoint(self):
        for size in self.published.sizes[::4]:
            for position in range(size):
                Evidence(json.dumps(self.published.bundle(position, size))).check()

    def test_with_a_key_and_a_kept_checkpoint(self):
        size = self.published.sizes[-1]
        evidence = Evidence(json.dumps(self.bundle), self.key(2), self.kept(size))
        evidence.check()
        self.assertTrue(evidence.key_is_given and evidence.has("opening") and evidence.has("note"))

    def test_without_opening_and_note(self):
        del self.bundle["opening"], self.bundle["note"]
        Evidence(json.dumps(self.bundle)).check()

    def test_a_wrong_proof(self):
        self.bundle["proof"][2] = other_digit(self.bundle["proof"][2])
        self.refused(r"proof: the proof of inclusion of position \d+ does not lead to the root")

    def test_a_proof_of_another_length(self):
        proof = self.bundle["proof"]
        self.refused(r"proof: the proof of inclusion is too short", {**self.bundle, "proof": proof[:-1]})
        self.refused(r"proof: the proof of inclusion is too long", {**self.bundle, "proof": [*proof, *proof]})
        self.refused(r"proof: is not the base64 of 32 bytes", {**self.bundle, "proof": ["AAAA"]})

    def test_a_wrong_position(self):
        for position in (self.position + 1, self.position - 1, self.published.sizes[-1], 10**12):
            self.bundle["entry"]["position"] = position
            self.refused(rf"proof: (the proof of inclusion|position {position} is not in a tree of)")

    def test_another_body(self):
        self.bundle["entry"]["body"] = self.published.bundle(self.position + 1)["entry"]["body"]
        self.refused(r"proof: the proof of inclusion of position")

    def test_a_body_that_is_not_canonical(self):
        body = self.bundle["entry"]["body"]
        self.bundle["entry"]["body"] = "{ " + body[1:]
        self.refused(r"entry: is not canonical: white space at character 2")

    def test_a_wrong_opening(self):
        opening = self.bundle["opening"]
        for changed, says in (
            ({**opening, "salt": "0" * 32}, "does not open the commitment"),
            ({**opening, "values": {"remark": "Never."}}, "does not open the commitment"),
            ({**opening, "salt": "0" * 31}, "the salt is 32 hex digits"),
            ({**opening, "more": 1}, "has salt and values"),
            ({**opening, "values": []}, "values is not an object"),
            ({**opening, "values": {"remark": "e\u0301"}}, "holds a text that is not in Unicode normal form C"),
            ({**opening, "values": {"remark": "\ud800"}}, "holds a lone surrogate"),
        ):
            self.refused(rf"opening: {says}", {**self.bundle, "opening": changed})

    def test_an_opening_of_an_entry_that_commits_to_nothing(self):
        position = next(at for at, entry in enumerate(self.history.entries) if not entry["commitment"])
        bundle = self.published.bundle(position, opening=self.bundle["opening"])
        self.refused(r"opening: does not open the commitment", bundle)

    def test_a_wrong_note(self):
        self.bundle["note"] = self.bundle["note"].replace('"ordinal"', '"Ordinal"')
        self.refused(r"note: the text of the note \S+ does not have the digest")

    def test_a_note_of_an_entry_that_has_none(self):
        position = next(at for at, entry in enumerate(self.history.entries) if entry["kind"] == "file_forwarded")
        self.refused(r"note: an entry file_forwarded has no note", self.published.bundle(position, note="{}"))

    def test_a_foreign_checkpoint(self):
        foreign = Published(History(32), signers=lambda *_: [Key(self.history.chance)])
        self.bundle["checkpoint"] = foreign.signed[foreign.sizes[-1]]
        self.refused(r"checkpoint: no key that is trusted at size", key=self.key(2))
        self.refused(r"checkpoint: no key that is trusted at size")

    def test_a_checkpoint_of_another_size(self):
        self.bundle["checkpoint"] = self.published.signed[self.published.sizes[-2]]
        self.refused(r"proof: the proof of inclusion")

    def test_a_broken_signature(self):
        self.bundle["checkpoint"] = signature_edited(self.bundle["checkpoint"])
        self.refused(r"checkpoint: the signature of \S+ does not verify")

    def test_a_broken_signature_beside_a_good_one(self):
        """The bundle names both keys, so neither line may be broken."""
        size = self.published.sizes[8]
        published = Published(self.history, self.published.sizes, signers=lambda *_: self.history.keys)
        bundle = published.bundle(3, size)
        bundle["checkpoint"] = signature_edited(bundle["checkpoint"])
        self.refused(r"checkpoint: the signature of \S+ does not verify", bundle)
        Evidence(json.dumps(bundle), self.key(1)).check()

    def test_a_key_that_did_not_sign(self):
        key = VerifierKey.read(Key(self.history.chance).verifier, OFFICE)
        self.refused(r"checkpoint: no key that is trusted at size", key=key)

    def test_no_key(self):
        self.refused(r"holds no key, and none was given", {**self.bundle, "keys": []})

    def test_a_kept_checkpoint_of_another_history(self):
        sizes = self.published.sizes
        history = History(31)
        history.entries[5]["subject_kind"] = "other"
        other = Published(history, sizes)
        self.refused(r"checkpoint: has another root than the one kept", kept=self.kept(sizes[-1], other))
        self.refused(r"checkpoint: has size \d+, the one kept in kept\.txt \d+: they", kept=self.kept(sizes[3]))
        stranger = Published(history, sizes, origin="other.example")
        kept = self.kept(sizes[3], stranger)
        self.refused(r"checkpoint: is of office\S+, the one kept in kept\.txt of other", kept=kept)

    def test_bundles_of_another_shape(self):
        self.refused(r"v is 2, not 1", {**self.bundle, "v": 2})
        self.refused(r"v is true, not 1", {**self.bundle, "v": True})
        self.refused(r"a bundle has the keys", {**self.bundle, "more": 1})
        self.refused(r"a bundle has the keys", {"v": 1})
        self.refused(r"a bundle has the keys", [])
        self.refused(r"entry has a position", {**self.bundle, "entry": {"position": True, "body": ""}})
        self.refused(r"entry has a position", {**self.bundle, "entry": {"position": -1, "body": ""}})
        self.refused(r"entry has position and body", {**self.bundle, "entry": {"position": 1}})
        self.refused(r"entry has position and body", {**self.bundle, "entry": []})
        self.refused(r"entry: a body is at most", {**self.bundle, "entry": {"position": 1, "body": "x" * 65_536}})
        self.refused(r"holds a lone surrogate", {**self.bundle, "entry": {"position": 1, "body": "\ud800"}})
        self.refused(r"checkpoint is not a text", {**self.bundle, "checkpoint": 1})
        self.refused(r"checkpoint: is not a signed note", {**self.bundle, "checkpoint": ""})
        self.refused(r"keys: is not a verifier key", {**self.bundle, "keys": ["x"]})
        self.refused(r"note: is not a text", {**self.bundle, "note": 1})
        self.refused(r"proof is not a list", {**self.bundle, "proof": [1]})
        with self.assertRaisesRegex(Refused, "holds the key 'v' twice"):
            Evidence('{"v":1,"v":1}')

    def test_from_the_command_line(self):
        from test_export import CommandLine

        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "bundle.json"
            file.write_text(json.dumps(self.bundle))
            run = CommandLine.run_verify
            done = run(None, "evidence", file, "--key", self.history.keys[-1].verifier)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertRegex(done.stdout.splitlines()[-1], r"\Averified: .* position \d+ of \d+, .*key given by you\Z")
            file.write_text(json.dumps({**self.bundle, "opening": {}}))
            done = run(None, "evidence", file)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stdout, r"\Arefused: bundle\.json: opening: has salt and values\n\Z")


if __name__ == "__main__":
    unittest.main()
