"""Lines and keys of another shape than the page gives them: nothing may slip by because nobody looked at it."""

import random
import unittest

import mutations
from checker.export import Export
from checker.refusal import Refused
from checker.signed import OFFICE, WITNESS, VerifierKey
from history import History, Key, canonical, digest
from publishing import Published
from test_export import Folders

SHAPES = {
    "notes.jsonl": (r"a line has id and canonical, both texts", [{"id": 1}, {"canonical": 1}, {"more": 1}]),
    "documents.jsonl": (
        r"a line has id(, sha256 and bytes| and sha256, both texts, and bytes, a number)\Z",
        [{"id": 1}, {"sha256": None}, {"bytes": "1"}, {"bytes": -1}, {"bytes": True}, {"more": 1}],
    ),
    "signatures.jsonl": (
        r"(a line has file, note, communication, step, evidence and statement|a signature is under|statement is neither|no entry speaks)",
        [{"note": 1}, {"note": None, "step": None}, {"step": 1, "note": None}, {"step": "1"}, {"communication": "x"}, {"communication": 1, "note": None, "step": 1}, {"evidence": 1}, {"statement": 1}, {"more": 1}],
    ),
    "texts.jsonl": (
        r"(a line has communication, text and canonical|a line has communication and canonical, both texts, and text|text 1 of)",
        [{"communication": 1}, {"text": "1"}, {"text": 0}, {"text": True}, {"canonical": 1}, {"more": 1}],
    ),
    "checkpoints.jsonl": (
        r"(a line has at and note, both texts|at is not a time)",
        [{"at": "2026-03-03T06:20:15Z"}, {"at": 1}, {"note": 1}, {"more": 1}],
    ),
    "consistency.jsonl": (
        r"(a line has from, to and proof, which is a list|is from \S+ to \S+, not from|is not the base64 of 32 bytes)",
        [{"from": True}, {"from": "1"}, {"proof": ""}, {"proof": [1]}, {"proof": ["AA=="]}, {"more": 1}],
    ),
}


class Lines(Folders):
    def test_other_shapes(self):
        history = History(61, acts=60)
        folder = Published(history, [3, 20, len(history.entries)]).write(self.base / "x")
        for name, (says, changes) in SHAPES.items():
            good = mutations.read(folder, name)
            for change in changes:
                with self.subTest(file=name, change=change):
                    mutations.with_line(folder, name, 1, lambda line, change=change: line.update(change))
                    self.refused(rf"{name} line 2: {says}", folder)
                    mutations.write(folder, name, good)
            with self.subTest(file=name, change="a list"):
                mutations.write(folder, name, [good[0], b"[]\n", *good[2:]])
                self.refused(rf"{name} line 2: a line has ", folder)
            mutations.write(folder, name, [*good[:-1], good[-1][:-1]])
            self.refused(rf"{name} line {len(good)}: the last line is not ended", folder)
            mutations.write(folder, name, [good[0], b" " + good[1], *good[2:]])
            self.refused(rf"{name} line 2: is not canonical: white space at character 1", folder)
            mutations.write(folder, name, good)
        Export(folder).check()

    def test_a_history_that_is_empty(self):
        folder = Published(History(61, acts=20)).write(self.base / "x")
        mutations.write(folder, "checkpoints.jsonl", [])
        self.refused(r"checkpoints\.jsonl: the history ends at size 0", folder)

    def test_files_that_are_not_text(self):
        folder = Published(History(61, acts=20)).write(self.base / "x")
        for name in ("keys.txt", "witnesses.txt", "checkpoint.txt"):
            good = mutations.read(folder, name)
            mutations.write(folder, name, [b"\xff\n"])
            self.refused(rf"{name}: is not UTF-8", folder)
            mutations.write(folder, name, [b"x\n"])
            self.refused(rf"{name}.*: is not a (verifier key|signed note)", folder)
            mutations.write(folder, name, good)

    def test_contents_of_another_shape(self):
        for number, (kind, content, says) in enumerate((
            ("document_uploaded", {}, "document_uploaded without a digest"),
            ("document_uploaded", {"sha256": "A" * 64}, "document_uploaded without a digest"),
            ("receipt_diarised", {"numbered": {"series": "x", "serial": 0}}, "numbered does not have a series that"),
            ("receipt_diarised", {"numbered": {"series": "x", "serial": True}}, "numbered does not have a series that"),
            ("receipt_diarised", {"numbered": {"series": 1, "serial": 1}}, "numbered does not have a series that"),
            ("file_opened", {"numbered": {"series": "x"}}, "numbered does not have series and serial"),
            ("paper_added", {"note": note(digest="x")}, "note does not have texts for id and kind and a digest"),
            ("paper_added", {"note": note(kind=1)}, "note does not have texts for id and kind and a digest"),
            ("paper_added", {"note": note(paragraphs=[1])}, "the paragraphs of a note are a first and a last"),
            ("paper_added", {"note": note(paragraphs=[1, 2**32])}, "ordinal and paragraphs of a note are numbers"),
            ("part_merged", {}, "note does not have id, kind, ordinal, paragraphs and digest"),
        )):  # fmt: skip
            with self.subTest(kind=kind, content=content):
                history = History(61, acts=20)
                history.record("x", kind, "x", "x", **content)
                folder = Published(history).write(self.base / str(number))
                self.refused(rf"entries\.jsonl line {len(history.entries)} .*: {says}", folder)

    def test_a_note_id_twice(self):
        history = History(61, acts=20)
        history.record("x", "paper_added", "file", "other", note=note(id=history.notes[0]["id"]))
        folder = Published(history).write(self.base / "x")
        self.refused(r"entries\.jsonl line \d+ .*: the note \S+ is there twice", folder)

    def test_a_note_text_that_is_no_object(self):
        history = History(61, acts=20)
        text = canonical([])
        history.notes.append({"id": "last", "canonical": text})
        history.record("x", "paper_added", "file", "other", note=note(id="last", digest=digest(text)))
        says = r"notes\.jsonl line \d+: the text of the note last is not an object"
        self.refused(says, Published(history).write(self.base / "x"))


def note(**changes):
    """A note of a content, with something else in it."""
    return {"id": "n", "kind": "paper", "ordinal": 1, "paragraphs": [1, 1], "digest": "0" * 64} | changes


class Keys(unittest.TestCase):
    def test_verifier_keys_that_are_none(self):
        good = Key(random.Random(1)).verifier
        name, hash_, material = good.split("+", 2)
        VerifierKey.read(good, OFFICE)
        for bad, says in (
            ("", "is not a verifier key"),
            (name, "is not a verifier key"),
            (f"{name}+{hash_.upper()}F+{material}", "is not a verifier key"),
            (f"{name} +{hash_}+{material}", "is not a verifier key"),
            (f"{good} ", "is not a verifier key"),
            (f"{name}+00000000+{material}", "the id of the verifier key does not belong to it"),
            (f"x{good}", "the id of the verifier key does not belong to it"),
            (f"{name}+{hash_}+{material[:-4]}", "is not an Ed25519 key of kind 1"),
            (f"{name}+{hash_}+{material[:-1]}", "is not base64"),
            (f"{name}+{hash_}+{material[:-2]}!=", "is not base64"),
        ):
            with self.subTest(bad=bad), self.assertRaisesRegex(Refused, says):
                VerifierKey.read(bad, OFFICE)
        with self.assertRaisesRegex(Refused, "is not an Ed25519 key of kind 4"):
            VerifierKey.read(good, WITNESS)


if __name__ == "__main__":
    unittest.main()
