"""An office that lies about signatures and signs the lie: without its officers' keys it is found."""

import datetime
import json
import random
import unittest

import mutations
import signing
from checker.export import Export
from checker.proofs import Proof
from checker.refusal import Refused
from checker.webauthn import CoseKey
from history import History, canonical, digest
from publishing import Published
from signing import OfficeKey, Passkey
from test_export import Folders

ENTRY = r"entries\.jsonl line \d+ \(position \d+\): "
SIGNATURE = r"signatures\.jsonl line \d+: the signature of ((note|step) \d+ of file|act \d+ of communication) \S+: "
NOT_SIGNED = r"(the officer's key has not signed this|the passkey has signed another statement)"


class Liars(Folders):
    """A history, and what its office may do to it before it signs it."""

    def setUp(self):
        super().setUp()
        self.history = History(71)
        self.number = 0

    def of(self, method, step=False):
        """The last signature by a method, under a note or a step, and its entry."""
        lines = [line for line in self.history.signatures if (line["step"] is not None) == step]
        line = next(line for line in reversed(lines) if json.loads(line["evidence"])["method"] == method)
        return line, self.entry(line)

    def entry(self, line):
        """The entry that speaks of a signature."""
        said = digest(line["evidence"])
        entries = self.history.entries
        return next(entry for entry in entries if entry["content"].get("signature", {}).get("evidence") == said)

    def signed(self, line, entry):
        """The text that was signed."""
        if line["statement"]:
            return line["statement"]
        return next(note["canonical"] for note in self.history.notes if note["id"] == line["note"])

    def put(self, line, entry, evidence, **facts):
        """Other evidence in the place of what was there, and in the entry what belongs to it."""
        line["evidence"] = canonical(evidence)
        entry["content"]["signature"] |= {"evidence": digest(line["evidence"])} | facts

    def lie(self, says):
        """Publishes what was changed, properly signed by the ledger's keys, and asserts the refusal; then begins anew."""
        self.number += 1
        self.refused(says, Published(self.history).write(self.base / str(self.number)))
        self.history = History(71)

    @staticmethod
    def proof(key, evidence, **facts):
        """Evidence with an entry that agrees."""
        text = canonical(evidence)
        agreed = {"method": key.method, "key": key.id, "proof": evidence.get("proof", "passkey"), "evidence": digest(text)}
        return Proof(text, agreed | facts)


class Signatures(Liars):
    def test_both_methods_and_all_algorithms_are_in_a_history(self):
        methods = {json.loads(line["evidence"])["method"] for line in self.history.signatures}
        self.assertEqual(methods, {"passkey", "server_key"})
        chance = random.Random(5)
        for algorithm in (signing.es256, signing.eddsa, signing.rs256):
            key = Passkey(chance, self.history.id(), algorithm)
            evidence = key.evidence("act", "{}")
            challenge = signing.hashlib.sha256(signing.TAGS["act"] + b"{}").digest()
            self.proof(key, evidence).check(challenge)
            data = bytearray(signing.base64.urlsafe_b64decode(evidence["signature"] + "=="))
            data[20] ^= 1
            evidence["signature"] = signing.base64url(bytes(data))
            with self.assertRaisesRegex(Refused, "the passkey has not signed this"):
                self.proof(key, evidence).check(challenge)

    def last_of_a_file(self, method):
        """A signature under a note after which its file has none, with what the entry says of that note."""
        for seed in range(100):
            self.history = History(seed, acts=60)
            texts = "".join(note["canonical"] for note in self.history.notes)
            for line in self.history.signatures:
                note = self.entry(line)["content"].get("note")
                if note and method in line["evidence"] and f'"previous":"{note["digest"]}"' not in texts:
                    return line, note
        return self.fail("there is no such note")

    def test_another_text_than_the_one_that_was_signed(self):
        for method in ("passkey", "server_key"):
            line, note = self.last_of_a_file(f'"method":"{method}"')
            text = next(text for text in self.history.notes if text["id"] == line["note"])
            value = json.loads(text["canonical"])
            value["paragraphs"][0]["text"] = "Dictated."
            text["canonical"] = canonical(value)
            note["digest"] = digest(text["canonical"])
            self.lie(SIGNATURE + NOT_SIGNED)

    def test_a_foreign_key(self):
        for method, make in (("passkey", Passkey), ("server_key", OfficeKey)):
            for step, purpose in ((False, "note"), (True, "act")):
                line, entry = self.of(method, step)
                stranger = make(random.Random(3), entry["content"]["signature"]["key"])
                evidence = stranger.evidence(purpose, self.signed(line, entry))
                self.put(line, entry, evidence, proof=evidence.get("proof", "passkey"))
                self.lie(SIGNATURE + "its key is not the one that the entries have")
                line, entry = self.of(method, step)
                stranger = make(random.Random(3), self.history.id())
                evidence = stranger.evidence(purpose, self.signed(line, entry))
                self.put(line, entry, evidence, proof=evidence.get("proof", "passkey"), key=stranger.id)
                self.lie(SIGNATURE + "no entry has its key")

    def test_the_evidence_of_another_statement(self):
        line, entry = self.of("server_key")
        key = entry["content"]["signature"]["key"]
        others = [other for other in self.history.signatures if other is not line and key in other["evidence"]]
        self.put(line, entry, json.loads(others[0]["evidence"]))
        self.lie(SIGNATURE + NOT_SIGNED)

    def test_an_act_that_nobody_signed(self):
        for method in ("passkey", "server_key"):
            line, entry = self.of(method)
            del entry["content"]["signature"]
            self.history.signatures.remove(line)
            self.lie(ENTRY + "nobody has signed it")
            _, entry = self.of(method)
            entry["person"] = None
            self.lie(ENTRY + "nobody has signed it")
        entry = next(entry for entry in self.history.entries if entry["kind"] == "paper_added")
        entry["content"]["signature"] = {}
        self.lie(ENTRY + "paper_added has a signature, and is no act that is signed")

    def test_a_file_that_goes_on_in_its_next_volume_is_not_signed(self):
        line, entry = self.of("passkey", step=True)
        kind, entry["kind"] = entry["kind"], "file_continued"
        self.lie(ENTRY + "file_continued has a signature, and is no act that is signed")
        entry["kind"] = kind
        entry = next(entry for entry in self.history.entries if entry["kind"] == "file_continued")
        entry["kind"] = "file_closed"
        self.lie(ENTRY + "nobody has signed it")

    def test_what_an_entry_says_of_a_signature(self):
        for change, says in (
            ({"more": 1}, "signature does not have method, key, proof and evidence"),
            ({"method": "pen"}, "signature does not have a method"),
            ({"method": []}, "signature does not have a method"),
            ({"key": "x"}, "signature does not have a method"),
            ({"evidence": "A" * 64}, "signature does not have a method"),
            ({"proof": "oath"}, "signature names a proof that is not known"),
        ):
            self.of("passkey")[1]["content"]["signature"] |= change
            self.lie(ENTRY + says)
        for change in ({"method": "server_key"}, {"proof": "totp"}):
            self.of("passkey")[1]["content"]["signature"] |= change
            self.lie(SIGNATURE + "its evidence is of another method, key or proof than its entry says")
        line, entry = self.of("server_key")
        entry["content"]["signature"]["key"] = self.history.id()
        self.lie(SIGNATURE + "its evidence is of another method, key or proof than its entry says")

    def test_somebody_else(self):
        """The entry names another person than the one whose key it was."""
        _, entry = self.of("passkey", step=True)
        entry["person"] = self.history.id()
        self.lie(SIGNATURE + "its key is another's, by the entries")
        _, entry = self.of("passkey")
        entry["post"] = self.history.id()
        self.lie(r"notes\.jsonl line \d+: the author of the note \S+ is not who acted by its entry; it is note \d+ of")
        _, entry = self.of("server_key", step=True)
        entry["content"]["reason"] = "incomplete"
        self.lie(SIGNATURE + "what was signed is another act than its entry says")

    def test_a_statement_that_is_none(self):
        for statement, says in (
            ("{", "what was signed is not JSON"),
            ('{"a": 1}', "what was signed is not canonical"),
            ("[]", "what was signed is another act than its entry says"),
        ):
            line, _ = self.of("passkey", step=True)
            line["statement"] = statement
            self.lie(SIGNATURE + says)

    def test_evidence_that_is_none(self):
        for method, change, says in (
            ("server_key", {"more": 1}, "its evidence does not have the keys of evidence"),
            ("server_key", {"method": 1}, "its evidence does not have the keys of evidence"),
            ("server_key", {"signature": 1}, "its evidence has no text where one should stand"),
            ("server_key", {"signature": "AA=="}, "holds what is not (base64url|the usual form of base64url)"),
            ("server_key", {"signature": "AAAA"}, "the officer's key has not signed this"),
            ("server_key", {"public_key": "02" + "0" * 64}, "its key is not an uncompressed point of P-256"),
            ("server_key", {"public_key": "04" + "A" * 128}, "its key is not an uncompressed point of P-256"),
            ("passkey", {"origins": "https://office.example"}, "its evidence does not list origins"),
            ("passkey", {"origins": [1]}, "its evidence does not list origins"),
            ("passkey", {"origins": []}, "a page from elsewhere has asked"),
            ("passkey", {"rp_id": "other.example"}, "the authenticator has answered another host"),
            ("passkey", {"authenticator_data": "AAAA"}, "the authenticator has said too little"),
            ("passkey", {"client_data_json": "AAAA"}, "what the browser said is not JSON"),
        ):
            line, entry = self.of(method)
            self.put(line, entry, json.loads(line["evidence"]) | change)
            self.lie(SIGNATURE + says)

    def test_a_passkey_that_was_asked_for_something_else(self):
        for lies, says in (
            ({"browser": {"type": "webauthn.create"}}, "what the browser said is not of an assertion"),
            ({"browser": {"challenge": "AAAA"}}, "the passkey has signed another statement"),
            ({"browser": {"origin": "https://evil.example"}}, "a page from elsewhere has asked"),
            ({"browser": {"origin": None}}, "a page from elsewhere has asked"),
            ({"browser": {"crossOrigin": True}}, "a page inside one from elsewhere has asked"),
            ({"host": "evil.example"}, "the authenticator has answered another host"),
            ({"flags": 0x04}, "nobody touched the authenticator"),
            ({"flags": 0x01}, "nobody unlocked the authenticator"),
        ):
            line, entry = self.of("passkey")
            key = self.history.signers[entry["content"]["signature"]["key"]]
            self.put(line, entry, key.evidence("note", self.signed(line, entry), **lies))
            self.lie(SIGNATURE + says)

    def test_keys_of_passkeys_that_are_none(self):
        p256 = "a501020326200121582000225820"
        for cose in ("", "01", "a0", "a10102", "a201020102", "bf", "a158", "b8ff", "a1a00102", "a10160", p256, "a3010103272006"):
            with self.subTest(cose=cose), self.assertRaisesRegex(Refused, "the key of the passkey is (not a COSE|of no alg)"):
                CoseKey(bytes.fromhex(cose))


class Keys(Liars):
    def about(self, kind):
        """The entries of a kind about the key of the last signature by its method."""
        method = "passkey" if kind.startswith("passkey") else "server_key"
        line, entry = self.of(method)
        key = entry["content"]["signature"]["key"]
        name = "passkey" if method == "passkey" else "key"
        entries = self.history.entries
        return next(other for other in entries if (other["kind"], other["content"].get(name)) == (kind, key))

    def test_a_key_that_nobody_approved(self):
        entry = self.about("passkey_approved")
        entry["kind"] = "passkey_renamed"
        self.lie(SIGNATURE + "its key did not count then")
        entry = self.about("passkey_approved")
        entry["person"] = entry["subject"]
        self.lie(ENTRY + "nobody but its owner has approved the passkey")
        entry = self.about("passkey_approved")
        entry["person"] = None
        self.lie(ENTRY + "nobody but its owner has approved the passkey")

    def test_a_key_that_is_no_more(self):
        for kind, end in (("passkey_approved", "passkey_revoked"), ("signing_key_made", "signing_key_retired")):
            entry = self.about(kind)
            at = self.history.entries.index(entry)
            name = "passkey" if kind == "passkey_approved" else "key"
            content = {name: entry["content"][name]}
            self.history.entries.insert(at + 1, {**entry, "id": self.history.id(), "kind": end, "content": content})
            self.lie(SIGNATURE + "its key did not count then")

    def test_acts_of_one_moment_have_no_order(self):
        """The end of a key may have got its place before a signature that was made just before it."""
        for seconds in (59, 61):
            lines = [line for line in self.history.signatures if '"method":"passkey"' in line["evidence"]]
            entry = self.entry(lines[-1])
            at = datetime.datetime.fromisoformat(entry["at"]) - datetime.timedelta(seconds=seconds)
            content = {"passkey": entry["content"]["signature"]["key"]}
            end = {**entry, "id": self.history.id(), "kind": "passkey_revoked", "subject": entry["person"], "content": content}
            end["at"] = at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            self.history.entries.insert(self.history.entries.index(entry), end)
            if seconds < 60:
                Export(Published(self.history).write(self.base / "x")).check()
            else:
                self.lie(SIGNATURE + "its key did not count then")
            self.history = History(71)

    def test_a_key_of_somebody_else(self):
        entry = self.about("signing_key_made")
        entry["subject"] = self.history.id()
        self.lie(rf"({SIGNATURE}its key is another's, by the entries|{ENTRY}its key was another's before)")
        entry = self.about("passkey_approved")
        entry["content"]["public_key_sha256"] = "0" * 64
        self.lie(ENTRY + "its key had another public half before")
        entry = self.about("passkey_enrolled")
        del entry["content"]["public_key_sha256"]
        self.lie(ENTRY + "names no public key")
        entry = self.about("signing_key_made")
        entry["content"]["public_key"] = "04"
        self.lie(ENTRY + "names no public key")
        entry = self.about("signing_key_made")
        entry["content"]["key"] = "x"
        self.lie(ENTRY + "signing_key_made names no key")


class WithoutNotes(Folders):
    def test_evidence_and_keys_are_compared_all_the_same(self):
        published = Published(History(72))
        folder = published.write(self.base / "x", notes=False)
        export = Export(folder)
        export.check()
        self.assertEqual(export.acts.signatures.count, len(published.history.signatures))
        with_statements = [canonical(line).encode() + b"\n" for line in published.history.signatures]
        mutations.write(folder, "signatures.jsonl", with_statements)
        self.refused(SIGNATURE + "a statement stands where none should", folder)


if __name__ == "__main__":
    unittest.main()
