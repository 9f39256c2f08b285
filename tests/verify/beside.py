#!/usr/bin/env python3
"""The tests of the verifier once more, with the program beside it: of every export that they make or change, `daftar
verify --export` has to think what the verifier thinks, and `daftar verify --file` of every archive.

    beside.py DAFTAR

The last line says how often the two agreed: N passed, N failed.
"""

import pathlib
import subprocess
import sys
import unittest

from checker.archive import Archive
from checker.export import Export
from checker.refusal import Refused

TESTS = (
    "test_archive", "test_canonical", "test_drafts", "test_export", "test_foreign", "test_keys", "test_lies", "test_shapes", "test_signatures",
)  # fmt: skip


class Beside:
    """The program, asked about each export that the verifier is asked about."""

    def __init__(self, program):
        self._program = program
        self._begin, self._check, self._check_archive = Export.__init__, Export.check, Archive.check
        self.agreed, self.differences = 0, []

    def watch(self):
        """Puts itself between the tests and the verifier."""
        beside = self

        def begin(export, folder, key=None, kept=None, witnesses=()):
            export.asked = (folder, key, kept, witnesses)
            beside._judged(export, lambda: beside._begin(export, folder, key, kept, witnesses), done=False)

        def check(export):
            beside._judged(export, lambda: beside._check(export), done=True)

        def check_archive(archive):
            archive.asked = (archive.path, archive.key, None, archive._witnesses._wanted)
            beside._judged(archive, lambda: beside._check_archive(archive), done=True)

        Export.__init__, Export.check, Archive.check = begin, check, check_archive

    def _judged(self, export, judge, done):
        """Lets the verifier judge, and compares; an export that was only opened is not judged yet."""
        try:
            judge()
        except Refused as refused:
            self._compare(export, str(refused))
            raise
        if done:
            self._compare(export, None)

    def _compare(self, export, refused):
        status, said = self._ask(*export.asked)
        if status == (1 if refused else 0):
            self.agreed += 1
        else:
            self.differences.append(f"verifier: {refused or 'good'}\n  daftar:   {said}")

    def _ask(self, folder, key, kept, witnesses):
        command = [self._program, "verify", "--file" if folder.suffix == ".zip" else "--export", folder]
        command += ["--key", str(key)] if key else []
        command += ["--checkpoint", kept.path] if kept else []
        command += [word for witness in witnesses for word in ("--witness", str(witness))]
        done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    beside = Beside(pathlib.Path(sys.argv[1]).resolve())
    beside.watch()
    suite = unittest.TestSuite(map(unittest.defaultTestLoader.loadTestsFromName, TESTS))
    good = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(suite).wasSuccessful()
    for difference in beside.differences:
        print(f"FAILED {difference}")
    failed = len(beside.differences) + (not good)
    print(f"{beside.agreed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
