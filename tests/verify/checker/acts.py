"""What the contents of entries say that can be checked: notes, numbers, papers and keys."""

import json
import struct

from checker import canonical
from checker.drafts import KINDS as DRAFTING
from checker.drafts import Drafts
from checker.entries import is_digest, is_whole
from checker.refusal import Refused, entry_at
from checker.runs import NotePortion, Run
from checker.signatures import Signatures

NOTES = {"note_submitted", "paper_added", "part_merged"}
NUMBERED = {"receipt_diarised", "file_opened"}
# A part or a volume has the number of its file, not one of a series.
PERHAPS_NUMBERED = {"file_opened"}
KEYS = {"ledger_key_added", "ledger_key_retired"}
# File, ordinal, paragraphs and position: a tuple for each of a million notes would take five times the room.
NOTE = struct.Struct(">IIIIQ")
PAPER = struct.Struct(">32sQ")


class Acts:
    """Everything that later files of the export are compared with, gathered while the entries go by."""

    def __init__(self, trust):
        self._trust = trust
        self._portions = []
        self._portion_of = {}
        self._series = {}
        self._notes = {}
        self._papers = {}
        self.signatures = Signatures()
        self.drafts = Drafts()
        self.numbers = 0

    def take(self, position, entry):
        """Looks at the content of one entry."""
        kind, content = entry["kind"], entry["content"]
        try:
            if kind in NOTES:
                self._take_note(position, entry["subject"], content.get("note"))
            elif kind in NUMBERED:
                self._take_number(position, kind, content.get("numbered"))
            elif kind == "document_uploaded":
                self._take_paper(position, entry["subject"], content.get("sha256"))
            elif kind in DRAFTING:
                self.drafts.take(position, entry)
            elif kind in KEYS:
                if not isinstance(content.get("key"), str):
                    raise Refused(f"{kind} without a key")
                self._trust.hear(position, kind, content["key"])
            self.signatures.take(position, entry)
        except Refused as refused:
            raise refused.at(entry_at(position)) from None

    def end(self):
        """Refuses gaps, when all entries are read."""
        for run in (*self._portions, *self._series.values()):
            run.end()
        self.drafts.end()

    @property
    def files(self):
        """How many files have a note portion."""
        return len(self._portions)

    @property
    def series(self):
        """How many series of numbers there are."""
        return len(self._series)

    @property
    def notes(self):
        """How many notes and papers are in note portions."""
        return len(self._notes)

    @property
    def papers(self):
        """How many documents were uploaded."""
        return len(self._papers)

    def _take_note(self, position, file, note):
        check_note(note)
        portion = self._portion_of.get(file)
        if portion is None:
            portion = self._portion_of[file] = len(self._portions)
            self._portions.append(NotePortion(file))
        if note["id"] in self._notes:
            raise Refused(f"the note {note['id']} is there twice")
        self._notes[note["id"]] = NOTE.pack(portion, note["ordinal"], *note["paragraphs"], position)
        self._portions[portion].add(note["ordinal"], position, note["paragraphs"], note["digest"])

    def _take_number(self, position, kind, numbered):
        if numbered is None and kind in PERHAPS_NUMBERED:
            return
        if not isinstance(numbered, dict) or numbered.keys() != {"series", "serial"}:
            raise Refused("numbered does not have series and serial")
        series, serial = numbered["series"], numbered["serial"]
        if not isinstance(series, str) or not is_whole(serial, 1):
            raise Refused("numbered does not have a series that is a text and a serial from 1")
        run = self._series.setdefault(series, Run(f"series {series}: serial"))
        for _ in run.add(serial, position):
            self.numbers += 1

    def _take_paper(self, position, document, digest):
        if not is_digest(digest):
            raise Refused("document_uploaded without a digest")
        if document in self._papers:
            raise Refused(f"the document {document} is uploaded twice")
        self._papers[document] = PAPER.pack(bytes.fromhex(digest), position)

    def check_note_line(self, line):
        """Checks a line of notes.jsonl against its entry."""
        if not isinstance(line, dict) or line.keys() != {"id", "canonical"} or not _texts(line.values()):
            raise Refused("a line has id and canonical, both texts")
        if line["id"] not in self._notes:
            raise Refused(f"no entry has the note {line['id']}")
        packed, self._notes[line["id"]] = self._notes[line["id"]], None
        if packed is None:
            raise Refused(f"the note {line['id']} is there twice")
        portion, ordinal, first, last, position = NOTE.unpack(packed)
        portion = self._portions[portion]
        entry = {"id": line["id"], "ordinal": ordinal, "paragraphs": [first, last], "digest": portion.digest(ordinal)}
        try:
            value = check_note_text(line["canonical"], portion.file, entry, portion.digest(ordinal - 1))
            self.signatures.note(line["id"], line["canonical"], value)
        except Refused as refused:
            place = f"note {ordinal} of file {portion.file}"
            raise Refused(f"{refused.reason}; it is {place}, the entry is at {entry_at(position)}") from None

    def end_of_notes(self):
        """Refuses an export that lacks the text of a note."""
        lacking = [(NOTE.unpack(packed)[-1], note) for note, packed in self._notes.items() if packed]
        if lacking:
            position, note = min(lacking)
            raise Refused(f"no line has the note {note} of {entry_at(position)}", "notes.jsonl")

    def check_paper_line(self, line):
        """Checks a line of documents.jsonl against its entry."""
        if not isinstance(line, dict) or line.keys() != {"id", "sha256", "bytes"}:
            raise Refused("a line has id, sha256 and bytes")
        if not _texts([line["id"], line["sha256"]]) or not is_whole(line["bytes"]):
            raise Refused("a line has id and sha256, both texts, and bytes, a number")
        if line["id"] not in self._papers:
            raise Refused(f"no entry has uploaded the document {line['id']}")
        packed, self._papers[line["id"]] = self._papers[line["id"]], None
        if packed is None:
            raise Refused(f"the document {line['id']} is there twice")
        digest, position = PAPER.unpack(packed)
        if line["sha256"] != digest.hex():
            raise Refused(f"the document {line['id']} has another sha256 than {entry_at(position)}")

    def end_of_papers(self):
        """Refuses an export that lacks a document."""
        lacking = [(PAPER.unpack(packed)[-1], paper) for paper, packed in self._papers.items() if packed]
        if lacking:
            position, paper = min(lacking)
            raise Refused(f"no line has the document {paper} of {entry_at(position)}", "documents.jsonl")


def check_note(note):
    """Refuses a note in a content that is not of the form that notes have."""
    if not isinstance(note, dict) or note.keys() != {"id", "kind", "ordinal", "paragraphs", "digest"}:
        raise Refused("note does not have id, kind, ordinal, paragraphs and digest")
    if not _texts([note["id"], note["kind"]]) or not is_digest(note["digest"]):
        raise Refused("note does not have texts for id and kind and a digest")
    paragraphs = note["paragraphs"]
    if not isinstance(paragraphs, list) or len(paragraphs) != 2:
        raise Refused("the paragraphs of a note are a first and a last")
    if not all(is_whole(number, 1) and number < 2**32 for number in (note["ordinal"], *paragraphs)):
        raise Refused("ordinal and paragraphs of a note are numbers from 1")


def check_note_text(text, file, note, previous=False):
    """Refuses the canonical text of a note that is not what its entry says. `previous` is the digest of the ordinal
    before, or False where nobody knows it. Answers the value of the text."""
    if canonical.digest(text) != note["digest"]:
        raise Refused(f"the text of the note {note['id']} does not have the digest of its entry")
    try:
        value = canonical.read(text.encode())
    except Refused as refused:
        raise Refused(f"the text of the note {note['id']} {refused.reason}") from None
    if not isinstance(value, dict):
        raise Refused(f"the text of the note {note['id']} is not an object")
    paragraphs = value.get("paragraphs")
    numbers = [item.get("number") for item in paragraphs] if _objects(paragraphs) else []
    said = [value.get("file"), value.get("ordinal"), *numbers[:1], *numbers[-1:]]
    expected = [file, note["ordinal"], *note["paragraphs"]]
    # Compared as they are written, since 1 and true are the same to Python.
    if json.dumps(said) != json.dumps(expected):
        reason = f"the note {note['id']} has file, ordinal and paragraphs {said}, its entry {expected}"
        raise Refused(reason)
    if previous is not False and value.get("previous", False) != previous:
        raise Refused(f"the note {note['id']} names {value.get('previous')} as previous, not {previous}")
    return value


def _texts(values):
    return all(isinstance(value, str) for value in values)


def _objects(values):
    return isinstance(values, list) and all(isinstance(value, dict) for value in values)
