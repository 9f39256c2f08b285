"""Random but valid histories of an office, written as an export, for the tests of the verifier.

Written from docs/verification.md too, and without the checker: what it hashes and signs it does by itself, so that a
mistake of the checker cannot hide in here. A history is made first and published afterwards; a test that wants an
office which lies changes the history in between, and everything is then signed as if it were true.
"""

import base64
import dataclasses
import datetime
import hashlib
import json
import random
import uuid

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from signing import OfficeKey, Officer, Passkey

ORIGIN = "office.example/ledger"
BEGIN = datetime.datetime(2026, 3, 3, 6, 20, 15, tzinfo=datetime.UTC)
# The last begins with a combining mark after a line feed: in JSON it stands behind the n of an escape.
WORDS = ("Seen.", "منظور", "Budget 2026–27", "فائل واپس کریں", "𝕬 rare", 'a "b" \\ c', "\u00e9\t", "a\n\u0303b")


def canonical(value):
    """Canonical JSON; all keys here are ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text):
    """The digest of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def encoded(data):
    """Standard base64."""
    return base64.b64encode(data).decode()


class Key:
    """Somebody who signs: the office with kind 1, a witness with kind 4."""

    def __init__(self, chance, name=ORIGIN, kind=1):
        self._private = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        self._name = name
        material = bytes([kind]) + self._private.public_key().public_bytes_raw()
        self._id = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4]
        self.verifier = f"{name}+{self._id.hex()}+{encoded(material)}"

    def line(self, text):
        """A signature line of the office."""
        return self._line(self._private.sign(text.encode()))

    def cosignature(self, text, time):
        """A signature line of a witness."""
        signature = self._private.sign(f"cosignature/v1\ntime {time}\n{text}".encode())
        return self._line(time.to_bytes(8, "big") + signature)

    def _line(self, signature):
        return f"— {self._name} {encoded(self._id + signature)}\n"


def _half(count):
    """The largest power of two that is less than a count of at least 2."""
    return 1 << (count - 1).bit_length() - 1


class GrownTree:
    """All complete subtrees of the leaves, by height, so that a root or a proof of any size is a few look-ups."""

    def __init__(self, bodies):
        level = [hashlib.sha256(b"\0" + body).digest() for body in bodies]
        self._levels = [level]
        while len(level) > 1:
            pairs = zip(level[::2], level[1::2])
            level = [self._node(left, right) for left, right in pairs]
            self._levels.append(level)

    @staticmethod
    def _node(left, right):
        return hashlib.sha256(b"\1" + left + right).digest()

    def root(self, size, start=0):
        """The hash MTH(D[start:size])."""
        count = size - start
        if count == 0:
            return hashlib.sha256(b"").digest()
        if count & (count - 1) == 0:
            # The halves that this is called with begin at a multiple of their size.
            return self._levels[count.bit_length() - 1][start // count]
        middle = start + _half(count)
        return self._node(self.root(middle, start), self.root(size, middle))

    def inclusion(self, position, size, start=0):
        """PATH(position, D[start:size])."""
        if size - start == 1:
            return []
        middle = start + _half(size - start)
        if position < middle:
            return [*self.inclusion(position, middle, start), self.root(size, middle)]
        return [*self.inclusion(position, size, middle), self.root(middle, start)]

    def consistency(self, old, size, start=0, whole=True):
        """SUBPROOF(old, D[start:size], whole); `old` counts from 0."""
        if old == size:
            return [] if whole else [self.root(size, start)]
        middle = start + _half(size - start)
        if old <= middle:
            return [*self.consistency(old, middle, start, whole), self.root(size, middle)]
        return [*self.consistency(old, size, middle, False), self.root(middle, start)]


@dataclasses.dataclass
class Draft:
    """A communication on its way."""

    id: str
    file: str
    text: str
    number: int = 1
    acts: int = 0
    kept: set = dataclasses.field(default_factory=set)
    approved: object = None
    withdrawn: bool = False


@dataclasses.dataclass
class File:
    """A file while its note portion grows."""

    id: str
    notes: list = dataclasses.field(default_factory=list)
    paragraph: int = 0
    steps: int = 1
    main: object = None


class History:
    """What happened in an office: entries in order of position, and what lies beside them."""

    def __init__(self, seed, acts=160):
        self.chance = random.Random(seed)
        self.entries, self.notes, self.documents, self.openings, self.signatures = [], [], [], {}, []
        self.keys = [Key(self.chance)]
        self.witnesses = [Key(self.chance, f"witness-{name}.example", 4) for name in "ab"]
        self._now = BEGIN
        self._files, self._parts, self._serials, self._retired = [], [], {}, set()
        self.texts, self._drafts = [], []
        self.record("ledger", "ledger_key_added", "ledger", self.id(), key=self.keys[0].verifier)
        kinds = [self._open, self._note, self._paper, self._merge, self._diarise, self._upload, self._forward]
        kinds += [self._note, self._return, self._close, self._renew, self._volume]
        kinds += [self._draft, self._write_on, self._write_on, self._approve, self._remark]
        self.signers = {}
        self.officers = [Officer(self.id) for _ in range(3)]
        for officer in self.officers:
            self._give_key(officer)
        self._open()
        for act in range(acts):
            self.chance.choice(kinds)()
            if act in (acts // 3, acts * 2 // 3):
                self._add_key()
            if act in (acts // 2, acts * 5 // 6):
                self._retire_key()
        self._shuffle()

    def id(self):
        """A UUIDv7 of now."""
        milliseconds = int(self._now.timestamp() * 1000)
        version, variant, bits = 7 << 76, 2 << 62, self.chance.getrandbits
        return str(uuid.UUID(int=milliseconds << 80 | version | bits(12) << 64 | variant | bits(62)))

    def record(self, module, kind, subject_kind, subject, by=None, **content):
        """Appends an entry, by somebody or by an officer; half of them commit to words."""
        self._now += datetime.timedelta(microseconds=self.chance.randrange(1, 90_000_000))
        system = kind.startswith("ledger")
        somebody = None if system else self.id()
        person, post, charge = (by.person, by.post, by.charge) if by else (somebody,) * 3
        entry = {
            "v": 2, "id": self.id(), "module": module, "kind": kind, "subject_kind": subject_kind, "subject": subject,
            "person": person, "post": post, "charge": charge, "content": content, "commitment": None,
            "at": self._now.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        }  # fmt: skip
        if not system and self.chance.random() < 0.5:
            opening = {"salt": self.chance.randbytes(16).hex(), "values": {"remark": self.chance.choice(WORDS)}}
            self.openings[entry["id"]] = opening
            entry["commitment"] = digest(canonical(opening))
        self.entries.append(entry)

    def _open(self):
        is_part = bool(self._files) and self.chance.random() < 0.3
        file = File(self.id(), main=self.chance.choice(self._files) if is_part else None)
        self._files.append(file)
        if is_part:
            self._parts.append(file)
        # A part has the number of its file.
        content = {} if file.main else {"numbered": self._number("files:finance")}
        self.record("filing", "file_opened", "file", file.id, **content)

    def _number(self, series):
        self._serials[series] = self._serials.get(series, 0) + 1
        return {"series": series, "serial": self._serials[series]}

    def _note(self):
        self._write(self.chance.choice(self._files), "note_submitted", "note", by=self.chance.choice(self.officers))

    def _return(self):
        posts = {"from": self.id(), "to": self.id(), "action": None, "reason": "discuss"}
        self._step("file_returned", self.chance.choice(self._files), posts)

    def _close(self):
        posts = {"from": self.id(), "to": None, "action": None, "reason": None}
        self._step("file_closed", self.chance.choice(self._files), posts)

    def _volume(self):
        """The next volume of a file, which brings it to rest without a signature."""
        file, volume = self.chance.choice(self._files), File(self.id())
        self._files.append(volume)
        file.steps += 1
        step = {"ordinal": file.steps, "from": self.id(), "to": None, "action": None, "reason": None, "due_at": None}
        self.record("filing", "file_continued", "file", file.id, **step)
        self.record("filing", "file_opened", "file", volume.id)

    def _step(self, kind, file, step):
        """An act that is signed without a note."""
        officer = self.chance.choice(self.officers)
        file.steps += 1
        step = {"ordinal": file.steps, **step}
        statement = canonical({
            "v": 1, "nonce": self.chance.randbytes(16).hex(), "act": kind, "file": file.id, **step,
            "remark": self.chance.choice(WORDS), **self.author(officer),
        })  # fmt: skip
        signature = self.sign(officer, "act", statement, file=file.id, note=None, step=file.steps, statement=statement)
        self.record("filing", kind, "file", file.id, by=officer, **step, due_at=None, signature=signature)

    def _draft(self):
        """A draft for approval, with its first text."""
        draft = Draft(self.id(), self.chance.choice(self._files).id, "")
        self._drafts.append(draft)
        draft.text = self._wording(draft)
        self._on(draft, "communication_opened", form="letter")

    def _wording(self, draft):
        """What the digest of the latest text is made of."""
        words = [self.chance.choice(WORDS) for _ in range(2)]
        nonce = self.chance.randbytes(16).hex()
        return canonical({"v": 1, "nonce": nonce, "communication": draft.id, "text": draft.number, "content": words})

    def _on(self, draft, kind, by=None, **content):
        self.record("drafting", kind, "file", draft.file, by=by, communication=draft.id, **content)

    def _open_draft(self):
        """One that was not withdrawn; a new one where there is none."""
        drafts = [draft for draft in self._drafts if not draft.withdrawn]
        if not drafts:
            self._draft()
        return self.chance.choice(drafts or self._drafts[-1:])

    def _sealed(self, draft):
        """The latest text as entries name it; from then on it stays as it is."""
        if draft.number not in draft.kept:
            draft.kept.add(draft.number)
            self.texts.append({"communication": draft.id, "text": draft.number, "canonical": draft.text})
        return {"text": draft.number, "digest": digest(draft.text)}

    def _write_on(self):
        """Another hand, or an accepted suggestion, begins the next text; an approval is void. Or nothing begins."""
        draft = self._open_draft()
        kind = self.chance.choice(["communication_revised", "suggestion_decided", "suggestion_decided"])
        if kind == "suggestion_decided" and self.chance.random() < 0.5:
            self._on(draft, kind, text=draft.number, before=None, voids=None, accepted=False)
            return
        before, voids, draft.approved = self._sealed(draft), draft.approved, None
        draft.number += 1
        draft.text = self._wording(draft)
        self._on(draft, kind, text=draft.number, before=before, voids=voids)

    def _remark(self):
        draft = self._open_draft()
        kind = self.chance.choice(["communication_remarked", "communication_vetted", "communication_withdrawn"])
        draft.withdrawn = kind == "communication_withdrawn"
        self._on(draft, kind, **self._sealed(draft))

    def _approve(self):
        """An officer signs a text that is not approved."""
        draft, officer = self._open_draft(), self.chance.choice(self.officers)
        if draft.approved:
            return
        draft.approved, draft.acts = draft.number, draft.acts + 1
        act = {"ordinal": draft.acts, **self._sealed(draft)}
        kind = "communication_approved"
        statement = canonical({
            "v": 1, "nonce": self.chance.randbytes(16).hex(), "act": kind, "file": draft.file, **act,
            "communication": draft.id, "form": "letter", **self.author(officer),
        })  # fmt: skip
        under = {"file": draft.file, "note": None, "communication": draft.id, "step": draft.acts}
        signature = self.sign(officer, "act", statement, **under, statement=statement)
        self._on(draft, kind, by=officer, **act, signature=signature)

    @staticmethod
    def author(officer):
        """Who signs, in the words of a statement."""
        return {"person": officer.person, "post": officer.post, "charge": officer.charge}

    def sign(self, officer, purpose, text, key=None, **line):
        """Signs, keeps the line, and answers what the entry says of it."""
        key = key or officer.key
        evidence = key.evidence(purpose, text)
        self.signatures.append({"statement": None, "step": None, "communication": None, **line, "evidence": canonical(evidence)})
        proof = evidence.get("proof", "passkey")
        return {"method": key.method, "key": key.id, "proof": proof, "evidence": digest(canonical(evidence))}

    def _give_key(self, officer):
        """A new key: by the office itself, or by the officer, and approved by somebody else."""
        is_first = officer in self.officers[:2] and officer.key is None
        make = [OfficeKey, Passkey][self.officers.index(officer)] if is_first else self.chance.choice([OfficeKey, Passkey])
        officer.key = make(self.chance, self.id())
        self.signers[officer.key.id] = officer.key
        if make is OfficeKey:
            self.record("keys", "signing_key_made", "person", officer.person, by=officer, **officer.key.content)
            return
        self.record("identity", "passkey_enrolled", "person", officer.person, by=officer, **officer.key.content)
        self.record("identity", "passkey_approved", "person", officer.person, **officer.key.content)

    def _renew(self):
        """A key that signs no more, and the next."""
        officer = self.chance.choice(self.officers)
        if isinstance(officer.key, OfficeKey):
            self.record("keys", "signing_key_retired", "person", officer.person, key=officer.key.id)
        else:
            self.record("identity", "passkey_revoked", "person", officer.person, passkey=officer.key.id, reason="lost")
        self._give_key(officer)

    def _paper(self):
        self._write(self.chance.choice(self._files), "paper_added", "paper", document=self.id())

    def _merge(self):
        if self._parts:
            part = self.chance.choice(self._parts)
            self._write(part.main, "part_merged", "part", part=part.id)

    def _write(self, file, kind, note_kind, by=None, **more):
        """Adds to a note portion; whoever writes a note signs it."""
        numbers = range(file.paragraph + 1, file.paragraph + 1 + self.chance.randrange(1, 4))
        file.paragraph = numbers[-1]
        text = canonical({
            "file": file.id, "ordinal": len(file.notes) + 1, "previous": file.notes[-1] if file.notes else None,
            "paragraphs": [{"number": number, "text": self.chance.choice(WORDS)} for number in numbers], **more,
            **(self.author(by) if by else {}),
        })  # fmt: skip
        file.notes.append(digest(text))
        note = {"id": self.id(), "kind": note_kind, "ordinal": len(file.notes), "digest": file.notes[-1]}
        self.notes.append({"id": note["id"], "canonical": text})
        content = {"note": {**note, "paragraphs": [numbers[0], numbers[-1]]}}
        if by:
            content["signature"] = self.sign(by, "note", text, file=file.id, note=note["id"])
        self.record("filing", kind, "file", file.id, by=by, **content)

    def _diarise(self):
        series = self.chance.choice(["diary:finance:2026", "diary:coord:2026"])
        self.record("correspondence", "receipt_diarised", "receipt", self.id(), numbered=self._number(series))

    def _upload(self):
        document, size = self.id(), self.chance.randrange(1, 5000)
        sha256 = hashlib.sha256(self.chance.randbytes(size)).hexdigest()
        self.documents.append({"id": document, "sha256": sha256, "bytes": size})
        self.record("correspondence", "document_uploaded", "document", document, sha256=sha256)

    def _forward(self):
        self.record("filing", "file_forwarded", "file", self.chance.choice(self._files).id, to=self.id())

    def _add_key(self):
        self.keys.append(Key(self.chance))
        self.record("ledger", "ledger_key_added", "ledger", self.id(), key=self.keys[-1].verifier)

    def _retire_key(self):
        old = next(key for key in self.keys if key.verifier not in self._retired)
        self._retired.add(old.verifier)
        self.record("ledger", "ledger_key_retired", "ledger", self.id(), key=old.verifier)

    def _shuffle(self):
        """Acts of one moment: some neighbours get their positions the other way round. Keys keep their place."""
        for at in range(1, len(self.entries) - 1):
            pair = self.entries[at : at + 2]
            of_keys = any({"key", "passkey"} & entry["content"].keys() for entry in pair)
            if self.chance.random() < 0.2 and not of_keys:
                self.entries[at : at + 2] = reversed(pair)
