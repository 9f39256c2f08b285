"""Archives of one file: a good one is accepted, and every change of a copy refused."""

import hashlib
import json
import pathlib
import tempfile
import unittest

from archiving import Archived, lines, zipped
from checker.archive import Archive
from checker.refusal import Refused
from checker.signed import OFFICE, WITNESS, VerifierKey
from history import Key
from mutations import other_digit


class Archives(unittest.TestCase):
    def setUp(self):
        self.made = Archived()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "file.zip"
        self.key = VerifierKey.read(self.made.history.keys[-1].verifier, OFFICE)

    def judge(self, data=None, manifest=None, key=None, witnesses=()):
        """Judges what was made, or these bytes."""
        if data is None:
            self.made.write(self.path, manifest)
        else:
            self.path.write_bytes(data)
        archive = Archive(self.path, key or self.key, witnesses)
        archive.check()
        return archive

    def refused(self, says, **given):
        with self.assertRaises(Refused) as caught:
            self.judge(**given)
        self.assertRegex(str(caught.exception), says)

    def test_a_good_archive(self):
        archive = self.judge()
        self.assertTrue(archive.acts.notes > 3 and archive.acts.signatures.count > 2 and archive.texts > 0)
        self.assertEqual((archive.acts.papers, archive.members), (1, len(self.made.members)))
        witness = VerifierKey.read(self.made.history.witnesses[0].verifier, WITNESS)
        self.judge(witnesses=[witness])

    def test_a_stranger_s_key(self):
        stranger = Key(self.made.history.chance).verifier
        self.refused("no key that is trusted", key=VerifierKey.read(stranger, OFFICE))
        witness = Key(self.made.history.chance, "stranger.example", 4).verifier
        self.refused("has not cosigned", witnesses=[VerifierKey.read(witness, WITNESS)])

    def test_a_changed_byte_of_each_member(self):
        whole = self.made.write(self.path).read_bytes()
        manifest = self.made.manifest()
        for name in list(self.made.members):
            with self.subTest(name):
                data = self.made.members[name]
                self.made.members[name] = bytes([data[0] ^ 1]) + data[1:]
                self.refused(f"{name} is not what the manifest says", manifest=manifest)
                self.made.members[name] = data
        self.judge(data=whole)

    def test_members_that_are_missing_or_too_many(self):
        manifest = self.made.manifest()
        for name in list(self.made.members):
            with self.subTest(name):
                members = dict(self.made.members)
                data = self.made.members.pop(name)
                self.refused("is missing", manifest=manifest)
                if not name.startswith("certificates"):
                    self.refused("missing|other bytes")
                self.made.members = members
                self.assertEqual(members[name], data)
        self.made.members["papers/9-more.pdf"] = b"more"
        self.refused("is not in the manifest", manifest=manifest)
        self.refused("nothing speaks of it")

    def test_bytes_that_belong_to_nothing(self):
        whole = self.made.write(self.path).read_bytes()
        self.refused("belong to no member|cannot be read", data=whole + b"behind")
        self.refused("belong to no member", data=b"before" + whole)
        members = [*self.made.members.items(), ("manifest.json", b"{}")]
        self.refused("manifest.json", data=zipped(members))
        for name in ("../out", "/root", "a//b", "a\\b", "./a"):
            self.refused("a name that is none|is not the last", data=zipped([(name, b"x"), *members]))

    def test_an_edited_manifest(self):
        for key, value in {
            "v": 2, "format": "other", "file": {"id": self.made.file, "number": "other"}, "left_out": ["0" * 64],
            "checkpoint": {**self.made.manifest()["checkpoint"], "size": 1}, "more": 1,
        }.items():  # fmt: skip
            with self.subTest(key):
                self.refused(".", manifest={**self.made.manifest(), key: value})
        self.made.left_out = [self.made.document["sha256"]]
        self.refused("is left out, and it is there")

    def test_lines_that_a_forger_changed(self):
        """The manifest is written anew each time."""
        changes = {
            "another note": (lambda made: self._reword(made), "does not have the digest"),
            "a note less": (lambda made: made.drop("notes.jsonl", 0), "no line has the note"),
            "a text less": (lambda made: made.drop("texts.jsonl", 0), "no line has"),
            "a signature less": (lambda made: made.drop("signatures.jsonl", 0), "no line has the signature"),
            "other evidence": (lambda made: made.edit("signatures.jsonl", 0, self._evidence), "evidence"),
            "another entry": (lambda made: made.edit("entries.jsonl", 1, self._body), "root|proof"),
            "a proof": (lambda made: made.edit("entries.jsonl", 1, self._proof), "root|proof"),
            "exchanged proofs": (self._exchange, "root|proof"),
            "an entry less": (self._entry_less, "."),
            "another paper": (self._paper, "another sha256"),
            "a paper less": (self._paper_less, "no line has the document"),
            "a paper and its upload less": (self._upload_less, "no member has the paper"),
            "another checkpoint": (self._checkpoint, "checkpoint"),
            "another file": (lambda made: made.members.update({"file.json": b'{"id":"x","number":"8(2)/2026"}'}), "another file"),
        }
        for name, (change, says) in changes.items():
            with self.subTest(name):
                self.made = Archived()
                change(self.made)
                self.refused(says)

    def test_a_paper_that_was_left_out_is_told(self):
        self._upload_less(self.made)
        self.made.left_out = [self.made.document["sha256"]]
        self.assertEqual(len(self.judge().manifest["left_out"]), 1)

    @staticmethod
    def _reword(made):
        made.edit("notes.jsonl", 0, lambda line: line.update(canonical=line["canonical"].replace('"number":1', '"number":2')))

    @staticmethod
    def _evidence(line):
        line["evidence"] = line["evidence"].replace('"signature":"', '"signature":"A')

    @staticmethod
    def _body(line):
        line["body"] = line["body"].replace('"v":2', '"v":3')

    @staticmethod
    def _proof(line):
        line["proof"] = [other_digit(line["proof"][0]), *line["proof"][1:]] if line["proof"] else ["A" * 44]

    @staticmethod
    def _exchange(made):
        rows = [json.loads(line) for line in made.members["entries.jsonl"].decode().splitlines()]
        rows[0]["proof"], rows[1]["proof"] = rows[1]["proof"], rows[0]["proof"]
        made.members["entries.jsonl"] = lines(rows)

    @staticmethod
    def _entry_less(made):
        rows = [json.loads(line) for line in made.members["entries.jsonl"].decode().splitlines()]
        note = next(at for at, row in enumerate(rows) if '"note":{' in row["body"])
        made.drop("entries.jsonl", note)

    @staticmethod
    def _paper(made):
        data = made.members[made.document["member"]] + b" "
        made.members[made.document["member"]] = data
        said = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        made.edit("documents.jsonl", 0, lambda line: line.update(said))

    @staticmethod
    def _paper_less(made):
        del made.members[made.document["member"]]
        made.members["documents.jsonl"] = b""

    def _upload_less(self, made):
        self._paper_less(made)
        rows = [json.loads(line) for line in made.members["entries.jsonl"].decode().splitlines()]
        made.members["entries.jsonl"] = lines(row for row in rows if '"document_uploaded"' not in row["body"])

    @staticmethod
    def _checkpoint(made):
        text = made.members["checkpoint.txt"].decode()
        made.members["checkpoint.txt"] = text.replace(f"\n{made.size}\n", f"\n{made.size + 1}\n", 1).encode()


if __name__ == "__main__":
    unittest.main()
