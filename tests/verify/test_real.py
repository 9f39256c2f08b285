"""The trial of a real export, tried on one of a random history."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import mutations
from history import History
from publishing import Published
from real import Trial


class Real(unittest.TestCase):
    def trial(self, changes=mutations.ALL, change=None):
        """A trial of a good export, or of one that was changed before."""
        with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()) as shown:
            base = pathlib.Path(name)
            export = Published(History(52, acts=60)).write(base / "export")
            if change:
                change(export)
            (base / "work").mkdir()
            trial = Trial(export, base / "work", changes)
            trial.run()
            return trial, shown.getvalue()

    def test_a_good_export(self):
        trial, shown = self.trial()
        self.assertEqual(trial.failed, 0, shown)
        self.assertEqual(trial.passed, len(mutations.ALL) + 10)

    def test_a_bad_export(self):
        """A trial that could not fail would prove nothing."""
        trial, shown = self.trial(mutations.ALL[:2], mutations.document_removed)
        self.assertEqual((trial.passed, trial.failed), (6, 6))
        self.assertIn("FAILED as it is: refused: documents.jsonl: no line has the document", shown)


if __name__ == "__main__":
    unittest.main()
