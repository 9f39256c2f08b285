"""An export, checked from its first line to its last: steps 1 to 10 of docs/verification.md.

Entries, checkpoints and proofs are read side by side, each file once and from the front: after the entries that a
checkpoint covers its root is compared, its signatures are judged by the keys in force, and the proof from the one
before is checked. Nothing is kept but digests and numbers, so millions of entries are checked in little memory.
"""

import contextlib

from checker import canonical
from checker.acts import Acts
from checker.entries import Entries, is_time, is_whole
from checker.refusal import Refused, entry_at, line_of, placed
from checker.signed import OFFICE, WITNESS, Checkpoint, VerifierKey, digest_from_base64
from checker.tree import Tree, check_consistency, leaf_hash
from checker.trust import Trust, Witnesses


class Kept:
    """The checkpoint that the reader kept from before, with the name of his file."""

    def __init__(self, path, checkpoint):
        self.path = path
        self.checkpoint = checkpoint

    @classmethod
    def read(cls, path):
        """Reads his file."""
        return cls(path, read_checkpoint(path, str(path)))


class Export:
    """One run over one folder."""

    def __init__(self, folder, key=None, kept=None, witnesses=()):
        self._folder = folder
        self._kept = kept
        self.latest = read_checkpoint(folder / "checkpoint.txt", "checkpoint.txt")
        self._key_lines = _lines_of(folder / "keys.txt")
        self.key_is_given = key is not None
        self.key = key or self._first_key()
        self.trust = Trust(self.key)
        self.witnesses = Witnesses(_keys_of(folder / "witnesses.txt", WITNESS), list(witnesses))
        self.acts = Acts(self.trust)
        self.checkpoints = 0
        self.has_notes = (folder / "notes.jsonl").exists()
        # An export from before there were drafts has none.
        self.has_texts = (folder / "texts.jsonl").exists()
        self._tree = Tree()
        self._entries = None

    def check(self):
        """Does all steps; refuses at the first thing that is wrong."""
        self._check_kept_is_not_newer()
        with contextlib.ExitStack() as files:
            self._entries = Entries(files.enter_context(_opened(self._folder / "entries.jsonl")))
            history = _json_lines(files.enter_context(_opened(self._folder / "checkpoints.jsonl")), "checkpoints.jsonl")
            proofs = _json_lines(files.enter_context(_opened(self._folder / "consistency.jsonl")), "consistency.jsonl")
            self._check_history(history, proofs)
            if self._entries.next() is not None:
                reason = f"there are more entries than the {self.latest.size} of checkpoint.txt"
                raise Refused(reason, entry_at(self.latest.size))
        self.acts.end()
        self._check_key_lines()
        if self.has_notes:
            self._compare("notes.jsonl", self.acts.check_note_line, self.acts.end_of_notes)
        self._check_texts()
        signatures = self.acts.signatures
        self._compare("signatures.jsonl", lambda line: signatures.check_line(line, self.has_notes), signatures.end)
        self._compare("documents.jsonl", self.acts.check_paper_line, self.acts.end_of_papers)

    def _check_texts(self):
        """Texts of drafts are words, and go with the notes."""
        drafts = self.acts.drafts
        if self.has_texts:
            if not self.has_notes:
                raise Refused("stands where there are no notes", "texts.jsonl")
            self._compare("texts.jsonl", drafts.check_line, drafts.end_of_texts)
        elif self.has_notes:
            drafts.end_of_texts()

    def _first_key(self):
        if not self._key_lines:
            raise Refused("holds no key", "keys.txt")
        with placed(line_of("keys.txt", 1)):
            return VerifierKey.read(self._key_lines[0], OFFICE)

    def _check_kept_is_not_newer(self):
        if self._kept is None:
            return
        kept = self._kept.checkpoint
        if kept.origin != self.latest.origin:
            raise Refused(f"is of {kept.origin}, the export of {self.latest.origin}", str(self._kept.path))
        if kept.size > self.latest.size:
            reason = f"the export has {self.latest.size} entries, fewer than the {kept.size} of the checkpoint kept in"
            raise Refused(f"{reason} {self._kept.path}", "checkpoint.txt")

    def _check_history(self, history, proofs):
        """Goes through the checkpoints by size, with the entries and the proofs beside them."""
        before, time = None, None
        for line, value in history:
            with placed(line_of("checkpoints.jsonl", line)):
                checkpoint = _from_history(value)
                self._check_order(checkpoint, value["at"], before, time)
                self._read_entries(checkpoint.size, before.size if before else 0)
                self._check_root(checkpoint, before)
                self._judge(checkpoint)
                if checkpoint.size == self.latest.size:
                    self._check_latest(checkpoint)
            self._cover(checkpoint)
            if before:
                _check_proof(proofs, before, checkpoint)
            before, time = checkpoint, value["at"]
            self.checkpoints += 1
        if before is None or before.size != self.latest.size:
            reason = f"the history ends at size {before.size if before else 0}, checkpoint.txt has {self.latest.size}"
            raise Refused(reason, "checkpoints.jsonl")
        for line, _ in proofs:
            raise Refused("there is a proof for no two checkpoints", line_of("consistency.jsonl", line))

    def _check_order(self, checkpoint, time, before, time_before):
        if checkpoint.origin != self.latest.origin:
            raise Refused(f"the origin is {checkpoint.origin}, that of checkpoint.txt {self.latest.origin}")
        if before and checkpoint.size <= before.size:
            raise Refused(f"size {checkpoint.size} after size {before.size}")
        if before and time < time_before:
            raise Refused(f"time {time} after {time_before}")

    def _read_entries(self, size, covered):
        """Reads as many entries as a checkpoint covers; on the way, the size of the checkpoint that was kept."""
        kept = self._kept.checkpoint if self._kept else None
        if size > self.latest.size:
            raise Refused(f"size {size} is more than the {self.latest.size} of checkpoint.txt")
        if kept and kept.size == 0 and covered == 0:
            self._check_kept()
        while self._tree.size < size:
            found = self._entries.next()
            if found is None:
                reason = f"there are only {self._tree.size} entries, {size} by a checkpoint"
                raise Refused(reason, entry_at(self._tree.size))
            body, entry = found
            if self._tree.size == 0:
                self._check_first(entry)
            self.acts.take(self._tree.size, entry)
            self._tree.add(leaf_hash(body))
            if kept and kept.size == self._tree.size:
                self._check_kept()

    def _check_first(self, entry):
        """The first entry says whose ledger this is."""
        if entry["kind"] != "ledger_key_added" or entry["content"].get("key") != str(self.key):
            whose = "given to this program" if self.key_is_given else "in the first line of keys.txt"
            reason = f"the first entry does not add the key {self.key.short()}, which is the one {whose}"
            raise Refused(reason, entry_at(0))

    def _check_root(self, checkpoint, before):
        if self._tree.root() != checkpoint.root:
            covered = before.size if before else 0
            raise Refused(
                f"the entries do not have the root of the checkpoint of size {checkpoint.size}: one from position "
                f"{covered} to {checkpoint.size - 1} is not what was signed, or the checkpoint is not"
            )

    def _check_kept(self):
        kept = self._kept.checkpoint
        with placed(str(self._kept.path)):
            self.trust.judge(kept)
            self.witnesses.judge(kept)
            if self._tree.root() != kept.root:
                raise Refused(f"the first {kept.size} entries of the export have another root: this is another history")

    def _judge(self, checkpoint):
        self.trust.judge(checkpoint)
        self.witnesses.judge(checkpoint)

    def _check_latest(self, last):
        """The last of the history and checkpoint.txt are one; only cosignatures may have come later."""
        with placed("checkpoint.txt"):
            if self.latest.text != last.text:
                raise Refused("is not the last checkpoint of checkpoints.jsonl")
            self._judge(self.latest)
            self.witnesses.demand(self.latest)

    def _cover(self, checkpoint):
        with placed("entries.jsonl"):
            self.trust.cover(checkpoint.size)

    def _check_key_lines(self):
        """keys.txt is for those who have no key yet; it must not name other keys than the ledger."""
        added = self.trust.added
        for number, (said, expected) in enumerate(zip(self._key_lines, added), 1):
            if said != expected:
                raise Refused(f"is not the key that the ledger added as number {number}", line_of("keys.txt", number))
        if len(self._key_lines) != len(added):
            raise Refused(f"has {len(self._key_lines)} keys, the ledger has added {len(added)}", "keys.txt")

    def _compare(self, name, check, end):
        """Compares the lines of a file with what the entries said."""
        with _opened(self._folder / name) as stream:
            for line, value in _json_lines(stream, name):
                with placed(line_of(name, line)):
                    check(value)
        end()


def read_checkpoint(path, name):
    """The checkpoint of a file of its own."""
    try:
        return read_checkpoint_text(path.read_bytes(), name)
    except FileNotFoundError:
        raise Refused("does not exist", name) from None


def read_checkpoint_text(note, name):
    """The checkpoint that these bytes are."""
    try:
        return Checkpoint.read(note.decode())
    except UnicodeDecodeError:
        raise Refused("is not UTF-8", name) from None
    except Refused as refused:
        raise refused.at(name) from None


def _from_history(value):
    if not isinstance(value, dict) or value.keys() != {"at", "note"} or not isinstance(value["note"], str):
        raise Refused("a line has at and note, both texts")
    if not is_time(value["at"]):
        raise Refused(f"at is not a time in UTC with six digits of a second: {value['at']!r}")
    return Checkpoint.read(value["note"])


def _check_proof(proofs, before, checkpoint):
    line, value = next(proofs, (None, None))
    if line is None:
        reason = f"there is no proof from {before.size} to {checkpoint.size}"
        raise Refused(reason, "consistency.jsonl")
    with placed(line_of("consistency.jsonl", line)):
        has_keys = isinstance(value, dict) and value.keys() == {"from", "to", "proof"}
        if not has_keys or not isinstance(value["proof"], list):
            raise Refused("a line has from, to and proof, which is a list")
        sizes = (value["from"], value["to"])
        if not all(map(is_whole, sizes)) or sizes != (before.size, checkpoint.size):
            raise Refused(f"is from {sizes[0]} to {sizes[1]}, not from {before.size} to {checkpoint.size}")
        proof = list(map(digest_from_base64, value["proof"]))
        check_consistency(before.size, before.root, checkpoint.size, checkpoint.root, proof)


@contextlib.contextmanager
def _opened(path):
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise Refused("does not exist", path.name) from None
    with stream:
        yield stream


def _json_lines(stream, name):
    """The canonical values of a file, with the numbers of their lines."""
    for number, line in enumerate(stream, 1):
        with placed(line_of(name, number)):
            if not line.endswith(b"\n"):
                raise Refused("the last line is not ended")
            # What a note says is looked at by itself; here it is a text within a text.
            value = canonical.read(line[:-1], normal=False)
        yield number, value


def _lines_of(path):
    with _opened(path) as stream:
        return lines_of_text(stream.read(), path.name)


def lines_of_text(data, name):
    """The lines of a small file."""
    try:
        return data.decode().splitlines()
    except UnicodeDecodeError:
        raise Refused("is not UTF-8", name) from None


def _keys_of(path, kind):
    keys = []
    for number, line in enumerate(_lines_of(path), 1):
        with placed(line_of(path.name, number)):
            keys.append(VerifierKey.read(line, kind))
    return keys
