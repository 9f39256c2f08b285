"""A foreign implementation of the same standards (proofbundle: RFC 6962, C2SP notes) agrees about the same history."""

import dataclasses
import json
import random
import unittest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from proofbundle import checkpoint as theirs
from proofbundle import merkle

from checker.refusal import Refused
from checker.signed import OFFICE, WITNESS, Checkpoint, Line, VerifierKey
from checker.tree import Tree, check_consistency, check_inclusion, leaf_hash
from history import GrownTree, History
from publishing import Published

# From the tests of the first implementation of RFC 6962 (certificate-transparency).
LEAVES = [bytes.fromhex(leaf) for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                           "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def refuses(check, *arguments):
    """Whether ours refuses."""
    try:
        check(*arguments)
    except Refused:
        return True
    return False


class Trees(unittest.TestCase):
    def test_known_roots(self):
        tree = Tree()
        for root, leaf in zip(ROOTS, [*LEAVES, b""]):
            self.assertEqual(tree.root().hex(), root)
            tree.add(leaf_hash(leaf))

    def test_roots(self):
        bodies = Published(History(41)).bodies
        tree, grown = Tree(), GrownTree(bodies)
        for size in range(len(bodies)):
            self.assertEqual(tree.root(), grown.root(size))
            self.assertEqual(tree.root(), merkle.merkle_tree_hash(bodies[:size]))
            tree.add(leaf_hash(bodies[size]))

    def test_inclusion(self):
        bodies = Published(History(42, acts=60)).bodies
        for size in range(1, 40):
            root = GrownTree(bodies).root(size)
            for position in range(size):
                proof = merkle.inclusion_proof(bodies[:size], position)
                self.assertEqual(proof, GrownTree(bodies).inclusion(position, size))
                check_inclusion(leaf_hash(bodies[position]), position, size, proof, root)
                self.assertTrue(merkle.verify_inclusion(bodies[position], position, size, proof, root))

    def test_consistency(self):
        bodies = Published(History(43, acts=60)).bodies
        grown = GrownTree(bodies)
        for new in range(2, 40):
            for old in range(1, new):
                proof = merkle.consistency_proof(bodies[:new], old)
                self.assertEqual(proof, grown.consistency(old, new))
                check_consistency(old, grown.root(old), new, grown.root(new), proof)

    def test_another_root_at_either_end(self):
        grown = GrownTree(Published(History(43, acts=60)).bodies)
        proof = grown.consistency(21, 39)
        for old, new, says in ((22, 39, "root of size 21"), (21, 38, "root of size 39")):
            with self.assertRaisesRegex(Refused, says):
                check_consistency(21, grown.root(old), 39, grown.root(new), proof)

    def test_there_is_no_proof_from_nothing_or_backwards(self):
        root = ROOTS[0]
        for old, new in ((0, 5), (5, 5), (6, 5)):
            with self.assertRaisesRegex(Refused, "there is no proof of consistency"):
                check_consistency(old, root, new, root, [])

    def test_both_refuse_the_same(self):
        """Proofs that were changed at random: whoever accepts one, both do."""
        chance, bodies = random.Random(44), Published(History(44)).bodies
        grown, refused = GrownTree(bodies), 0
        for _ in range(1500):
            old, new = sorted(chance.sample(range(1, 60), 2))
            proof = spoiled(chance, grown.consistency(old, new))
            claimed = chance.choice([old, new, chance.randrange(1, 60)])
            ours = not refuses(check_consistency, claimed, grown.root(old), new, grown.root(new), proof)
            if claimed < new:
                self.assertEqual(ours, merkle.verify_consistency(claimed, new, proof, grown.root(old), grown.root(new)))
            position = chance.randrange(new)
            proof = spoiled(chance, grown.inclusion(position, new))
            claimed = chance.choice([position, chance.randrange(60)])
            ours = not refuses(check_inclusion, leaf_hash(bodies[position]), claimed, new, proof, grown.root(new))
            self.assertEqual(ours, merkle.verify_inclusion(bodies[position], claimed, new, proof, grown.root(new)))
            refused += not ours
        self.assertTrue(300 < refused < 1400, refused)


def spoiled(chance, proof):
    """Perhaps another proof than this one."""
    at = chance.randrange(len(proof) + 1)
    changes = [proof, proof, proof[:at], [*proof[:at], chance.randbytes(32), *proof[at:]], proof[::-1], proof[1:]]
    return chance.choice(changes)


class Notes(unittest.TestCase):
    def setUp(self):
        self.published = Published(History(45))
        self.key = self.published.history.keys[0]

    def test_checkpoints(self):
        for size in self.published.sizes[:6]:
            found = theirs.verify_checkpoint(self.published.signed[size], self.key.verifier)
            self.assertTrue(found["ok"])
            ours = Checkpoint.read(self.published.signed[size])
            self.assertEqual((found["origin"], found["tree_size"]), (ours.origin, ours.size))
            self.assertEqual(found["root"], ours.root)
            VerifierKey.read(self.key.verifier, OFFICE).check(ours.lines[0], ours.text)

    def test_what_they_sign(self):
        private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
        public, root = private.public_key().public_bytes_raw(), self.published.tree.root(5)
        note = theirs.sign_checkpoint("a.example/log", 5, root, private, "a.example/log")
        note = theirs.cosign_checkpoint(note, private, "w.example", 1_772_518_815)
        ours = Checkpoint.read(note)
        self.assertEqual((ours.origin, ours.size, ours.root), ("a.example/log", 5, root))
        key = VerifierKey.read(theirs.vkey("a.example/log", public), OFFICE)
        witness = VerifierKey.read(theirs.cosign_vkey("w.example", public), WITNESS)
        self.assertEqual([key.wrote(line) for line in ours.lines], [True, False])
        self.assertEqual([witness.wrote(line) for line in ours.lines], [False, True])
        key.check(ours.lines[0], ours.text)
        witness.check(ours.lines[1], ours.text)

    def test_cosignatures(self):
        note = self.published.cosigned(self.published.sizes[-1])
        for witness in self.published.history.witnesses:
            found = theirs.verify_cosignature(note, witness.verifier)
            self.assertTrue(found["ok"], json.dumps(found, default=str))

    def test_signatures_of_another_length(self):
        text = self.published.text(5)
        for key, kind in ((self.key, OFFICE), (self.published.history.witnesses[0], WITNESS)):
            line = Line.read((key.line(text) if kind == OFFICE else key.cosignature(text, 7))[:-1])
            known = VerifierKey.read(key.verifier, kind)
            known.check(line, text)
            for signature in (line.signature[:-1], line.signature + b"x", line.signature[:5]):
                with self.assertRaisesRegex(Refused, "does not verify"):
                    known.check(dataclasses.replace(line, signature=signature), text)

    def test_checkpoints_that_are_none(self):
        good = self.published.signed[self.published.sizes[0]]
        for bad in (
            good.replace("\n\n", "\n"),
            good.replace("—", "-"),
            good[:-1],
            good + "\n",
            good.replace("=\n\n", "\n\n"),
            good.replace(f"\n{self.published.sizes[0]}\n", "\n-1\n"),
            good.replace(f"\n{self.published.sizes[0]}\n", "\n٣\n"),
            "\n" + good,
            good.replace("— ", "—  "),
            good + "— somebody AAAA\n",
            # Bits of the base64 of the root that nobody reads.
            good.replace(good[good.index("=\n") - 1 :][:2], "B=", 1),
            good.replace("\n\n", "\nmore\n\n"),
            "",
        ):
            with self.subTest(bad=bad):
                self.assertTrue(refuses(Checkpoint.read, bad))


if __name__ == "__main__":
    unittest.main()
