"""One act with what proves it: an entry, its way to the root of a checkpoint, and perhaps the words of the act."""

import json
import re

from checker import canonical
from checker.acts import NOTES, check_note, check_note_text
from checker.entries import is_whole, read_entry
from checker.proofs import NOTE_TAG, Proof, challenge_of, check_facts
from checker.refusal import Refused, placed
from checker.signatures import WHO, check_statement, is_signed, step_of
from checker.signed import OFFICE, Checkpoint, VerifierKey, digest_from_base64
from checker.signers import Signers, microseconds
from checker.tree import check_inclusion, leaf_hash
from checker.trust import Trust

NEEDED = {"v", "entry", "checkpoint", "proof", "keys"}
POSSIBLE = NEEDED | {"opening", "note", "statement", "signature", "signer"}
APPROVALS = {"passkey_approved", "signing_key_made"}
SALT = re.compile(r"[0-9a-f]{32}")


class Evidence:
    """One bundle. The key is the one that signed its checkpoint: a bundle shows no rotation of keys."""

    def __init__(self, text, key=None, kept=None):
        self._bundle = _bundle_of(text)
        self._kept = kept
        self.key_is_given = key is not None
        self._keys = [key] if key else _keys_of(self._bundle["keys"])
        with placed("checkpoint"):
            self.checkpoint = Checkpoint.read(self._bundle["checkpoint"])
        self.position = self._bundle["entry"]["position"]
        self.entry = None
        self.key = None
        # What was signed, once it is known to be what the entry speaks of.
        self.challenge = None

    def check(self):
        """Refuses at the first thing that is wrong."""
        body, checkpoint = self._bundle["entry"]["body"].encode(), self.checkpoint
        with placed("entry"):
            self.entry = read_entry(body)
        with placed("checkpoint"):
            self._check_checkpoint()
        with placed("proof"):
            proof = list(map(digest_from_base64, self._bundle["proof"]))
            check_inclusion(leaf_hash(body), self.position, checkpoint.size, proof, checkpoint.root)
        if self.has("opening"):
            with placed("opening"):
                self._check_opening()
        if self.has("note"):
            with placed("note"):
                self._check_note()
        self._check_signature()

    def has(self, part):
        """Whether the bundle has a part that it may lack."""
        return self._bundle.get(part) is not None

    def _check_checkpoint(self):
        self.key = next((key for key in self._keys if any(map(key.wrote, self.checkpoint.lines))), self._keys[0])
        Trust(*self._keys).judge(self.checkpoint)
        if self._kept is None:
            return
        kept, checkpoint = self._kept.checkpoint, self.checkpoint
        if kept.origin != checkpoint.origin:
            raise Refused(f"is of {checkpoint.origin}, the one kept in {self._kept.path} of {kept.origin}")
        if kept.size != checkpoint.size:
            sizes = f"has size {checkpoint.size}, the one kept in {self._kept.path} {kept.size}"
            raise Refused(f"{sizes}: they cannot be compared; ask for a bundle of that size, or check an export")
        if kept.root != checkpoint.root:
            raise Refused(f"has another root than the one kept in {self._kept.path}: this is another history")

    def _check_opening(self):
        opening = self._bundle["opening"]
        if not isinstance(opening, dict) or opening.keys() != {"salt", "values"}:
            raise Refused("has salt and values")
        if not isinstance(opening["salt"], str) or not SALT.fullmatch(opening["salt"]):
            raise Refused("the salt is 32 hex digits")
        if not isinstance(opening["values"], dict):
            raise Refused("values is not an object")
        canonical.check_texts(opening)
        if canonical.digest(canonical.write(opening)) != self.entry["commitment"]:
            raise Refused("does not open the commitment of the entry")

    def _check_note(self):
        note = self.entry["content"].get("note")
        if self.entry["kind"] not in NOTES:
            raise Refused(f"an entry {self.entry['kind']} has no note")
        check_note(note)
        if not isinstance(self._bundle["note"], str):
            raise Refused("is not a text")
        # Which digest the note before has, only an export tells; that the first has none is known.
        previous = None if note["ordinal"] == 1 else False
        value = check_note_text(self._bundle["note"], self.entry["subject"], note, previous)
        if is_signed(self.entry):
            if [value.get(key) for key in WHO] != [self.entry[key] for key in WHO]:
                raise Refused("its author is not who acted by the entry")
            self.challenge = challenge_of(NOTE_TAG, self._bundle["note"])

    def _check_signature(self):
        """The signature, as far as the bundle has what belongs to it."""
        if self.has("statement"):
            with placed("statement"):
                self._check_statement()
        if not self.has("signature"):
            for part in ("statement", "signer"):
                if self.has(part):
                    raise Refused("has no signature that it could belong to", part)
            return
        with placed("signature"):
            if not is_signed(self.entry):
                raise Refused(f"an entry {self.entry['kind']} has no signature")
            facts = self.entry["content"].get("signature")
            check_facts(facts)
            if not isinstance(self._bundle["signature"], str):
                raise Refused("is not a text")
            proof = Proof(self._bundle["signature"], facts)
            if self.challenge:
                proof.check(self.challenge)
        if self.has("signer"):
            with placed("signer"):
                self._check_signer(facts, proof.public_key)

    def _check_statement(self):
        if not is_signed(self.entry) or "note" in self.entry["content"]:
            raise Refused(f"an entry {self.entry['kind']} has no statement beside a note")
        if not isinstance(self._bundle["statement"], str):
            raise Refused("is not a text")
        self.challenge = check_statement(self._bundle["statement"], step_of(self.entry))

    def _check_signer(self, facts, public_key):
        """The entry that made the key the officer's is in the same tree."""
        signer = self._bundle["signer"]
        if not isinstance(signer, dict) or signer.keys() != {"position", "body", "proof"}:
            raise Refused("has position, body and proof")
        if not is_whole(signer["position"]) or not isinstance(signer["body"], str) or not _texts(signer["proof"]):
            raise Refused("has a position that is a number, a body that is a text and a proof that is a list of texts")
        canonical.check_whole_characters(signer["body"])
        body, checkpoint = signer["body"].encode(), self.checkpoint
        entry = read_entry(body)
        proof = list(map(digest_from_base64, signer["proof"]))
        check_inclusion(leaf_hash(body), signer["position"], checkpoint.size, proof, checkpoint.root)
        if entry["kind"] not in APPROVALS:
            raise Refused(f"an entry {entry['kind']} makes nobody a signer")
        signers = Signers()
        signers.take(signer["position"], entry)
        signers.judge(facts, self.entry["person"], public_key, self.position, microseconds(self.entry["at"]))


def _bundle_of(text):
    """The bundle, in the form that bundles have."""
    bundle = canonical.read_plain(text)
    if not isinstance(bundle, dict) or not NEEDED <= bundle.keys() <= POSSIBLE:
        raise Refused(f"a bundle has the keys {', '.join(sorted(NEEDED))}, perhaps others of the page, and no more")
    if not is_whole(bundle["v"]) or bundle["v"] != 1:
        raise Refused(f"v is {json.dumps(bundle['v'])}, not 1")
    entry = bundle["entry"]
    if not isinstance(entry, dict) or entry.keys() != {"position", "body"}:
        raise Refused("entry has position and body")
    if not is_whole(entry["position"]) or not isinstance(entry["body"], str):
        raise Refused("entry has a position that is a number and a body that is a text")
    if not isinstance(bundle["checkpoint"], str):
        raise Refused("checkpoint is not a text")
    for name in ("proof", "keys"):
        if not _texts(bundle[name]):
            raise Refused(f"{name} is not a list of texts")
    for part in (entry["body"], bundle["checkpoint"]):
        canonical.check_whole_characters(part)
    return bundle


def _keys_of(texts):
    if not texts:
        raise Refused("holds no key, and none was given")
    with placed("keys"):
        return [VerifierKey.read(text, OFFICE) for text in texts]


def _texts(value):
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
