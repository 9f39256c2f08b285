"""What could be done to texts of drafts and to approvals in an export; registered with the other changes."""

import json

from changing import mutation, read, with_line, with_lines, write
from history import canonical
from spoiling import FILE as SIGNATURES

FILE = "texts.jsonl"
LINE = r"texts\.jsonl line \d+: "
TEXT = r"text \d+ of communication \S+ "
APPROVAL = r"signatures\.jsonl line \d+: the signature of act \d+ of communication \S+: "
STRANGER = "01900000-0000-7000-8000-000000000000"


def number_of_approval(folder):
    """The line of the last signature under an approval."""
    lines = enumerate(read(folder, SIGNATURES))
    return max(number for number, line in lines if json.loads(line)["communication"])


def with_approval(folder, change):
    """Changes the line of an approval's signature."""
    with_line(folder, SIGNATURES, number_of_approval(folder), change)


@mutation(LINE + TEXT + r"does not have the digest of entries\.jsonl line")
def text_edited(folder):
    """Another word in what was approved."""
    approved = json.loads(json.loads(read(folder, SIGNATURES)[number_of_approval(folder)])["statement"])
    lines = [json.loads(line) for line in read(folder, FILE)]
    of = (approved["communication"], approved["text"])
    number = next(number for number, line in enumerate(lines) if (line["communication"], line["text"]) == of)

    def change(line):
        value = json.loads(line["canonical"])
        line["canonical"] = canonical(value | {"content": "Another word."})

    with_line(folder, FILE, number, change)


@mutation(LINE + TEXT + r"does not have the digest of entries\.jsonl line")
def text_of_another_nonce(folder):
    def change(line):
        value = json.loads(line["canonical"])
        line["canonical"] = canonical(value | {"nonce": "0" * 32})

    with_line(folder, FILE, 0, change)


@mutation(r"texts\.jsonl: no line has text \d+ of communication \S+ of entries\.jsonl line \d+ \(position \d+\)")
def text_removed(folder):
    with_lines(folder, FILE, lambda lines: lines.pop(len(lines) // 2))


@mutation(LINE + TEXT + "is there twice")
def text_doubled(folder):
    with_lines(folder, FILE, lambda lines: lines.append(lines[0]))


@mutation(LINE + "no entry has the digest of text 999 of communication")
def text_slipped_in(folder):
    with_line(folder, FILE, 0, lambda line: line.update(text=999))


@mutation(LINE + f"no entry has the digest of text \\d+ of communication {STRANGER}")
def text_of_a_communication_slipped_in(folder):
    more = json.loads(read(folder, FILE)[0]) | {"communication": STRANGER}
    with_lines(folder, FILE, lambda lines: lines.append(canonical(more).encode() + b"\n"))


@mutation(r"texts\.jsonl: no line has text \d+ of communication")
def texts_not_there(folder):
    (folder / FILE).unlink()


@mutation(r"texts\.jsonl: stands where there are no notes")
def texts_without_notes(folder):
    (folder / "notes.jsonl").unlink()


@mutation(r"signatures\.jsonl: no line has the signature under act \d+ of communication \S+ of entries\.jsonl line")
def approval_signature_removed(folder):
    number = number_of_approval(folder)
    with_lines(folder, SIGNATURES, lambda lines: lines.pop(number))


@mutation(APPROVAL + "what was signed is another act than its entry says")
def approval_of_another_text(folder):
    def change(line):
        statement = json.loads(line["statement"])
        line["statement"] = canonical(statement | {"digest": "0" * 64})

    with_approval(folder, change)


@mutation(APPROVAL + "(the officer's key has not signed this|the passkey has signed another statement)")
def approval_statement_edited(folder):
    def change(line):
        statement = json.loads(line["statement"])
        line["statement"] = canonical(statement | {"form": "memorandum"})

    with_approval(folder, change)


@mutation(APPROVAL + "what was signed is missing")
def approval_statement_removed(folder):
    with_approval(folder, lambda line: line.update(statement=None))


@mutation(APPROVAL + r"its evidence does not have the digest of its entry; the entry is at entries\.jsonl line")
def approval_evidence_changed(folder):
    def change(line):
        evidence = json.loads(line["evidence"])
        line["evidence"] = canonical(evidence | {"signature": "AAAA"})

    with_approval(folder, change)


@mutation(APPROVAL + "it is under another file")
def approval_under_another_file(folder):
    with_approval(folder, lambda line: line.update(file=STRANGER))


@mutation(rf"signatures\.jsonl line \d+: no entry speaks of a signature under act \d+ of communication {STRANGER}")
def approval_of_another_communication(folder):
    with_approval(folder, lambda line: line.update(communication=STRANGER))


def forget_texts(folder, entries):
    """Leaves the texts of drafts whose digests these entries have."""
    contents = [entry["content"] for entry in entries if "communication" in entry["content"]]
    said = {(content["communication"], content["text"]) for content in contents if "digest" in content}
    said |= {(content["communication"], content["before"]["text"]) for content in contents if content.get("before")}
    lines = [(line, json.loads(line)) for line in read(folder, FILE)]
    write(folder, FILE, [line for line, value in lines if (value["communication"], value["text"]) in said])
