"""Bundles of acts that are signed: with what was signed, and with the entry that says whose key it was."""

import json
import unittest

from checker.evidence import Evidence
from checker.refusal import Refused
from history import History, canonical
from publishing import Published
from signing import Passkey
from verify import signature_words


class SignedBundles(unittest.TestCase):
    def setUp(self):
        self.history = History(33)
        self.published = Published(self.history, signers=lambda _, trusted: trusted)

    def position(self, kind, method):
        """The last act of a kind that is signed by a method."""
        entries = enumerate(self.history.entries)
        found = [at for at, entry in entries if entry["kind"] == kind]
        return next(at for at in reversed(found) if self.signature(at)["method"] == method)

    def signature(self, position):
        """What an entry says of its signature."""
        return self.history.entries[position]["content"]["signature"]

    def bundle(self, kind="note_submitted", method="passkey"):
        """The bundle of such an act."""
        return self.published.bundle(self.position(kind, method))

    def refused(self, says, bundle):
        """Asserts that a bundle is refused in these words."""
        with self.assertRaises(Refused) as caught:
            Evidence(json.dumps(bundle)).check()
        self.assertRegex(str(caught.exception), rf"\A{says}")

    def words(self, bundle):
        """What is said of the signature in a bundle that is good."""
        evidence = Evidence(json.dumps(bundle))
        evidence.check()
        return signature_words(evidence)

    def test_what_is_said_of_a_signature(self):
        for kind in ("note_submitted", "file_closed"):
            for method in ("passkey", "server_key"):
                bundle = self.bundle(kind, method)
                self.assertRegex(self.words(bundle), rf"\Agood; by {method} \S+; the key is the officer's by an entry")
                words = self.words({**bundle, "note": None, "statement": None})
                self.assertRegex(words, r"\ANOT verified, since what was signed is not in the bundle")
                self.assertRegex(self.words({**bundle, "signer": None}), r"whose key it is, is NOT shown\Z")
                without = {**bundle, "signer": None, "statement": None, "signature": None}
                self.assertEqual(self.words(without), "NOT in the bundle")
        forwarded = next(at for at, entry in enumerate(self.history.entries) if entry["kind"] == "file_forwarded")
        self.assertEqual(self.words(self.published.bundle(forwarded)), "none")

    def test_evidence_of_another_signature(self):
        bundle, other = self.bundle(), self.bundle("file_closed")
        says = "signature: its evidence does not have the digest of its entry"
        self.refused(says, {**bundle, "signature": other["signature"]})
        self.refused("signature: is not a text", {**bundle, "signature": {}})
        forwarded = next(at for at, entry in enumerate(self.history.entries) if entry["kind"] == "file_forwarded")
        bundle = self.published.bundle(forwarded)
        self.refused("signature: an entry file_forwarded has no signature", {**bundle, "signature": other["signature"]})
        for part in ("signer", "statement"):
            says = rf"{part}: (has no signature that it could belong to|an entry file_forwarded has no statement)"
            self.refused(says, {**bundle, part: other[part]})

    def test_another_statement(self):
        bundle = self.bundle("file_closed")
        statement = json.loads(bundle["statement"])
        for change, says in (
            ({"remark": "Never."}, "signature: the passkey has signed another statement"),
            ({"person": None}, "statement: what was signed is another act than its entry says"),
            ({"ordinal": 999}, "statement: what was signed is another act than its entry says"),
        ):
            self.refused(says, {**bundle, "statement": canonical(statement | change)})
        self.refused("statement: is not a text", {**bundle, "statement": 1})
        self.refused("statement: an entry note_submitted has no statement", {**self.bundle(), "statement": "{}"})

    def test_a_signer_who_is_none(self):
        bundle, other = self.bundle(), self.bundle(method="server_key")
        for signer, says in (
            ({}, "has position, body and proof"),
            ({**bundle["signer"], "position": "1"}, "has a position that is a number"),
            ({**bundle["signer"], "position": bundle["signer"]["position"] + 1}, "the proof of inclusion"),
            ({**bundle["signer"], "proof": []}, "the proof of inclusion"),
            ({**bundle["signer"], "body": "{}"}, "an entry has exactly the keys"),
            (other["signer"], "no entry has its key"),
        ):
            self.refused(f"signer: {says}", {**bundle, "signer": signer})
        entry = bundle["entry"]
        signer = {"position": entry["position"], "body": entry["body"], "proof": bundle["proof"]}
        self.refused("signer: an entry note_submitted makes nobody a signer", {**bundle, "signer": signer})

    def test_a_key_that_the_entry_does_not_have(self):
        """The office signs with a key of its own under the name of the officer's passkey."""
        position = self.position("note_submitted", "passkey")
        line = next(line for line in self.history.signatures if line["note"] == self.note(position)["id"])
        text = next(note["canonical"] for note in self.history.notes if note["id"] == line["note"])
        officer = next(one for one in self.history.officers if one.person == self.history.entries[position]["person"])
        foreign = Passkey(self.history.chance, self.signature(position)["key"])
        self.history.signatures.remove(line)
        content = self.history.entries[position]["content"]
        content["signature"] = self.history.sign(officer, "note", text, key=foreign, file=line["file"], note=line["note"])
        bundle = Published(self.history).bundle(position)
        self.refused("signer: its key is not the one that the entries have", bundle)
        self.assertRegex(self.words({**bundle, "signer": None}), "good; .* whose key it is, is NOT shown")

    def note(self, position):
        """What an entry says of its note."""
        return self.history.entries[position]["content"]["note"]


if __name__ == "__main__":
    unittest.main()
