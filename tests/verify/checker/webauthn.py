"""Passkeys as far as a signature needs them (WebAuthn level 3): COSE keys, what the browser said, what the authenticator
said, and the signature over both."""

import base64
import hashlib
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from checker.refusal import Refused

ES256, EDDSA, RS256 = -7, -8, -257
# Labels of a COSE key: its type, its algorithm, and what depends on the type.
KTY, ALG, FIRST, SECOND, THIRD = 1, 3, -1, -2, -3
PRESENT, VERIFIED = 0x01, 0x04
# SHA-256 of the host, a byte of flags, a counter of four bytes.
SHORTEST = 37
RSA_BITS = range(2048, 4097)


def from_base64url(text):
    """Base64url without padding in its one form."""
    if not isinstance(text, str):
        raise Refused("has no text where base64url should stand")
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Refused(f"holds what is not base64url: {text[:40]!r}") from error
    if to_base64url(data) != text:
        raise Refused(f"holds what is not the usual form of base64url: {text[:40]!r}")
    return data


def to_base64url(data):
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def check_assertion(evidence, challenge):
    """Refuses evidence of a passkey that did not answer this challenge, or whose user was not there to unlock it."""
    client_data = from_base64url(evidence["client_data_json"])
    data = from_base64url(evidence["authenticator_data"])
    _check_client_data(client_data, challenge, evidence["origins"])
    if len(data) < SHORTEST:
        raise Refused("the authenticator has said too little")
    if data[:32] != hashlib.sha256(evidence["rp_id"].encode()).digest():
        raise Refused("the authenticator has answered another host")
    if not data[32] & PRESENT:
        raise Refused("nobody touched the authenticator")
    if not data[32] & VERIFIED:
        raise Refused("nobody unlocked the authenticator")
    key = CoseKey(from_base64url(evidence["public_key"]))
    key.check(from_base64url(evidence["signature"]), data + hashlib.sha256(client_data).digest())


def _check_client_data(data, challenge, origins):
    try:
        said = json.loads(data.decode(), object_pairs_hook=_single_keys)
    except (ValueError, RecursionError) as error:
        raise Refused("what the browser said is not JSON") from error
    if not isinstance(said, dict) or said.get("type") != "webauthn.get":
        raise Refused("what the browser said is not of an assertion")
    if said.get("challenge") != to_base64url(challenge):
        raise Refused("the passkey has signed another statement")
    if not isinstance(said.get("origin"), str) or said["origin"] not in origins:
        raise Refused("a page from elsewhere has asked for the signature")
    if said.get("crossOrigin", False) is not False:
        raise Refused("a page inside one from elsewhere has asked for the signature")


def _single_keys(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key is there twice")
    return dict(pairs)


class CoseKey:
    """The public key of an authenticator: P-256, Ed25519 or RSA."""

    def __init__(self, data):
        labels = _read_map(data)
        try:
            self._key = self._of(labels)
        except (KeyError, TypeError, ValueError) as error:
            raise Refused("the key of the passkey is of no algorithm that is known") from error

    @staticmethod
    def _of(labels):
        match labels[KTY], labels[ALG]:
            case 2, alg if alg == ES256 and labels[FIRST] == 1 and len(labels[SECOND]) == len(labels[THIRD]) == 32:
                return ec.EllipticCurvePublicKey.from_encoded_point(
                    ec.SECP256R1(), b"\x04" + labels[SECOND] + labels[THIRD]
                )
            case 1, alg if alg == EDDSA and labels[FIRST] == 6:
                return ed25519.Ed25519PublicKey.from_public_bytes(labels[SECOND])
            case 3, alg if alg == RS256:
                modulus, exponent = (int.from_bytes(labels[label], "big") for label in (FIRST, SECOND))
                if modulus.bit_length() in RSA_BITS:
                    return rsa.RSAPublicNumbers(exponent, modulus).public_key()
        raise ValueError

    def check(self, signature, message):
        """Refuses a signature that is not this key's over the message."""
        try:
            if isinstance(self._key, ec.EllipticCurvePublicKey):
                self._key.verify(signature, message, ec.ECDSA(hashes.SHA256()))
            elif isinstance(self._key, ed25519.Ed25519PublicKey):
                self._key.verify(signature, message)
            else:
                self._key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        except (InvalidSignature, ValueError) as error:
            raise Refused("the passkey has not signed this") from error


NO_KEY = "the key of the passkey is not a COSE key"


def _read_map(data):
    """The map of CBOR that a COSE key is: whole numbers for labels, whole numbers, bytes and texts for values."""
    kind, count, at = _head(data, 0)
    if kind != 5 or count > 16:
        raise Refused(NO_KEY)
    pairs = {}
    for _ in range(count):
        name, at = _item(data, at)
        value, at = _item(data, at)
        # The first of two counts for others; a key that can be read in two ways is none.
        if not isinstance(name, int) or name in pairs:
            raise Refused(NO_KEY)
        pairs[name] = value
    return pairs


def _item(data, at):
    """A number, bytes or a text at a place, and the place after it."""
    kind, number, at = _head(data, at)
    if kind in (0, 1):
        return (number if kind == 0 else -1 - number), at
    if kind not in (2, 3) or at + number > len(data):
        raise Refused(NO_KEY)
    return data[at : at + number], at + number


def _head(data, at):
    """Kind and number at the beginning of an item, and the place after them."""
    if at >= len(data) or data[at] & 31 >= 28:
        raise Refused(NO_KEY)
    kind, number, at = data[at] >> 5, data[at] & 31, at + 1
    if number >= 24:
        length = 1 << (number - 24)
        number, at = int.from_bytes(data[at : at + length], "big"), at + length
    return kind, number, at
