#!/usr/bin/env python3
"""Writes the vectors against which the browser's verifier is tested: a history made up here, its checkpoints and proofs,
and the same office's keys under another past. `vectors.py > …/verify/vectors.json`; the same at every run."""

import json
import sys

from history import History, canonical, encoded
from publishing import Published
from signing import Passkey

# A history in which passkeys of every algorithm sign notes, and either method an approval and a step.
SIGNING = 2060
SIZES = (1, 2, 3, 7, 8, 13, 21, 34, 55)


def every(_, trusted):
    """All keys that are trusted at a size sign it."""
    return trusted


def vectors():
    history = History(1947, acts=60)
    # One checkpoint covers the second key, and the next is signed by both.
    added = [at for at, entry in enumerate(history.entries) if entry["kind"] == "ledger_key_added"][1]
    sizes = sorted({*SIZES, added + 1, added + 2, len(history.entries)})
    published = Published(history, sizes=sizes, signers=every)
    # Another past under the same keys: the second entry was exchanged for one that says something else.
    forged = History(1947, acts=60)
    forged.entries[1] = {**forged.entries[1], "at": "2026-03-03T06:20:16.000000Z"}
    forked = Published(forged, sizes=sizes, signers=every)
    pairs = [(old, new) for index, old in enumerate(sizes) for new in sizes[index + 1 :]]
    positions = [0, 1, 6, 12, 20, 33, 54, sizes[-1] - 1]
    signing = Published(History(SIGNING, acts=55), signers=every)
    return {
        "keys": [key.verifier for key in history.keys],
        "checkpoints": [published.signed[size] for size in sizes],
        "cosigned": published.cosigned(sizes[-1]),
        "forked": {"checkpoint": forked.signed[34], "consistency": proof(forked, 34, sizes[-1])},
        "evidence": [only(published.bundle(at, size)) for at in positions for size in (sizes[-1],)]
        + [only(published.bundle(at, 13)) for at in range(13)],
        "signed": signed(signing),
        "lies": lies(signing),
        "consistency": [{"from": old, "to": new, "proof": proof(published, old, new)} for old, new in pairs],
    }


def only(bundle, *more):
    """The bundle as the server answers it: to auditors without the words of anybody, to a file's readers with its note."""
    always = {key: bundle[key] for key in ("v", "entry", "checkpoint", "proof", "keys")}
    return always | {"note": None} | {key: bundle.get(key) for key in ("signature", "signer", *more)}


def signed(published):
    """Bundles of signed acts with what was signed: of notes by every method, and of acts without a note."""
    entries = enumerate(published.history.entries)
    positions = [at for at, entry in entries if "signature" in entry["content"]]
    bundles = map(published.bundle, positions)
    return [only(bundle, "note", *(["statement"] if "statement" in bundle else [])) for bundle in bundles]


# What browser and authenticator may say when a passkey is asked for something else.
LIES = (
    {"browser": {"type": "webauthn.create"}},
    {"browser": {"challenge": "AAAA"}},
    {"browser": {"origin": "https://evil.example"}},
    {"browser": {"origin": None}},
    {"browser": {"crossOrigin": True}},
    {"host": "evil.example"},
    {"flags": 0x04},
    {"flags": 0x01},
)


def lies(published):
    """Evidence under a note by its true key, which has signed something else than it should."""
    history = published.history
    texts = {note["id"]: note["canonical"] for note in history.notes}
    for at, entry in reversed(list(enumerate(history.entries))):
        key = history.signers.get(entry["content"].get("signature", {}).get("key"))
        if isinstance(key, Passkey) and "note" in entry["content"]:
            text = texts[entry["content"]["note"]["id"]]
            return {"position": at, "evidence": [canonical(key.evidence("note", text, **lie)) for lie in LIES]}
    raise LookupError("nobody signs a note with a passkey")


def proof(published, old, new):
    """A proof of consistency in base64."""
    return list(map(encoded, published.tree.consistency(old, new)))


if __name__ == "__main__":
    json.dump(vectors(), sys.stdout, ensure_ascii=False, indent=1)
    print()
