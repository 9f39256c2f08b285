"""Writes the archive of one file of a made-up history, as docs/file-export.md describes it, and changes it."""

import hashlib
import io
import json
import zipfile

from history import History, canonical, digest, encoded
from publishing import Published, approves

PAPER = b"%PDF-1.4 a bill"


class Archived:
    """An archive in the making: its members by name, in their order, without the manifest."""

    def __init__(self, seed=52, acts=120):
        self.history = history = History(seed, acts)
        notes = [entry["subject"] for entry in history.entries if entry["kind"] == "paper_added"]
        self.file = max(notes, key=notes.count)
        self.document = self._give_paper()
        self.published = Published(history, signers=lambda _, trusted: trusted)
        self.size = self.published.sizes[-1]
        self.left_out = []
        self.members = self._members()

    def _give_paper(self):
        """Bytes for one upload, and a paper of the file that is them."""
        sha256 = hashlib.sha256(PAPER).hexdigest()
        upload = next(entry for entry in self.history.entries if entry["kind"] == "document_uploaded")
        upload["content"]["sha256"] = sha256
        papers = (entry for entry in self.history.entries if entry["kind"] == "paper_added")
        next(entry for entry in papers if entry["subject"] == self.file)["content"]["documents"] = [sha256]
        return {"id": upload["subject"], "sha256": sha256, "bytes": len(PAPER), "member": "papers/0001-0001/1-بل.pdf"}

    def _positions(self):
        """The acts on the file, the upload, and what made the keys of the signers theirs."""
        entries, found = self.history.entries, set()
        for position, entry in enumerate(entries):
            if entry["subject"] in (self.file, self.document["id"]):
                found.add(position)
            signature = entry["content"].get("signature") if entry["subject"] == self.file else None
            if signature:
                found.add(max(at for at, other in enumerate(entries) if approves(other, signature["key"])))
        return sorted(found)

    def _members(self):
        history, tree = self.history, self.published.tree
        entries = [
            {
                "position": at, "body": self.published.bodies[at].decode(),
                "proof": list(map(encoded, tree.inclusion(at, self.size))),
            }
            for at in self._positions()
        ]  # fmt: skip
        notes = [line for line in history.notes if json.loads(line["canonical"])["file"] == self.file]
        drafts = {entry["content"]["communication"] for entry in history.entries if self._drafts(entry)}
        texts = [line for line in history.texts if line["communication"] in drafts]
        signatures = [line for line in history.signatures if line["file"] == self.file]
        return {
            "README.txt": b"See docs/file-export.md\n",
            "file.json": canonical({"id": self.file, "number": "8(2)/2026"}).encode(),
            "entries.jsonl": lines(entries),
            "notes.jsonl": lines(notes),
            "signatures.jsonl": lines(signatures),
            "texts.jsonl": lines(texts),
            "documents.jsonl": lines([self.document]),
            "movements.jsonl": lines([{"ordinal": 1, "kind": "opened"}]),
            "checkpoint.txt": self.published.cosigned(self.size).encode(),
            "keys.txt": "".join(f"{key.verifier}\n" for key in history.keys).encode(),
            "witnesses.txt": "".join(f"{key.verifier}\n" for key in history.witnesses).encode(),
            "certificates/root.der": b"\x30",
            "book.pdf": b"%PDF-1.7 a book",
            self.document["member"]: PAPER,
        }

    def _drafts(self, entry):
        return entry["subject"] == self.file and "communication" in entry["content"]

    def manifest(self):
        """The manifest of the members as they are now."""
        _, size, root, *_ = self.published.text(self.size).split("\n")
        members = [{"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in self.members.items()]
        return {
            "v": 1, "format": "daftar-file", "export": self.file, "file": {"id": self.file, "number": "8(2)/2026"},
            "language": "en", "exported_by": {"person": self.file, "post": self.file},
            "exported_at": "2026-03-04T00:00:00.000000Z", "left_out": self.left_out, "members": members,
            "checkpoint": {"origin": self.published.origin, "size": int(size), "root": root},
        }  # fmt: skip

    def write(self, path, manifest=None):
        """Writes the archive; answers its path."""
        manifest = canonical(self.manifest() if manifest is None else manifest).encode()
        path.write_bytes(zipped([*self.members.items(), ("manifest.json", manifest)]))
        return path

    def edit(self, name, number, change):
        """Changes a line of a member."""
        rows = [json.loads(line) for line in self.members[name].decode().splitlines()]
        change(rows[number])
        self.members[name] = lines(rows)

    def drop(self, name, number):
        """Removes a line of a member."""
        rows = self.members[name].splitlines(keepends=True)
        del rows[number]
        self.members[name] = b"".join(rows)


def lines(values):
    """Lines of canonical JSON."""
    return "".join(canonical(value) + "\n" for value in values).encode()


def zipped(members):
    """An archive whose members are stored one after the other."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()
