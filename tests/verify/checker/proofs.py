"""What proves one signature: its evidence, compared with what the entry says, and verified over what was signed."""

import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from checker import canonical
from checker.entries import is_digest
from checker.refusal import Refused
from checker.webauthn import check_assertion, from_base64url

PASSKEY, SERVER_KEY = "passkey", "server_key"
PROOFS = {"password", "totp", "recovery_code", "passkey"}
KEYS = {
    PASSKEY: {
        "method", "passkey", "public_key", "rp_id", "origins", "authenticator_data", "client_data_json", "signature",
    },
    SERVER_KEY: {"method", "key", "public_key", "proof", "proved_at", "signature"},
}  # fmt: skip
POINT = re.compile(r"04[0-9a-f]{128}")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NOTE_TAG, ACT_TAG = b"daftar.note/v1\0", b"daftar.act/v1\0"


def is_id(value):
    """Whether a value is an id in the one form that ids have."""
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def challenge_of(tag, statement):
    """What is signed of a statement."""
    return hashlib.sha256(tag + statement.encode()).digest()


def check_facts(facts):
    """Refuses what an entry says of a signature if it has not the form of that."""
    if not isinstance(facts, dict) or facts.keys() != {"method", "key", "proof", "evidence"}:
        raise Refused("signature does not have method, key, proof and evidence")
    if not _texts(list(facts.values())) or facts["method"] not in KEYS or not is_id(facts["key"]) or not is_digest(facts["evidence"]):
        raise Refused("signature does not have a method, the id of a key and the digest of its evidence")
    if facts["proof"] not in PROOFS:
        raise Refused(f"signature names a proof that is not known: {str(facts['proof'])[:40]!r}")


class Proof:
    """The evidence of a signature, in its form and as its entry says."""

    def __init__(self, text, facts):
        """`facts` is what the entry says."""
        if canonical.digest(text) != facts["evidence"]:
            raise Refused("its evidence does not have the digest of its entry")
        evidence = canonical.read(text.encode())
        method = evidence.get("method") if isinstance(evidence, dict) else None
        if not isinstance(method, str) or method not in KEYS or evidence.keys() != KEYS[method]:
            raise Refused("its evidence does not have the keys of evidence")
        lists = {"origins"}
        if not all(isinstance(value, str) for key, value in evidence.items() if key not in lists):
            raise Refused("its evidence has no text where one should stand")
        if method == PASSKEY and not _texts(evidence["origins"]):
            raise Refused("its evidence does not list origins")
        said = [method, evidence[PASSKEY if method == PASSKEY else "key"], evidence.get("proof", PASSKEY)]
        if said != [facts["method"], facts["key"], facts["proof"]]:
            raise Refused("its evidence is of another method, key or proof than its entry says")
        self._evidence = evidence
        self._is_passkey = method == PASSKEY
        self.public_key = hashlib.sha256(self._key_bytes()).digest()

    def _key_bytes(self):
        if self._is_passkey:
            return from_base64url(self._evidence["public_key"])
        if not POINT.fullmatch(self._evidence["public_key"]):
            raise Refused("its key is not an uncompressed point of P-256")
        return bytes.fromhex(self._evidence["public_key"])

    def check(self, challenge):
        """Refuses a signature that is not over this challenge."""
        if self._is_passkey:
            check_assertion(self._evidence, challenge)
            return
        signature = from_base64url(self._evidence["signature"])
        try:
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self._key_bytes())
            key.verify(signature, challenge, ec.ECDSA(Prehashed(hashes.SHA256())))
        except (InvalidSignature, ValueError) as error:
            raise Refused("the officer's key has not signed this") from error


def _texts(value):
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
