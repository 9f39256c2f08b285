"""Verifier keys, signed notes and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature)."""

import base64
import binascii
import dataclasses
import functools
import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from checker.refusal import Refused

OFFICE, WITNESS = 0x01, 0x04
# A cosignature begins with its time.
TIME_BYTES = 8
NAME = re.compile(r"[^\s+\x00-\x1f]+")
VERIFIER_KEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)")
DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")


def from_base64(text):
    """Standard base64 in its one form: bits that nobody reads must not differ either."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(f"is not base64: {text[:40]!r}") from error
    if base64.b64encode(data).decode() != text:
        raise Refused(f"is not the usual form of base64: {text[:40]!r}")
    return data


def digest_from_base64(text):
    """The 32 bytes of a hash of the tree."""
    data = from_base64(text) if isinstance(text, str) else b""
    if len(data) != 32:
        raise Refused(f"is not the base64 of 32 bytes: {str(text)[:60]!r}")
    return data


@dataclasses.dataclass(frozen=True)
class VerifierKey:
    """The public half of somebody's key, and his name for it."""

    name: str
    id: bytes
    kind: int
    public: bytes

    @classmethod
    def read(cls, text, kind):
        """Reads `name+id+key`; the id must be the one that follows from name and key."""
        found = VERIFIER_KEY.fullmatch(text)
        if not found:
            raise Refused(f"is not a verifier key: {text[:80]!r}")
        data = from_base64(found[3])
        if len(data) != 33 or data[0] != kind:
            raise Refused(f"is not an Ed25519 key of kind {kind}: {text[:80]!r}")
        material = found[1].encode() + b"\n" + data
        if hashlib.sha256(material).digest()[:4].hex() != found[2]:
            raise Refused(f"the id of the verifier key does not belong to it: {text[:80]!r}")
        return cls(found[1], bytes.fromhex(found[2]), kind, data[1:])

    @functools.cached_property
    def _public_key(self):
        return Ed25519PublicKey.from_public_bytes(self.public)

    def __str__(self):
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"

    def short(self):
        """Enough to recognise it."""
        return f"{self.name}+{self.id.hex()}"

    def wrote(self, line):
        """Whether a signature line says that it is by this key."""
        return line.name == self.name and line.id == self.id

    def check(self, line, text):
        """Refuses a line of this key whose signature is not good for the text."""
        message, signature = text.encode(), line.signature
        if self.kind == WITNESS:
            time = int.from_bytes(signature[:TIME_BYTES], "big")
            message = f"cosignature/v1\ntime {time}\n{text}".encode()
            signature = signature[TIME_BYTES:]
        try:
            self._public_key.verify(signature, message)
        except (InvalidSignature, ValueError) as error:
            what = "cosignature" if self.kind == WITNESS else "signature"
            raise Refused(f"the {what} of {self.short()} does not verify") from error


@dataclasses.dataclass(frozen=True)
class Line:
    """A signature line: what it says of itself."""

    name: str
    id: bytes
    signature: bytes

    @classmethod
    def read(cls, text):
        """Reads `— name base64`."""
        dash, _, rest = text.partition(" ")
        name, _, encoded = rest.partition(" ")
        if dash != "\u2014" or not NAME.fullmatch(name) or not encoded:
            raise Refused(f"is not a signature line: {text[:80]!r}")
        data = from_base64(encoded)
        if len(data) <= 4:
            raise Refused(f"is not a signature line: {text[:80]!r}")
        return cls(name, data[:4], data[4:])


@dataclasses.dataclass(frozen=True)
class Checkpoint:
    """A signed note over size and root of the tree. That it is signed by the right key is for `trust` to judge."""

    text: str
    lines: tuple
    origin: str
    size: int
    root: bytes

    @classmethod
    def read(cls, note):
        """Reads a note; the signatures are not looked at."""
        head, gap, tail = note.partition("\n\n")
        if not gap or not tail.endswith("\n"):
            raise Refused("is not a signed note: a text, an empty line, signature lines")
        parts = head.split("\n")
        if len(parts) != 3 or not parts[0]:
            raise Refused("a checkpoint has three lines: origin, size, root")
        if not DECIMAL.fullmatch(parts[1]):
            raise Refused(f"the size of a checkpoint is not a decimal number: {parts[1][:40]!r}")
        lines = tuple(map(Line.read, tail[:-1].split("\n")))
        return cls(head + "\n", lines, parts[0], int(parts[1]), digest_from_base64(parts[2]))
