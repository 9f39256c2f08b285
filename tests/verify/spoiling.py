"""What could be done to signatures in an export; registered with the other changes."""

import base64
import json
import random

from changing import mutation, read, with_line, with_lines, write
from history import canonical
from signing import OfficeKey, base64url

FILE = "signatures.jsonl"
SIGNATURE = r"signatures\.jsonl line \d+: the signature of ((note|step) \d+ of file|act \d+ of communication) \S+: "
OTHER_DIGEST = SIGNATURE + r"its evidence does not have the digest of its entry; the entry is at entries\.jsonl line"


def number_of(folder, of_an_act):
    """The last line under a note, or under an act."""
    values = [json.loads(line) for line in read(folder, FILE)]
    return max(number for number, value in enumerate(values) if (value["statement"] is not None) == of_an_act)


def with_signature(folder, change, of_an_act=False):
    """Changes the value of such a line."""
    with_line(folder, FILE, number_of(folder, of_an_act), change)


def with_evidence(folder, change):
    """Changes the evidence of one under a note."""

    def on(line):
        evidence = json.loads(line["evidence"])
        line["evidence"] = canonical(change(evidence) or evidence)

    with_signature(folder, on)


@mutation(OTHER_DIGEST)
def signature_bit_turned(folder):
    def change(evidence):
        signature = bytearray(base64.urlsafe_b64decode(evidence["signature"] + "=="))
        signature[20] ^= 1
        evidence["signature"] = base64url(bytes(signature))

    with_evidence(folder, change)


@mutation(OTHER_DIGEST)
def signature_by_a_foreign_key(folder):
    """A good signature over the same note, by another key under the same name."""
    note = json.loads(read(folder, FILE)[number_of(folder, False)])["note"]
    notes = (json.loads(line) for line in read(folder, "notes.jsonl"))
    text = next(line["canonical"] for line in notes if line["id"] == note)

    def change(evidence):
        stranger = OfficeKey(random.Random(99), evidence.get("key") or evidence["passkey"])
        return stranger.evidence("note", text)

    with_evidence(folder, change)


@mutation(OTHER_DIGEST)
def signature_of_another_statement(folder):
    other = json.loads(read(folder, FILE)[0])["evidence"]
    with_signature(folder, lambda line: line.update(evidence=other))


@mutation(rf"signatures\.jsonl: no line has the signature under (note|step|act) \S+ .*entries\.jsonl line")
def signature_removed(folder):
    with_lines(folder, FILE, lambda lines: lines.pop(len(lines) // 2))


@mutation(r"signatures\.jsonl line \d+: the signature under (note|step|act) .* is there twice")
def signature_doubled(folder):
    with_lines(folder, FILE, lambda lines: lines.append(lines[0]))


@mutation(r"signatures\.jsonl line \d+: no entry speaks of a signature under note \S+")
def signature_moved(folder):
    """To an entry of a note portion that nobody signs."""
    signed = {json.loads(line)["note"] for line in read(folder, FILE)}
    notes = [json.loads(line)["id"] for line in read(folder, "notes.jsonl")]
    docket = next(note for note in reversed(notes) if note not in signed)
    with_signature(folder, lambda line: line.update(note=docket))


@mutation(r"signatures\.jsonl line \d+: no entry speaks of a signature under step 999 of file \S+")
def signature_slipped_in(folder):
    lines = read(folder, FILE)
    more = json.loads(lines[0]) | {"note": None, "communication": None, "step": 999}
    write(folder, FILE, [canonical(more).encode() + b"\n", *lines])


@mutation(SIGNATURE + "it is under another file")
def signature_under_another_file(folder):
    stranger = "01900000-0000-7000-8000-000000000000"
    with_signature(folder, lambda line: line.update(file=stranger))


@mutation(SIGNATURE + "(the officer's key has not signed this|the passkey has signed another statement)")
def statement_edited(folder):
    def change(line):
        statement = json.loads(line["statement"])
        line["statement"] = canonical(statement | {"remark": "Never."})

    with_signature(folder, change, of_an_act=True)


@mutation(SIGNATURE + "what was signed is another act than its entry says")
def statement_of_another_act(folder):
    def change(line):
        statement = json.loads(line["statement"])
        line["statement"] = canonical(statement | {"act": "file_reopened"})

    with_signature(folder, change, of_an_act=True)


@mutation(SIGNATURE + "what was signed is missing")
def statement_removed(folder):
    with_signature(folder, lambda line: line.update(statement=None), of_an_act=True)


@mutation(SIGNATURE + "a statement stands where none should")
def statement_under_a_note(folder):
    with_signature(folder, lambda line: line.update(statement="{}"))


@mutation(r"signatures\.jsonl: does not exist")
def signatures_not_there(folder):
    (folder / FILE).unlink()


def is_of(line, notes, steps):
    """Whether a line of signatures.jsonl is under one of these; steps are those of files and of communications."""
    value = json.loads(line)
    return value["note"] in notes or (value["communication"] or value["file"], value["step"]) in steps
