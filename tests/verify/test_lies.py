"""An office that lies and signs it: tree and signatures are good, and yet numbers, notes or papers do not agree."""

import json
import unittest

from history import History, canonical, digest
from publishing import Published
from test_export import Folders

ENTRY = r"entries\.jsonl line \d+ \(position \d+\): "
NOTE = r"notes\.jsonl line \d+: "


class Lies(Folders):
    def setUp(self):
        super().setUp()
        self.history = History(11)

    def entries(self, kind):
        """The entries of a kind."""
        return [entry for entry in self.history.entries if entry["kind"] == kind]

    def longest_portion(self):
        """The entries of the note portion with the most notes, by ordinal."""
        portions = {}
        for entry in self.history.entries:
            if "note" in entry["content"]:
                portions.setdefault(entry["subject"], []).append(entry)
        portion = max(portions.values(), key=len)
        return sorted(portion, key=lambda entry: entry["content"]["note"]["ordinal"])

    def lie(self, says, **how):
        """Publishes what was changed, properly signed, and asserts the refusal."""
        self.refused(says, Published(self.history, **how).write(self.base / "x"))

    def rewrite_note(self, entry, change, **with_entry):
        """Changes the text of a note, its digest with it."""
        note = entry["content"]["note"]
        line = next(line for line in self.history.notes if line["id"] == note["id"])
        value = json.loads(line["canonical"])
        change(value)
        line["canonical"] = with_entry.get("text", canonical(value))
        note["digest"] = digest(line["canonical"])

    def test_a_gap_in_the_ordinals(self):
        entry = self.longest_portion()[3]
        self.history.entries.remove(entry)
        self.lie(rf"{ENTRY}file {entry['subject']}: ordinal 4 is missing before 5")

    def test_an_ordinal_twice(self):
        portion = self.longest_portion()
        portion[3]["content"]["note"]["ordinal"] = 3
        self.lie(rf"{ENTRY}file {portion[3]['subject']}: ordinal 3 is there twice")

    def test_a_gap_in_the_paragraphs(self):
        entry = self.longest_portion()[3]
        entry["content"]["note"]["paragraphs"][0] += 1
        entry["content"]["note"]["paragraphs"][1] += 1
        at = self.history.entries.index(entry)
        self.lie(rf"entries\.jsonl line {at + 1} \(position {at}\): file \S+: ordinal 4 has the paragraphs")

    def test_paragraphs_backwards(self):
        note = self.longest_portion()[3]["content"]["note"]
        note["paragraphs"] = [note["paragraphs"][0], note["paragraphs"][0] - 1]
        self.lie(rf"{ENTRY}file \S+: ordinal 4 has the paragraphs")

    def test_a_gap_in_the_serials(self):
        receipts = self.entries("receipt_diarised")
        series = receipts[0]["content"]["numbered"]["series"]
        third = {"series": series, "serial": 3}
        entry = next(entry for entry in receipts if entry["content"]["numbered"] == third)
        self.history.entries.remove(entry)
        self.lie(rf"{ENTRY}series {series}: serial 3 is missing before 4")

    def test_a_serial_twice(self):
        contents = [entry["content"]["numbered"] for entry in self.entries("receipt_diarised")]
        numbered = next(numbered for numbered in contents if numbered["serial"] == 4)
        numbered["serial"] = 3
        self.lie(rf"{ENTRY}series {numbered['series']}: serial 3 is there twice")

    def test_a_receipt_without_a_number(self):
        del self.entries("receipt_diarised")[0]["content"]["numbered"]
        self.lie(rf"{ENTRY}numbered does not have series and serial")

    def test_numbers_that_are_none(self):
        for value in (True, 0, -1, "1", None, [1]):
            with self.subTest(value=value):
                self.history = History(11, acts=30)
                self.longest_portion()[0]["content"]["note"]["ordinal"] = value
                folder = Published(self.history).write(self.base / f"x{value}")
                self.refused(rf"{ENTRY}ordinal and paragraphs of a note are numbers from 1", folder)

    def test_a_note_without_its_note(self):
        del self.entries("note_submitted")[0]["content"]["note"]
        self.lie(rf"{ENTRY}note does not have id, kind, ordinal, paragraphs and digest")

    def test_a_note_after_another_one(self):
        entry = self.longest_portion()[4]
        self.rewrite_note(entry, lambda value: value.update(previous="0" * 64))
        self.lie(rf"{NOTE}the note \S+ names 0+ as previous, not [0-9a-f]+")

    def test_a_first_note_after_another_one(self):
        self.rewrite_note(self.longest_portion()[0], lambda value: value.update(previous="0" * 64))
        self.lie(rf"{NOTE}the note \S+ names 0+ as previous, not None")

    def test_a_first_note_that_does_not_say_so(self):
        self.rewrite_note(self.longest_portion()[0], lambda value: value.pop("previous"))
        self.lie(rf"{NOTE}the note \S+ names None as previous, not None")

    def test_a_note_rewritten_with_its_digest(self):
        """The note after it still names the old one."""
        self.rewrite_note(self.longest_portion()[4], lambda value: value.update(more="word"))
        self.lie(rf"{NOTE}the note \S+ names [0-9a-f]+ as previous")

    def test_a_note_of_another_file(self):
        self.rewrite_note(self.longest_portion()[-1], lambda value: value.update(file="other"))
        self.lie(rf"{NOTE}the note \S+ has file, ordinal and paragraphs \['other'")

    def test_a_note_with_another_ordinal(self):
        self.rewrite_note(self.longest_portion()[-1], lambda value: value.update(ordinal=1))
        self.lie(rf"{NOTE}the note \S+ has file, ordinal and paragraphs")

    def test_a_note_with_other_paragraphs(self):
        self.rewrite_note(self.longest_portion()[-1], lambda value: value["paragraphs"].pop(0))
        self.lie(rf"{NOTE}the note \S+ has file, ordinal and paragraphs")

    def test_a_note_whose_text_is_not_canonical(self):
        self.rewrite_note(self.longest_portion()[-1], lambda _: None, text='{"b":1,"a":2}')
        self.lie(rf"{NOTE}the text of the note \S+ is not canonical: keys are not in order: b, a")

    def test_a_note_whose_text_is_not_normal(self):
        self.rewrite_note(self.longest_portion()[-1], lambda value: value.update(more="e\u0301"))
        self.lie(rf"{NOTE}the text of the note \S+ holds a text that is not in Unicode normal form C")

    def test_a_document_twice(self):
        first, second = self.entries("document_uploaded")[:2]
        second["subject"] = first["subject"]
        self.lie(rf"{ENTRY}the document {first['subject']} is uploaded twice")

    def test_an_entry_of_another_shape(self):
        def without_charge(entry):
            del entry["charge"]

        changes = {
            r"an entry has exactly the keys": without_charge,
            r"an entry has exactly the keys .*": lambda entry: entry.update(more=1),
            r"id is not a UUIDv7": lambda entry: entry.update(id="019cb25b-bffd-4ef8-a021-dedb71e1f6d2"),
            r"at is not a time": lambda entry: entry.update(at="2026-03-03T06:20:15Z"),
            r"commitment is neither": lambda entry: entry.update(commitment="A" * 64),
            r"person is neither": lambda entry: entry.update(person=1),
            r"subject is not a text": lambda entry: entry.update(subject=None),
            r"content is not an object": lambda entry: entry.update(content=[]),
            r"v is True, not 2": lambda entry: entry.update(v=True),
            r"a body is at most 65535 bytes": lambda entry: entry["content"].update(long="x" * 65_535),
        }
        for number, (says, change) in enumerate(changes.items()):
            with self.subTest(says=says):
                history = History(11, acts=40)
                change(next(entry for entry in history.entries[5:] if entry["kind"] == "file_forwarded"))
                folder = Published(history).write(self.base / str(number))
                self.refused(rf"{ENTRY}{says}", folder)


if __name__ == "__main__":
    unittest.main()
