"""What entries say of signatures, compared with signatures.jsonl, and verified where what was signed is there."""

import struct

from checker import canonical
from checker.entries import is_whole
from checker.proofs import ACT_TAG, NOTE_TAG, PROOFS, KEYS, Proof, challenge_of, check_facts, is_id
from checker.refusal import Refused, entry_at
from checker.signers import KINDS, Signers, microseconds

# Acts that are signed, always; no others are.
# The signed acts on a communication, and what statement and entry of each say alike.
DRAFTS = {
    "communication_approved": ("communication", "ordinal", "text", "digest"),
    "communication_issued": ("communication", "ordinal", "text", "digest", "number", "date", "rendered", "amends"),
}
SIGNED = {"note_submitted", "file_returned", "file_closed", *DRAFTS}
STEP = ("ordinal", "from", "to", "action", "reason")
WHO = ("person", "post", "charge")
METHODS, PROOF_WORDS = sorted(KEYS), sorted(PROOFS)
# Position, time, ordinal, method, proof, key, evidence, person, post, charge: there may be a million.
CLAIM = struct.Struct(">QqIBB16s32s16s16s16s")
NOBODY = bytes(16)
# What has ordinals: the steps of a file, the signed acts on a communication.
STEP_OF, ACT_ON = "step {} of file", "act {} of communication"


class Signatures:
    """Every signature that an entry speaks of, until a line has shown it."""

    def __init__(self):
        self._signers = Signers()
        self._claims = {}
        self._files = {}
        self._steps = {}
        self._challenges = {}
        self.count = 0

    def take(self, position, entry):
        """Looks at the content of one entry."""
        kind, content = entry["kind"], entry["content"]
        if kind in KINDS:
            self._signers.take(position, entry)
        if kind not in SIGNED:
            if "signature" in content:
                raise Refused(f"{kind} has a signature, and is no act that is signed")
            return
        if "signature" not in content or entry["person"] is None:
            raise Refused("nobody has signed it")
        facts = content["signature"]
        check_facts(facts)
        under, ordinal = _under(entry)
        if under in self._claims:
            raise Refused("what it signs was signed before")
        numbers = METHODS.index(facts["method"]), PROOF_WORDS.index(facts["proof"])
        who = [_id_bytes(entry[key]) for key in WHO]
        evidence, key = bytes.fromhex(facts["evidence"]), _id_bytes(facts["key"])
        self._claims[under] = CLAIM.pack(position, microseconds(entry["at"]), ordinal, *numbers, key, evidence, *who)
        if kind == "note_submitted" or kind in DRAFTS:
            self._files[under] = entry["subject"]
        if kind != "note_submitted":
            self._steps[under] = step_of(entry)
        self.count += 1

    def note(self, note, text, value):
        """Remembers what was signed with a note whose text is the one of its entry."""
        if note not in self._claims:
            return
        who = CLAIM.unpack(self._claims[note])[-3:]
        if [value.get(key) for key in WHO] != [_id_text(data) for data in who]:
            raise Refused(f"the author of the note {note} is not who acted by its entry")
        self._challenges[note] = challenge_of(NOTE_TAG, text)

    def check_line(self, line, whole):
        """Checks a line of signatures.jsonl; `whole` says whether notes and statements are in the export."""
        keys = {"file", "note", "communication", "step", "evidence", "statement"}
        if not isinstance(line, dict) or line.keys() != keys or not isinstance(line["evidence"], str):
            raise Refused("a line has file, note, communication, step, evidence and statement")
        if not isinstance(line["statement"], str | None):
            raise Refused("statement is neither a text nor null")
        under, name = _line_under(line)
        if under not in self._claims:
            raise Refused(f"no entry speaks of a signature under {name}")
        packed, self._claims[under] = self._claims[under], None
        if packed is None:
            raise Refused(f"the signature under {name} is there twice")
        position, time, ordinal, method, proof, key, evidence, person, *_ = CLAIM.unpack(packed)
        facts = {
            "method": METHODS[method], "proof": PROOF_WORDS[proof], "key": _id_text(key), "evidence": evidence.hex(),
        }  # fmt: skip
        file = self._files.get(under, line["file"])
        place = f"the signature of {_placed(under, ordinal, file)}"
        try:
            if line["file"] != file:
                raise Refused("it is under another file")
            found = Proof(line["evidence"], facts)
            self._signers.judge(facts, _id_text(person), found.public_key, position, time)
            self._check_statement(under, line["statement"], found, whole)
        except Refused as refused:
            raise Refused(f"{place}: {refused.reason}; the entry is at {entry_at(position)}") from None

    def _check_statement(self, under, statement, proof, whole):
        is_act = under in self._steps
        if statement is not None and not (is_act and whole):
            raise Refused("a statement stands where none should")
        if not whole:
            return
        if is_act:
            challenge = check_statement(statement, self._steps[under])
        else:
            challenge = self._challenges.pop(under)
        proof.check(challenge)

    def end(self):
        """Refuses an export that lacks a signature."""
        lacking = [(CLAIM.unpack(packed)[0], under) for under, packed in self._claims.items() if packed]
        if lacking:
            position, under = min(lacking, key=lambda item: item[0])
            raise Refused(f"no line has the signature under {_name(under)} of {entry_at(position)}", "signatures.jsonl")


def check_statement(statement, says):
    """Refuses what was signed with an act if it is not what the entry says; answers what is signed of it."""
    if statement is None:
        raise Refused("what was signed is missing")
    try:
        value = canonical.read(statement.encode())
    except Refused as refused:
        raise Refused(f"what was signed {refused.reason}") from None
    said = {key: value.get(key) for key in says} if isinstance(value, dict) else None
    if canonical.write(said) != canonical.write(says):
        raise Refused("what was signed is another act than its entry says")
    return challenge_of(ACT_TAG, statement)


def _under(entry):
    """What an entry's signature is under, and the ordinal of that: the id of a note, or an ordinal of something."""
    is_note = entry["kind"] == "note_submitted"
    holder = entry["content"].get("note") if is_note else entry["content"]
    ordinal = holder.get("ordinal") if isinstance(holder, dict) else None
    if not is_whole(ordinal) or ordinal >= 2**32:
        raise Refused("its signature is under nothing")
    if is_note:
        return holder["id"], ordinal
    if entry["kind"] not in DRAFTS:
        return (STEP_OF, entry["subject"], ordinal), ordinal
    if not is_id(holder.get("communication")):
        raise Refused("its signature is under nothing")
    return (ACT_ON, holder["communication"], ordinal), ordinal


def step_of(entry):
    """What statement and entry of an act both say."""
    content = entry["content"]
    who = {key: entry[key] for key in WHO}
    facts = DRAFTS.get(entry["kind"], STEP)
    return {**who, "act": entry["kind"], "file": entry["subject"], **{key: content.get(key) for key in facts}}


def _line_under(line):
    """What a line is under, and how that is named."""
    note, communication, step, file = (line[key] for key in ("note", "communication", "step", "file"))
    if isinstance(note, str) and communication is None and step is None:
        return note, _name(note)
    if note is None and is_whole(step) and isinstance(file, str):
        if communication is None:
            return (STEP_OF, file, step), _name((STEP_OF, file, step))
        if isinstance(communication, str):
            return (ACT_ON, communication, step), _name((ACT_ON, communication, step))
    raise Refused("a signature is under a note, a step of a file or an act on a communication")


def _name(under):
    if isinstance(under, str):
        return f"note {under}"
    what, of, ordinal = under
    return f"{what.format(ordinal)} {of}"


def _placed(under, ordinal, file):
    return f"note {ordinal} of file {file}" if isinstance(under, str) else _name(under)


def _id_bytes(value):
    if value is None:
        return NOBODY
    if not is_id(value):
        raise Refused(f"is signed by what is no id: {value[:40]!r}")
    return bytes.fromhex(value.replace("-", ""))


def _id_text(data):
    if data == NOBODY:
        return None
    text = data.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
