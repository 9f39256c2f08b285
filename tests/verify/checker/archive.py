"""The archive of one file, checked member by member as docs/file-export.md describes it."""

import hashlib
import json
import zipfile

from checker import canonical
from checker.acts import Acts
from checker.entries import is_digest, is_whole, read_entry
from checker.export import lines_of_text, read_checkpoint_text
from checker.proofs import is_id
from checker.refusal import Refused, line_of, placed
from checker.signed import OFFICE, VerifierKey, digest_from_base64
from checker.tree import check_inclusion, leaf_hash
from checker.trust import Trust, Witnesses

MANIFEST = "manifest.json"
KEYS = {
    "v", "format", "export", "file", "language", "exported_by", "exported_at", "checkpoint", "left_out", "members",
}  # fmt: skip
NEEDED = {
    "README.txt", "file.json", "entries.jsonl", "notes.jsonl", "signatures.jsonl", "texts.jsonl", "documents.jsonl",
    "movements.jsonl", "checkpoint.txt", "keys.txt", "witnesses.txt", "book.pdf",
}  # fmt: skip
CERTIFICATES = {f"certificates/{name}" for name in ("root.der", "root.crl", "issuing.der", "issuing.crl")}
SIGNERS = {"passkey_approved", "signing_key_made"}
# What a member costs beside its bytes and twice its name, and the end of the archive: no byte is anything else.
HEADS, END = 30 + 46, 22
CHUNK = 1 << 18


class Archive:
    """One run over one archive."""

    def __init__(self, path, key=None, witnesses=()):
        self.path = path
        self._witnesses = Witnesses([], list(witnesses))
        self.key_is_given = key is not None
        self._opened = None
        self._digests = {}
        self.key = key
        self.manifest = self.checkpoint = None
        self.acts = FileActs()
        self.entries = 0
        self._texts = 0

    def check(self):
        """Does everything; refuses at the first thing that is wrong."""
        try:
            with self.path.open("rb") as stream, zipfile.ZipFile(stream) as opened:
                self._opened = opened
                self._check_places(stream)
                self._check_members()
                self._check_checkpoint()
                self._check_entries()
                self._check_words()
                self._check_documents()
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise Refused(f"cannot be read: {error}", "the archive") from None

    @property
    def members(self):
        """How many members the manifest has."""
        return len(self._digests)

    def _check_places(self, stream):
        """The members lie one after the other, and nothing lies between or around them."""
        length = stream.seek(0, 2)
        expected = END
        for info in self._opened.infolist():
            if not _is_name(info.filename) or info.orig_filename != info.filename or info.compress_type != zipfile.ZIP_STORED:
                raise Refused("a member has a name that is none, or is packed", "the archive")
            expected += HEADS + 2 * len(info.filename.encode()) + info.file_size
        if expected != length:
            raise Refused("holds bytes that belong to no member", "the archive")

    def _check_members(self):
        infos = self._opened.infolist()
        if not infos or infos[-1].filename != MANIFEST:
            raise Refused("is not the last member", MANIFEST)
        with placed(MANIFEST):
            self.manifest = _manifest(canonical.read(self._read(MANIFEST)))
        lines = self.manifest["members"]
        for number, line in enumerate(lines):
            with placed(f"{MANIFEST}, member {number + 1}"):
                if not isinstance(line, dict) or line.keys() != {"name", "bytes", "sha256"}:
                    raise Refused("a member has name, bytes and sha256")
                if number >= len(infos) - 1 or infos[number].filename != line["name"]:
                    raise Refused(f"{line['name']} is missing, or does not stand in its place")
                if line["name"] in self._digests:
                    raise Refused(f"{line['name']} stands there twice")
                if self._measure(infos[number]) != (line["bytes"], line["sha256"]):
                    raise Refused(f"{line['name']} is not what the manifest says")
                self._digests[line["name"]] = (line["bytes"], line["sha256"])
        if len(lines) != len(infos) - 1:
            raise Refused(f"{infos[len(lines)].filename} is not in the manifest", "the archive")
        for name in sorted(NEEDED - self._digests.keys()):
            raise Refused("is missing", name)

    def _measure(self, info):
        digest, size = hashlib.sha256(), 0
        with self._opened.open(info) as member:
            while chunk := member.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
        return size, digest.hexdigest()

    def _read(self, name):
        return self._opened.read(name)

    def _check_checkpoint(self):
        note = self._read("checkpoint.txt")
        self.checkpoint = checkpoint = read_checkpoint_text(note, "checkpoint.txt")
        said = self.manifest["checkpoint"]
        with placed(MANIFEST):
            if not isinstance(said, dict) or said.keys() != {"origin", "size", "root"} or not is_whole(said["size"]):
                raise Refused("checkpoint has origin, size and root")
            root = digest_from_base64(said["root"])
            if (said["origin"], said["size"], root) != (checkpoint.origin, checkpoint.size, checkpoint.root):
                raise Refused("names another checkpoint than checkpoint.txt")
        if self.key is None:
            with placed("keys.txt"):
                lines = lines_of_text(self._read("keys.txt"), "keys.txt")
                if not lines:
                    raise Refused("holds no key, and none was given")
                self.key = VerifierKey.read(lines[0], OFFICE)
        with placed("checkpoint.txt"):
            Trust(self.key).judge(checkpoint)
            self._witnesses.judge(checkpoint)
            self._witnesses.demand(checkpoint)
        with placed("file.json"):
            cover = canonical.read(self._read("file.json"))
            file = self.manifest["file"]
            if not isinstance(cover, dict) or [cover.get("id"), cover.get("number")] != [file["id"], file["number"]]:
                raise Refused("is of another file than the manifest")

    def _check_entries(self):
        last, ids = -1, set()
        for line, value in self._lines("entries.jsonl", {"position", "body", "proof"}):
            with placed(line):
                if not is_whole(value["position"]) or not isinstance(value["body"], str) or not isinstance(value["proof"], list):
                    raise Refused("an entry has a position, a body that is a text and a proof that is a list")
                position, body = value["position"], value["body"].encode()
                if position <= last:
                    raise Refused(f"position {position} after {last}")
                last = position
                proof = list(map(digest_from_base64, value["proof"]))
                check_inclusion(leaf_hash(body), position, self.checkpoint.size, proof, self.checkpoint.root)
                entry = read_entry(body)
                if entry["id"] in ids:
                    raise Refused(f"the id {entry['id']} is there twice")
                ids.add(entry["id"])
                is_other = entry["kind"] in SIGNERS or entry["kind"] == "document_uploaded"
                is_ours = entry["subject"] == self.manifest["file"]["id"] and entry["subject_kind"] == "file"
                if not is_other and not is_ours:
                    raise Refused("it is not about this file")
            self.acts.take(position, entry)
            self.entries += 1
        self.acts.end()

    def _check_words(self):
        """Notes, texts of drafts and signatures, as in an export of the ledger with notes."""
        acts = self.acts
        for name, check in (
            ("notes.jsonl", acts.check_note_line),
            ("texts.jsonl", acts.drafts.check_line),
            ("signatures.jsonl", lambda line: acts.signatures.check_line(line, True)),
        ):
            for place, value in self._lines(name):
                with placed(place):
                    check(value)
                self._texts += name == "texts.jsonl"
        acts.end_of_notes()
        acts.drafts.end_of_texts()
        acts.signatures.end()
        for _ in self._lines("movements.jsonl"):
            pass

    def _check_documents(self):
        named = set()
        for place, value in self._lines("documents.jsonl", {"id", "sha256", "bytes", "member"}):
            with placed(place):
                member = value["member"]
                if not isinstance(member, str) or not member.startswith("papers/") or member in named:
                    raise Refused("a document has not a member of its own")
                named.add(member)
                if self._digests.get(member) != (value["bytes"], value["sha256"]):
                    raise Refused(f"{member} has other bytes")
                self.acts.check_paper_line({key: value[key] for key in ("id", "sha256", "bytes")})
                self.acts.present.add(value["sha256"])
        for name in sorted(self._digests.keys() - named - NEEDED - CERTIFICATES):
            raise Refused("nothing speaks of it", name)
        self.acts.end_of_papers()
        self.acts.end_of_bytes(self.manifest["left_out"])

    def _lines(self, name, keys=None):
        """The canonical values of a member, with the names of their lines."""
        data = self._read(name)
        if data and not data.endswith(b"\n"):
            raise Refused("the last line is not ended", name)
        for number, line in enumerate(data.split(b"\n")[:-1], 1):
            place = line_of(name, number)
            with placed(place):
                value = canonical.read(line, normal=False)
                if keys and (not isinstance(value, dict) or value.keys() != keys):
                    raise Refused(f"a line has {', '.join(sorted(keys))}")
            yield place, value

    @property
    def texts(self):
        """How many texts of drafts there are."""
        return self._texts


class FileActs(Acts):
    """The acts of one file: numbers of a series have gaps here, since the others are other files'."""

    def __init__(self):
        super().__init__(None)
        # The digests of papers that the acts speak of, and those whose bytes are there.
        self.spoken, self.present = {}, set()

    def take(self, position, entry):
        super().take(position, entry)
        content = entry["content"]
        listed = content.get("documents") if entry["kind"] == "paper_added" else None
        issued = [content.get("sha256")] if entry["kind"] == "communication_issued" else []
        for digest in [*(listed if isinstance(listed, list) else []), *issued]:
            self.spoken.setdefault(digest if isinstance(digest, str) else "", position)

    def _take_number(self, position, kind, numbered):
        """Nothing that one file could show."""

    def end_of_bytes(self, left_out):
        """Each paper that the acts speak of is there, or was left out since the exporter could not see it."""
        for digest in left_out:
            if not is_digest(digest) or digest not in self.spoken:
                raise Refused(f"{digest} is left out, and no entry speaks of it", MANIFEST)
            if digest in self.present:
                raise Refused(f"{digest} is left out, and it is there", MANIFEST)
            self.present.add(digest)
        lacking = [(position, digest) for digest, position in self.spoken.items() if digest not in self.present]
        if lacking:
            position, digest = min(lacking)
            raise Refused(f"no member has the paper {digest} of position {position}", "documents.jsonl")


def _manifest(value):
    if not isinstance(value, dict) or value.keys() != KEYS:
        raise Refused(f"has the keys {', '.join(sorted(KEYS))}")
    if json.dumps([value["v"], value["format"]]) != '[1, "daftar-file"]':
        raise Refused("is of another format, or of a later version")
    file, exporter = value["file"], value["exported_by"]
    if not isinstance(file, dict) or file.keys() != {"id", "number"} or not is_id(file["id"]):
        raise Refused("file has id and number")
    if not isinstance(exporter, dict) or exporter.keys() != {"person", "post"} or not all(map(is_id, exporter.values())):
        raise Refused("exported_by has person and post")
    texts = [file["number"], value["language"], value["exported_at"]]
    if not all(isinstance(text, str) for text in texts) or not is_id(value["export"]):
        raise Refused("has a text that is none")
    if not isinstance(value["left_out"], list) or not isinstance(value["members"], list):
        raise Refused("left_out and members are lists")
    return value


def _is_name(name):
    """A name that stays within the folder that an archive is unpacked into."""
    harmless = "\\" not in name and all(ord(character) >= 32 and not 127 <= ord(character) < 160 for character in name)
    return harmless and all(part not in ("", ".", "..") for part in name.split("/"))
