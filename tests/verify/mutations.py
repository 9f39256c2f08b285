"""What somebody without the office's keys could do to an export: each is one change to its files, and what the verifier
must say. The same list is done to exports of random histories and to one of the real program."""

import base64
import json
import re

from changing import ALL, Mutation, middle, mutation, other_digit, read, with_line, with_lines, write
from history import canonical
from rewording import forget_texts
from spoiling import is_of

STEPS = {"file_returned", "file_closed"}
ROOT_IS_WRONG = r"checkpoints\.jsonl line \d+: the entries do not have the root"
ENTRY = r"entries\.jsonl line \d+ \(position \d+\): "


@mutation(ROOT_IS_WRONG)
def entry_edited(folder):
    """An act at another second."""

    def change(entry):
        entry["at"] = re.sub(r"\d{6}Z$", lambda found: f"{(int(found[0][:6]) + 1) % 10**6:06}Z", entry["at"])

    with_line(folder, "entries.jsonl", middle(folder), change)


@mutation(ROOT_IS_WRONG)
def entry_edited_in_content(folder):
    def change(entry):
        entry["content"]["more"] = 1

    with_line(folder, "entries.jsonl", middle(folder), change)


@mutation(rf"({ROOT_IS_WRONG}|{ENTRY}there are only)")
def entry_removed(folder):
    with_lines(folder, "entries.jsonl", lambda lines: lines.pop(len(lines) // 2))


@mutation(rf"{ENTRY}the first entry does not add the key")
def first_entry_removed(folder):
    with_lines(folder, "entries.jsonl", lambda lines: lines.pop(0))


@mutation(rf"{ENTRY}there are only \d+ entries, \d+ by a checkpoint")
def last_entry_removed(folder):
    with_lines(folder, "entries.jsonl", lambda lines: lines.pop())


@mutation(ROOT_IS_WRONG)
def entries_swapped(folder):
    def change(lines):
        at = len(lines) // 2
        lines[at : at + 2] = reversed(lines[at : at + 2])

    with_lines(folder, "entries.jsonl", change)


@mutation(rf"{ENTRY}the id [0-9a-f-]+ is there twice")
def entry_doubled(folder):
    with_lines(folder, "entries.jsonl", lambda lines: lines.insert(len(lines) // 2, lines[len(lines) // 2]))


@mutation(rf"{ENTRY}there are more entries than the \d+ of checkpoint\.txt")
def entry_appended(folder):
    def change(lines):
        entry = json.loads(lines[-1])
        entry["id"] = re.sub("^.{8}", "ffffffff", entry["id"])
        entry |= {"kind": "file_forwarded", "content": {}}
        lines.append(canonical(entry).encode() + b"\n")

    with_lines(folder, "entries.jsonl", change)


@mutation(rf"{ENTRY}the last line is not ended")
def last_line_not_ended(folder):
    with_lines(folder, "entries.jsonl", lambda lines: lines.append(lines.pop()[:-1]))


def rewritten(change):
    """A change of the bytes of an entry in the middle."""

    def mutate(folder):
        def on(lines):
            lines[len(lines) // 2] = change(lines[len(lines) // 2][:-1]) + b"\n"

        with_lines(folder, "entries.jsonl", on)

    return mutate


BYTES = {
    "keys_reordered": (r"is not canonical: keys are not in order", lambda body: body[:-7] + b',"v":2,"a":0}'),
    "keys_doubled": (r"holds the key 'v' twice", lambda body: body[:-1] + b',"v":2}'),
    "white_space": (r"is not canonical: white space at character 2", lambda body: b"{ " + body[1:]),
    "text_not_normal": (
        r"holds a text that is not in Unicode normal form C",
        lambda body: re.sub(rb'"module":"', '"module":"e\u0301'.encode(), body),
    ),
    "escaped_letter": (
        r"is not canonical: another way of writing",
        lambda body: re.sub(rb'"module":"', rb'"module":"\\u0061', body),
    ),
    "number_with_fraction": (r"holds the number 2\.0", lambda body: re.sub(rb'"v":2}$', b'"v":2.0}', body)),
    "lone_surrogate": (
        r"holds a lone surrogate",
        lambda body: re.sub(rb'"module":"', rb'"module":"\\ud800', body),
    ),
    "version_1": (r"v is 1, not 2", lambda body: re.sub(rb'"v":2}$', b'"v":1}', body)),
    "not_utf_8": (r"is not UTF-8 at byte", lambda body: re.sub(rb'"module":"', b'"module":"\xff', body)),
}
for _name, (_says, _change) in BYTES.items():
    ALL.append(Mutation(_name, ENTRY + _says, rewritten(_change)))


@mutation(r"notes\.jsonl line \d+: the text of the note \S+ does not have the digest of its entry")
def note_edited(folder):
    def change(line):
        line["canonical"] = line["canonical"].replace(":1", ":2", 1)[:-1] + " }"

    with_line(folder, "notes.jsonl", middle(folder, "notes.jsonl"), change)


@mutation(rf"notes\.jsonl: no line has the note \S+ of {ENTRY[:-2]}")
def note_removed(folder):
    with_lines(folder, "notes.jsonl", lambda lines: lines.pop(len(lines) // 2))


@mutation(r"notes\.jsonl line \d+: the note \S+ is there twice")
def note_doubled(folder):
    with_lines(folder, "notes.jsonl", lambda lines: lines.append(lines[0]))


@mutation(r"notes\.jsonl line \d+: no entry has the note 019")
def note_slipped_in(folder):
    stranger = {"canonical": "{}", "id": "01900000-0000-7000-8000-000000000000"}
    with_lines(folder, "notes.jsonl", lambda lines: lines.append(canonical(stranger).encode() + b"\n"))


@mutation(r"documents\.jsonl: no line has the document")
def document_removed(folder):
    with_lines(folder, "documents.jsonl", lambda lines: lines.pop(len(lines) // 2))


@mutation(r"documents\.jsonl line \d+: the document \S+ is there twice")
def document_doubled(folder):
    with_lines(folder, "documents.jsonl", lambda lines: lines.append(lines[0]))


@mutation(r"documents\.jsonl line \d+: the document \S+ has another sha256 than entries\.jsonl line")
def document_edited(folder):
    with_line(folder, "documents.jsonl", 0, lambda line: line.update(sha256="0" * 64))


@mutation(r"documents\.jsonl line \d+: no entry has uploaded the document")
def document_slipped_in(folder):
    with_line(folder, "documents.jsonl", 0, lambda line: line.update(id="01900000-0000-7000-8000-000000000000"))


@mutation(
    r"(consistency\.jsonl line \d+: is from \d+ to \d+, not from|checkpoints\.jsonl: the history ends at size|"
    r"checkpoints\.jsonl line \d+: no key that is trusted at size)"
)
def checkpoint_removed(folder):
    """Where it was the last one before the new key, the key is missed before the proof."""
    with_lines(folder, "checkpoints.jsonl", lambda lines: lines.pop(len(lines) // 2))


@mutation(r"checkpoints\.jsonl: the history ends at size \d+, checkpoint\.txt has \d+")
def last_checkpoint_removed(folder):
    with_lines(folder, "checkpoints.jsonl", lambda lines: lines.pop())


@mutation(r"checkpoints\.jsonl line \d+: size \d+ after size \d+")
def checkpoint_doubled(folder):
    with_lines(folder, "checkpoints.jsonl", lambda lines: lines.append(lines[-1]))


@mutation(r"checkpoints\.jsonl line \d+: time 2000-\S+ after ")
def checkpoint_made_earlier(folder):
    with_line(folder, "checkpoints.jsonl", -1, lambda line: line.update(at="2000-01-01T00:00:00.000000Z"))


def with_note(folder, change):
    """Changes the note of a checkpoint in the middle of the history."""
    number = middle(folder, "checkpoints.jsonl")
    with_line(folder, "checkpoints.jsonl", number, lambda line: line.update(note=change(line["note"])))


def with_part(number, change):
    """A change of one of the three lines of a checkpoint."""

    def on(note):
        parts = note.split("\n")
        parts[number] = change(parts[number])
        return "\n".join(parts)

    return on


def signature_edited(note):
    """A bit of the signature itself, behind the four bytes of the id."""
    line = note.split("\n")[4]
    words = line.split(" ")
    data = bytearray(base64.b64decode(words[2]))
    data[10] ^= 1
    words[2] = base64.b64encode(data).decode()
    return note.replace(line, " ".join(words), 1)


OF_A_CHECKPOINT = {
    "root_edited": (r"the entries do not have the root", with_part(2, other_digit)),
    "origin_edited": (r"the origin is \S+x", with_part(0, lambda origin: origin + "x")),
    "signature_edited": (r"the signature of \S+ does not verify", signature_edited),
    "signature_removed": (r"is not a signed note", lambda note: note.split("—")[0]),
    "extension_added": (r"a checkpoint has three lines", with_part(2, lambda root: root + "\nmore")),
}
for _name, (_says, _change) in OF_A_CHECKPOINT.items():
    _place = r"checkpoints\.jsonl line \d+: "
    ALL.append(Mutation(f"checkpoint_{_name}", _place + _says, lambda folder, on=_change: with_note(folder, on)))


@mutation(r"(checkpoints|entries)\.jsonl line")
def checkpoint_size_edited(folder):
    """One size too small: that it is another root, another order or too many entries depends on the one before."""
    with_note(folder, with_part(1, lambda size: str(int(size) - 1)))


def latest_edited(change):
    """A change of checkpoint.txt."""

    def mutate(folder):
        path = folder / "checkpoint.txt"
        path.write_text(change(path.read_text()))

    return mutate


LATEST = {
    "root_edited": (r"checkpoint\.txt: is not the last checkpoint", with_part(2, other_digit)),
    # It may be the size of the one before.
    "size_edited": (
        r"(checkpoints\.jsonl line \d+: size \d+ is more|checkpoint\.txt: is not the last)",
        with_part(1, lambda size: str(int(size) - 1)),
    ),
    "size_raised": (r"checkpoints\.jsonl: the history ends at", with_part(1, lambda size: str(int(size) + 1))),
    "size_padded": (r"checkpoint\.txt: the size of a checkpoint is not", with_part(1, lambda size: "0" + size)),
    "origin_edited": (r"checkpoints\.jsonl line 1: the origin is", with_part(0, lambda origin: origin + "x")),
    "signature_edited": (r"checkpoint\.txt: the signature of \S+ does not verify", signature_edited),
}
for _name, (_says, _change) in LATEST.items():
    ALL.append(Mutation(f"latest_{_name}", _says, latest_edited(_change)))


@mutation(r"consistency\.jsonl line \d+: the proof of consistency does not lead to the root")
def proof_edited(folder):
    def change(lines):
        number = max(range(len(lines)), key=lambda at: len(lines[at]))
        line = json.loads(lines[number])
        line["proof"][0] = other_digit(line["proof"][0])
        lines[number] = canonical(line).encode() + b"\n"

    with_lines(folder, "consistency.jsonl", change)


@mutation(r"consistency\.jsonl line \d+: the proof of consistency is too long")
def proof_lengthened(folder):
    with_line(folder, "consistency.jsonl", -1, lambda line: line["proof"].append("A" * 43 + "="))


@mutation(r"consistency\.jsonl: there is no proof from \d+ to \d+")
def proof_removed(folder):
    with_lines(folder, "consistency.jsonl", lambda lines: lines.pop())


@mutation(r"consistency\.jsonl line \d+: there is a proof for no two checkpoints")
def proof_doubled(folder):
    with_lines(folder, "consistency.jsonl", lambda lines: lines.append(lines[-1]))


@mutation(r"keys\.txt: has \d+ keys, the ledger has added \d+")
def key_listed(folder):
    with_lines(folder, "keys.txt", lambda lines: lines.append(lines[0]))


@mutation(r"documents\.jsonl: does not exist")
def documents_not_there(folder):
    (folder / "documents.jsonl").unlink()


@mutation(r"witnesses\.txt: does not exist")
def witnesses_not_there(folder):
    (folder / "witnesses.txt").unlink()


def older(folder, number):
    """Makes of an export the one that was given out when there were `number` checkpoints; answers its size."""
    history = read(folder, "checkpoints.jsonl")[:number]
    note = json.loads(history[-1])["note"]
    size = int(note.split("\n")[1])
    write(folder, "checkpoints.jsonl", history)
    (folder / "checkpoint.txt").write_text(note)
    with_lines(folder, "consistency.jsonl", lambda lines: lines.__delitem__(slice(number - 1, None)))
    with_lines(folder, "entries.jsonl", lambda lines: lines.__delitem__(slice(size, None)))
    entries = [json.loads(line) for line in read(folder, "entries.jsonl")]
    notes = {entry["content"]["note"]["id"] for entry in entries if entry["content"].get("note")}
    papers = {entry["subject"] for entry in entries if entry["kind"] == "document_uploaded"}
    for name, ids in (("notes.jsonl", notes), ("documents.jsonl", papers)):
        write(folder, name, [line for line in read(folder, name) if json.loads(line)["id"] in ids])
    steps = {(entry["subject"], entry["content"].get("ordinal")) for entry in entries if entry["kind"] in STEPS}
    kinds = ("communication_approved", "communication_issued")
    signed = (entry["content"] for entry in entries if entry["kind"] in kinds)
    steps |= {(content["communication"], content["ordinal"]) for content in signed}
    forget_texts(folder, entries)
    write(folder, "signatures.jsonl", [line for line in read(folder, "signatures.jsonl") if is_of(line, notes, steps)])
    keys = sum(entry["kind"] == "ledger_key_added" for entry in entries)
    with_lines(folder, "keys.txt", lambda lines: lines.__delitem__(slice(keys, None)))
    return size
