"""Signs a history and writes it as an export, in the way of an office that keeps the rules, or of one that does not."""

import datetime
import json

from history import BEGIN, ORIGIN, GrownTree, canonical, digest, encoded


class Published:
    """An export in the making. A test may change anything of it before it is written."""

    def __init__(self, history, sizes=None, signers=None, bodies=None, origin=ORIGIN):
        """`signers` answers by whom a checkpoint of a size is signed; the default is the newest key of those that are
        trusted there. `bodies` stand in for the canonical bytes of the entries."""
        self.history = history
        self.bodies = bodies or [canonical(entry).encode() for entry in history.entries]
        self.tree = GrownTree(self.bodies)
        self.sizes = sizes or self._random_sizes()
        self.origin = origin
        self._signers = signers or (lambda _, trusted: trusted[-1:])
        self.signed = self._sign()

    def _random_sizes(self):
        chance, size, sizes = self.history.chance, 0, []
        while size < len(self.bodies):
            size = min(len(self.bodies), size + chance.randrange(1, 16))
            sizes.append(size)
        return sizes

    def _sign(self):
        """The checkpoint of each size, as the rule of keys has it."""
        trusted, covered, signed = self.history.keys[:1], 0, {}
        for size in self.sizes:
            text = self.text(size)
            lines = [key.line(text) for key in self._signers(size, trusted)]
            signed[size] = f"{text}\n{''.join(lines)}"
            trusted, covered = self._trusted_after(trusted, covered, size), size
        return signed

    def _trusted_after(self, trusted, covered, size):
        by_text = {key.verifier: key for key in self.history.keys}
        for entry in self.history.entries[covered:size]:
            if entry["kind"] in ("ledger_key_added", "ledger_key_retired"):
                key = by_text.get(entry["content"]["key"])
                trusted = [other for other in trusted if other is not key]
                if entry["kind"] == "ledger_key_added" and key:
                    trusted.append(key)
        return trusted

    def text(self, size):
        """What is signed for a size."""
        return f"{self.origin}\n{size}\n{encoded(self.tree.root(size))}\n"

    def cosigned(self, size):
        """The checkpoint with the lines of all witnesses."""
        text = self.text(size)
        lines = [key.cosignature(text, 1_772_518_815 + size) for key in self.history.witnesses]
        return self.signed[size] + "".join(lines)

    def time(self, size):
        """When the checkpoint of a size was made."""
        return (BEGIN + datetime.timedelta(minutes=size)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def write(self, folder, notes=True):
        """Writes the files; answers the folder."""
        folder.mkdir()
        history, pairs = self.history, list(zip(self.sizes, self.sizes[1:]))
        (folder / "entries.jsonl").write_bytes(b"".join(body + b"\n" for body in self.bodies))
        # Some of the history have cosignatures, some were never shown to a witness.
        kept = [self.cosigned(size) if size % 3 else self.signed[size] for size in self.sizes]
        lines(folder, "checkpoints", ({"at": self.time(size), "note": note} for size, note in zip(self.sizes, kept)))
        (folder / "checkpoint.txt").write_text(self.cosigned(self.sizes[-1]))
        proofs = ((old, new, self.tree.consistency(old, new)) for old, new in pairs)
        proofs = ({"from": old, "to": new, "proof": list(map(encoded, proof))} for old, new, proof in proofs)
        lines(folder, "consistency", proofs)
        added = [entry["content"]["key"] for entry in history.entries if entry["kind"] == "ledger_key_added"]
        (folder / "keys.txt").write_text("".join(f"{key}\n" for key in added))
        (folder / "witnesses.txt").write_text("".join(f"{key.verifier}\n" for key in history.witnesses))
        lines(folder, "documents", history.documents)
        lines(folder, "signatures", (line if notes else {**line, "statement": None} for line in history.signatures))
        if notes:
            lines(folder, "notes", history.notes)
            lines(folder, "texts", history.texts)
        (folder / "README.txt").write_text("See docs/verification.md\n")
        return folder

    def bundle(self, position, size=None, **parts):
        """The proof of one act."""
        size = size or self.sizes[-1]
        entry = json.loads(self.bodies[position])
        note = (entry["content"].get("note") or {}).get("id")
        bundle = {
            "v": 1,
            "entry": {"position": position, "body": self.bodies[position].decode()},
            "checkpoint": self.signed[size],
            "proof": list(map(encoded, self.tree.inclusion(position, size))),
            "keys": [key.verifier for key in self.history.keys],
        }
        if entry["id"] in self.history.openings:
            bundle["opening"] = self.history.openings[entry["id"]]
        if note:
            bundle["note"] = next(line["canonical"] for line in self.history.notes if line["id"] == note)
        return bundle | self._signature(position, entry, size) | parts

    def _signature(self, position, entry, size):
        """What belongs to a signature: evidence, statement, and the entry that made the key the officer's."""
        signature = entry["content"].get("signature")
        if not signature:
            return {}
        lines = self.history.signatures
        line = next(line for line in lines if digest(line["evidence"]) == signature["evidence"])
        approvals = (at for at, other in enumerate(self.history.entries[:position]) if approves(other, signature["key"]))
        signer = max(approvals)
        parts = {
            "signature": line["evidence"],
            "signer": {
                "position": signer, "body": self.bodies[signer].decode(),
                "proof": list(map(encoded, self.tree.inclusion(signer, size))),
            },
        }  # fmt: skip
        return parts if line["statement"] is None else {**parts, "statement": line["statement"]}


def approves(entry, key):
    """Whether an entry makes a key one that signs."""
    name = {"passkey_approved": "passkey", "signing_key_made": "key"}.get(entry["kind"])
    return name is not None and entry["content"][name] == key


def lines(folder, name, values):
    """Writes values as lines of canonical JSON."""
    with (folder / f"{name}.jsonl").open("w") as stream:
        stream.writelines(canonical(value) + "\n" for value in values)
