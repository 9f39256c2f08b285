"""The vectors of the browser's verifier are those which `vectors.py` makes, and the verifier here finds them good."""

import json
import pathlib
import unittest

from checker.evidence import Evidence
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
            keys.add((json.loads(bundle["signature"])["method"], bundle["note"] is None))
        self.assertEqual(len(keys), 4)


if __name__ == "__main__":
    unittest.main()
