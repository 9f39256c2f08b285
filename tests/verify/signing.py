"""Officers who sign, for histories that are made up: passkeys of every algorithm, and keys that the office keeps.

Written from docs/verification.md without the checker, as `history` is. Every signature is the same at every run.
"""

import base64
import functools
import hashlib
import json
import random

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

HOST, ORIGIN = "office.example", "https://office.example"
# The same message gives the same signature (RFC 6979), so that vectors are the same at every run.
ECDSA = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
TAGS = {"note": b"daftar.note/v1\0", "act": b"daftar.act/v1\0"}
# Somebody touched it and unlocked it.
FLAGS = 0x05


def base64url(data):
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _p256(chance):
    return ec.derive_private_key(chance.randrange(1, P256_ORDER), ec.SECP256R1())


def _coordinates(private):
    numbers = private.public_key().public_numbers()
    return numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")


class OfficeKey:
    """A key that the office keeps for an officer."""

    method = "server_key"

    def __init__(self, chance, key):
        self.id = key
        self._private = _p256(chance)
        x, y = _coordinates(self._private)
        self.public_key = (b"\x04" + x + y).hex()
        self.content = {"key": key, "public_key": self.public_key}
        self._proof = chance.choice(["password", "totp", "recovery_code", "passkey"])

    def evidence(self, purpose, statement):
        """What proves a signature under a statement."""
        signature = self._private.sign(TAGS[purpose] + statement.encode(), ECDSA)
        return {
            "method": self.method, "key": self.id, "public_key": self.public_key, "proof": self._proof,
            "proved_at": "2026-03-03T06:00:00Z", "signature": base64url(signature),
        }  # fmt: skip


class Passkey:
    """An officer's own key, of one of the algorithms that authenticators have."""

    method = "passkey"

    def __init__(self, chance, key, algorithm=None):
        self.id = key
        self._sign, self._cose = (algorithm or chance.choice([es256, eddsa, rs256]))(chance)
        self._count = 0
        self.content = {"passkey": key, "public_key_sha256": hashlib.sha256(self._cose).hexdigest()}

    def evidence(self, purpose, statement, **lies):
        """What proves a signature under a statement. `lies` change what authenticator and browser say."""
        challenge = hashlib.sha256(TAGS[purpose] + statement.encode()).digest()
        said = {"type": "webauthn.get", "challenge": base64url(challenge), "origin": ORIGIN, "crossOrigin": False}
        client_data = json.dumps(said | lies.get("browser", {})).encode()
        self._count += 1
        host = hashlib.sha256(lies.get("host", HOST).encode()).digest()
        data = host + bytes([lies.get("flags", FLAGS)]) + self._count.to_bytes(4, "big")
        return {
            "method": self.method, "passkey": self.id, "public_key": base64url(self._cose), "rp_id": HOST,
            "origins": [ORIGIN], "authenticator_data": base64url(data), "client_data_json": base64url(client_data),
            "signature": base64url(self._sign(data + hashlib.sha256(client_data).digest())),
        }  # fmt: skip


def es256(chance):
    """ECDSA on P-256: what nearly every authenticator makes."""
    private = _p256(chance)
    x, y = _coordinates(private)
    cose = bytes.fromhex("a5010203262001215820") + x + bytes.fromhex("225820") + y
    return lambda message: private.sign(message, ECDSA), cose


def eddsa(chance):
    """Ed25519."""
    private = ed25519.Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
    return private.sign, bytes.fromhex("a4010103272006215820") + private.public_key().public_bytes_raw()


def rs256(_):
    """RSA; one key for all, since making one takes a while."""
    private = _rsa()
    modulus = private.public_key().public_numbers().n.to_bytes(256, "big")
    cose = bytes.fromhex("a401030339010020590100") + modulus + bytes.fromhex("2143010001")
    return lambda message: private.sign(message, padding.PKCS1v15(), hashes.SHA256()), cose


@functools.cache
def _rsa():
    chance = random.Random(65537)
    p, q = _prime(chance), _prime(chance)
    exponent, private = 65537, pow(65537, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(exponent, p * q)
    crt = rsa.rsa_crt_dmp1(private, p), rsa.rsa_crt_dmq1(private, q), rsa.rsa_crt_iqmp(p, q)
    return rsa.RSAPrivateNumbers(p, q, private, *crt, public).private_key()


def _prime(chance):
    """A prime of 1024 bits whose two highest are set, so that a product of two has 2048."""
    while True:
        number = chance.getrandbits(1024) | 3 << 1022 | 1
        if number % 65537 != 1 and all(pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7)):
            return number


class Officer:
    """Somebody who acts for a post, and signs."""

    def __init__(self, make_id):
        self.person, self.post, self.charge = make_id(), make_id(), make_id()
        self.key = None
