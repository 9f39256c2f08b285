"""Whose keys sign, and since when, as the entries say it."""

import datetime
import hashlib

from checker.entries import is_digest
from checker.proofs import PASSKEY, POINT, SERVER_KEY, is_id
from checker.refusal import Refused

# What an entry says of a key: its method, where its id stands, and whether it signs from then on.
KINDS = {
    "passkey_enrolled": (PASSKEY, "passkey", None),
    "passkey_approved": (PASSKEY, "passkey", True),
    "passkey_suspected": (PASSKEY, "passkey", False),
    "passkey_revoked": (PASSKEY, "passkey", False),
    "signing_key_made": (SERVER_KEY, "key", True),
    "signing_key_retired": (SERVER_KEY, "key", False),
}
# Acts of one moment have no order: what is less apart, in microseconds, may stand the other way round.
MOMENT = 60 * 10**6
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def microseconds(at):
    """A time of an entry as a number."""
    try:
        return (datetime.datetime.fromisoformat(at) - EPOCH) // datetime.timedelta(microseconds=1)
    except ValueError as error:
        raise Refused(f"at is not a time: {at}") from error


class Signer:
    """A key that entries speak of."""

    def __init__(self, method, person):
        self.method = method
        self.person = person
        self.public_key = None
        self._changes = []

    def hear(self, entry, position, good):
        """What an entry says of it."""
        if good is not False:
            public_key = _public_key(self.method, entry["content"])
            if self.public_key not in (None, public_key):
                raise Refused("its key had another public half before")
            self.public_key = public_key
        if good and self.method == PASSKEY and entry["person"] in (None, self.person):
            raise Refused("nobody but its owner has approved the passkey")
        if good is not None:
            self._changes.append((position, microseconds(entry["at"]), good))

    def signs(self, position, time):
        """Whether it counted at a place and time."""
        before = [good for at, _, good in self._changes if at < position]
        if before and before[-1]:
            return True
        was_good = any(good for _, _, good in self._changes)
        return was_good and any(abs(at - time) < MOMENT for _, at, _ in self._changes)


class Signers:
    """All of them."""

    def __init__(self):
        self._signers = {}

    def take(self, position, entry):
        """Looks at an entry about a key."""
        method, name, good = KINDS[entry["kind"]]
        key = entry["content"].get(name)
        if not is_id(key):
            raise Refused(f"{entry['kind']} names no key")
        signer = self._signers.setdefault(key, Signer(method, entry["subject"]))
        if (signer.method, signer.person) != (method, entry["subject"]):
            raise Refused("its key was another's before")
        signer.hear(entry, position, good)

    def judge(self, facts, person, public_key, position, time):
        """Refuses a signature whose key was not this person's, has another public half, or did not count then."""
        signer = self._signers.get(facts["key"])
        if signer is None:
            raise Refused("no entry has its key")
        if (signer.method, signer.person) != (facts["method"], person):
            raise Refused("its key is another's, by the entries")
        if signer.public_key != public_key:
            raise Refused("its key is not the one that the entries have")
        if not signer.signs(position, time):
            raise Refused("its key did not count then: it was not yet approved, or no more")


def _public_key(method, content):
    if method == PASSKEY:
        if not is_digest(content.get("public_key_sha256")):
            raise Refused("names no public key")
        return bytes.fromhex(content["public_key_sha256"])
    point = content.get("public_key")
    if not isinstance(point, str) or not POINT.fullmatch(point):
        raise Refused("names no public key")
    return hashlib.sha256(bytes.fromhex(point)).digest()
