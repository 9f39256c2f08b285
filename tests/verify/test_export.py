"""Random histories are accepted; what somebody without a key does to an export is refused, where he did it."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import mutations
from checker.export import Export, Kept
from checker.refusal import Refused
from checker.signed import OFFICE, WITNESS, VerifierKey
from history import History, Key
from publishing import Published

VERIFY = pathlib.Path(__file__).with_name("verify.py")


class Folders(unittest.TestCase):
    """Tests with a folder of their own."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.base = pathlib.Path(self._folder.name)

    def refused(self, says, folder, **how):
        """Asserts that an export is refused in these words, from their beginning."""
        with self.assertRaises(Refused) as caught:
            Export(folder, **how).check()
        self.assertRegex(str(caught.exception), rf"\A{says}")

    def kept(self, published, size):
        """A checkpoint that somebody kept in a file."""
        path = self.base / f"kept-{size}"
        path.write_text(published.signed[size])
        return Kept.read(path)


class Accepted(Folders):
    def test_random_histories(self):
        for seed in range(12):
            with self.subTest(seed=seed):
                history = History(seed, acts=30 + 20 * seed)
                published = Published(history)
                folder = published.write(self.base / str(seed))
                witnesses = [VerifierKey.read(key.verifier, WITNESS) for key in history.witnesses]
                key = VerifierKey.read(history.keys[0].verifier, OFFICE)
                size = history.chance.choice(published.sizes)
                export = Export(folder, key, self.kept(published, size), witnesses)
                export.check()
                self.assertEqual(export.acts.notes, len(history.notes))
                self.assertEqual(export.acts.papers, len(history.documents))
                self.assertEqual((len(export.trust.added), export.trust.retired), (3, 2))
                self.assertEqual(export.checkpoints, len(published.sizes))
                self.assertGreaterEqual(export.witnesses.cosignatures, 2)

    def test_every_size_of_a_first_checkpoint(self):
        history = History(3, acts=40)
        for size in range(1, len(history.entries)):
            Export(Published(history, [size, len(history.entries)]).write(self.base / str(size))).check()

    def test_without_notes(self):
        published = Published(History(1))
        export = Export(published.write(self.base / "x", notes=False))
        export.check()
        self.assertFalse(export.has_notes)

    def test_kept_between_two_of_the_history(self):
        """Somebody may keep one that the office has thinned out since."""
        history = History(5)
        size = next(size for size in range(20, 60) if size not in Published(History(5)).sizes)
        every = Published(history, list(range(1, len(history.entries) + 1)))
        Export(Published(History(5)).write(self.base / "x"), kept=self.kept(every, size)).check()

    def test_an_older_export_is_good_by_itself(self):
        folder = Published(History(4)).write(self.base / "x")
        mutations.older(folder, 7)
        Export(folder).check()


class Refusals(Folders):
    def test_everything_that_can_be_done_without_a_key(self):
        for seed in (0, 7):
            published = Published(History(seed, acts=120))
            for number, mutation in enumerate(mutations.ALL):
                with self.subTest(seed=seed, mutation=mutation.name):
                    folder = published.write(self.base / f"{seed}-{number}")
                    before = {path.name: path.read_bytes() for path in folder.iterdir()}
                    mutation.change(folder)
                    self.assertNotEqual(before, {path.name: path.read_bytes() for path in folder.iterdir()})
                    self.refused(mutation.says, folder)

    def test_the_exact_place(self):
        """A change is narrowed down to the entries between two checkpoints."""
        history = History(2)
        published = Published(history, [10, 50, 90, len(history.entries)])
        folder = published.write(self.base / "x")
        mutations.with_line(folder, "entries.jsonl", 63, lambda entry: entry.update(subject_kind="other"))
        self.refused(r"checkpoints\.jsonl line 3: .* from position 50 to 89 is not what was signed", folder)

    def test_an_older_copy_that_was_put_back(self):
        published = Published(History(4))
        folder = published.write(self.base / "x")
        kept = self.kept(published, published.sizes[-1])
        size = mutations.older(folder, 7)
        says = rf"checkpoint\.txt: the export has {size} entries, fewer than the {published.sizes[-1]} of"
        self.refused(says, folder, kept=kept)

    def test_another_history_of_the_same_office(self):
        """A fork: both are signed and whole, and only who kept a checkpoint sees it."""
        history = History(6)
        kept = self.kept(Published(history), Published(History(6)).sizes[8])
        history.entries[20]["subject_kind"] = "other"
        published = Published(history, Published(History(6)).sizes)
        folder = published.write(self.base / "x")
        Export(folder).check()
        says = rf"{re.escape(str(kept.path))}: the first \d+ entries of the export have another root"
        self.refused(says, folder, kept=kept)

    def test_a_kept_checkpoint_of_another_office(self):
        folder = Published(History(6)).write(self.base / "x")
        other = Published(History(7), origin="other.example/ledger")
        kept = self.kept(other, other.sizes[2])
        self.refused(r"\S+: is of other\.example/ledger, the export of office\.example/ledger", folder, kept=kept)

    def test_another_key_than_the_one_given(self):
        history = History(6)
        folder = Published(history).write(self.base / "x")
        key = VerifierKey.read(Key(history.chance).verifier, OFFICE)
        self.refused(r"entries\.jsonl line 1 \(position 0\): the first entry does not add the key", folder, key=key)


class CommandLine(Folders):
    def run_verify(self, *arguments):
        """Runs the program as a stranger would."""
        command = [sys.executable, VERIFY, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_statuses_and_last_lines(self):
        history = History(8)
        folder = Published(history).write(self.base / "x")
        good = self.run_verify("export", folder)
        self.assertEqual(good.returncode, 0, good.stdout + good.stderr)
        self.assertIn("taken from keys.txt of the export", good.stdout)
        last = good.stdout.splitlines()[-1]
        self.assertRegex(last, r"\Averified: office\.example/ledger, \d+ entries, root .*NOT given by you")
        quiet = self.run_verify("export", folder, "--quiet", "--key", history.keys[0].verifier)
        self.assertEqual(quiet.stdout.count("\n"), 1)
        self.assertIn("given by you", quiet.stdout)
        self.assertNotIn("NOT", quiet.stdout)
        mutations.last_entry_removed(folder)
        bad = self.run_verify("export", folder, "--quiet")
        self.assertEqual((bad.returncode, bad.stdout.count("\n")), (1, 1))
        self.assertTrue(bad.stdout.startswith("refused: entries.jsonl line"), bad.stdout)

    def test_bad_usage(self):
        folder = Published(History(8, acts=20)).write(self.base / "x")
        missing = self.base / "missing"
        for arguments in (
            [],
            ["export"],
            ["export", missing],
            ["export", folder, "--key", "x"],
            ["export", folder, "--checkpoint", missing],
            ["evidence", missing],
        ):
            self.assertEqual(self.run_verify(*arguments).returncode, 2, arguments)

    def test_what_is_shown_does_not_speak_to_the_terminal(self):
        history = History(8, acts=20)
        history.record("x", "receipt_diarised", "x", "x", numbered={"series": "a\n\x1b[2Jverified: b", "serial": 2})
        shown = self.run_verify("export", Published(history).write(self.base / "x"), "--quiet").stdout
        self.assertEqual(shown.count("\n"), 1)
        self.assertNotIn("\x1b", shown)
        self.assertTrue(shown.startswith("refused: "), shown)


if __name__ == "__main__":
    unittest.main()
