"""A phone and an authenticator, as small as the contract run needs them, and people who have them."""

import base64
import dataclasses
import hashlib
import hmac
import itertools
import json
import secrets
import struct
import time

from people import ADMINISTRATOR, BASE_URL, PASSWORD, STAFF, address, send

NUMBERS = itertools.count(1)
# On the curve P-256 the key and the nonce 1 make a signature without any multiplication of points: the public key is the
# generator. Nobody else should use this key.
GENERATOR = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
             0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PRESENT_AND_VERIFIED, WITH_CREDENTIAL = 0x05, 0x40


def text(data):
    """Bytes as the API takes them."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def client_data(kind, challenge):
    """What a browser says."""
    return json.dumps({"type": kind, "challenge": challenge, "origin": BASE_URL, "crossOrigin": False}).encode()


def authenticator_data(options, flags):
    """What an authenticator says; this one does not count."""
    return hashlib.sha256(options["rp_id"].encode()).digest() + bytes([flags]) + bytes(4)


def credential(options):
    """A new credential with its id."""
    name = secrets.token_bytes(16)
    x, y = (number.to_bytes(32, "big") for number in GENERATOR)
    key = bytes.fromhex("a5010203262001215820") + x + bytes.fromhex("225820") + y
    data = authenticator_data(options, PRESENT_AND_VERIFIED | WITH_CREDENTIAL)
    data += bytes(16) + struct.pack(">H", len(name)) + name + key
    made = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59" + struct.pack(">H", len(data)) + data
    answer = {"client_data_json": text(client_data("webauthn.create", options["challenge"])),
              "attestation_object": text(made), "transports": ["internal"]}
    return name, answer


def assertion(name, options):
    """The answer of a credential to a challenge."""
    client = client_data("webauthn.get", options["challenge"])
    data = authenticator_data(options, PRESENT_AND_VERIFIED)
    digest = hashlib.sha256(data + hashlib.sha256(client).digest()).digest()
    r = GENERATOR[0] % ORDER
    parts = b"".join(integer(number) for number in (r, (int.from_bytes(digest, "big") + r) % ORDER))
    signature = b"\x30" + bytes([len(parts)]) + parts
    return {"id": text(name), "client_data_json": text(client), "authenticator_data": text(data),
            "signature": text(signature)}


def integer(number):
    """A number as DER writes it."""
    data = number.to_bytes(number.bit_length() // 8 + 1, "big")
    return b"\x02" + bytes([len(data)]) + data


def code(secret):
    """The code that a phone shows now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[-1] & 0x0F
    return f"{(int.from_bytes(digest[offset:offset + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


@dataclasses.dataclass
class Newcomer:
    """Somebody without a post who has just chosen his password."""

    id: str
    user_name: str
    headers: dict

    def do(self, method, path, body=None, version=None):
        """Does something as himself."""
        match = {} if version is None else {"If-Match": f'"{version}"'}
        return send(method, path, self.headers | match, body)[0]

    def phone(self):
        """Enrols a phone; answers the codes on paper."""
        offer = self.do("POST", "/me/totp", {})
        return self.do("PUT", "/me/totp", {"code": code(offer["secret"])})["recovery_codes"]

    def credential(self):
        """A new credential, and what it is enrolled with."""
        return credential(self.do("POST", "/me/passkeys/options", {}))

    def passkey(self):
        """Enrols a passkey; answers its credential and the act."""
        name, made = self.credential()
        return name, self.do("POST", "/me/passkeys", {"name": "Contract", "credential": made})

    def half(self):
        """Headers of himself after the password, before the second factor."""
        session, _ = send("POST", "/session", address(), {"user_name": self.user_name, "password": PASSWORD})
        return {"Authorization": f"Bearer {session['access_token']}"}


def newcomer():
    """Somebody new."""
    user_name = f"contract.factor.{next(NUMBERS)}"
    body = {"user_name": user_name, "name_en": "Contract", "name_ur": "معاہدہ", "language": "en"}
    made = STAFF.act(ADMINISTRATOR, "POST", "/persons", body)["id"]
    link = STAFF.act(ADMINISTRATOR, "POST", f"/persons/{made}/set-up-link")
    chosen = {"token": link["url_path"].partition("#")[2], "new_password": PASSWORD}
    session, _ = send("POST", "/set-up", address(), chosen)
    return Newcomer(made, user_name, {"Authorization": f"Bearer {session['access_token']}"})
