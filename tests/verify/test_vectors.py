"""The vectors of the browser's verifier are those which `vectors.py` makes, and the verifier here finds them good."""

import json
import pathlib
import unittest

from checker.evidence import Evidence
from checker.proofs import NOTE_TAG, Proof, challenge_of
from checker.refusal import Refused
from history import digest
from vectors import vectors

FILE = pathlib.Path(__file__).parents[2] / "frontend/src/features/ledger/verify/vectors.json"


class Vectors(unittest.TestCase):
    def test_the_file_is_what_is_made_here(self):
        self.assertEqual(json.loads(FILE.read_text()), vectors())

    def test_every_bundle_is_good(self):
        for bundle in vectors()["evidence"]:
            Evidence(json.dumps(bundle)).check()
        keys = set()
        for bundle in vectors()["signed"]:
            evidence = Evidence(json.dumps(bundle))
            evidence.check()
            self.assertIsNotNone(evidence.challenge)
            is_approval = evidence.entry["kind"] == "communication_approved"
            keys.add((json.loads(bundle["signature"])["method"], bundle["note"] is None, is_approval))
        self.assertEqual(len(keys), 6)

    def test_every_lie_is_one(self):
        made = vectors()
        bundle = next(one for one in made["signed"] if one["entry"]["position"] == made["lies"]["position"])
        facts = json.loads(bundle["entry"]["body"])["content"]["signature"]
        challenge = challenge_of(NOTE_TAG, bundle["note"])
        Proof(bundle["signature"], facts).check(challenge)
        for lie in made["lies"]["evidence"]:
            with self.assertRaises(Refused):
                Proof(lie, facts | {"evidence": digest(lie)}).check(challenge)


if __name__ == "__main__":
    unittest.main()
