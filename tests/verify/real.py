#!/usr/bin/env python3
"""Checks an export of the real program, and then that a changed copy of it is refused, for every change there is.

    real.py DIR [DAFTAR]

With DAFTAR, the program, `daftar verify --export` has to judge each copy as verify.py does.

The last line says how many of these went as they should: N passed, N failed.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import mutations
from history import Key

VERIFY = pathlib.Path(__file__).with_name("verify.py")


def verify(folder, *arguments):
    """Runs the verifier as a stranger would; answers its status and what it printed."""
    command = [sys.executable, VERIFY, "export", folder, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


class Trial:
    """One export, its copies, and how often the verifier was right about them."""

    def __init__(self, export, work, changes=mutations.ALL, program=None):
        self._program = program
        self._changes = changes
        self._export = export
        self._work = work
        self._key = (export / "keys.txt").read_text().splitlines()[0]
        self.passed = self.failed = 0

    def run(self):
        """Everything that can be tried without the office's keys."""
        self._accepted("as it is", self._export, shown=True)
        for mutation in self._changes:
            copy = self._copy(mutation.name)
            try:
                mutation.change(copy)
            except (IndexError, KeyError, ValueError) as error:
                self._count(False, mutation.name, f"the export has nothing to change: {error!r}")
            else:
                self._refused(mutation.name, mutation.says, copy)
            shutil.rmtree(copy)
        self._with_a_foreign_key()
        self._put_back()
        self._witnessed()

    def _copy(self, name):
        return shutil.copytree(self._export, self._work / name)

    def _accepted(self, name, folder, *arguments, shown=False):
        status, said = verify(folder, "--key", self._key, *arguments)
        if shown:
            print(said)
        self._count(status == 0, name, said)
        self._compare(0, name, folder, self._key, arguments)

    def _refused(self, name, says, folder, *arguments, key=None):
        status, said = verify(folder, "--key", key or self._key, "--quiet", *arguments)
        self._count(status == 1 and re.match(f"refused: {says}", said), name, said)
        self._compare(1, name, folder, key or self._key, arguments)

    def _compare(self, expected, name, folder, key, arguments):
        """Whether the program judges the folder as this verifier does."""
        if self._program is None:
            return
        command = [self._program, "verify", "--export", folder, "--key", key, *arguments]
        done = subprocess.run(command, cwd=self._work, capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).strip()
        good = done.returncode == expected and (expected == 0 or "refused: " in said)
        self._count(good, f"daftar verify: {name}", said)

    def _count(self, good, name, said):
        self.passed += bool(good)
        self.failed += not good
        last = said.splitlines()[-1] if said else "nothing said"
        print(f"{'ok    ' if good else 'FAILED'} {name}: {last}", flush=True)

    def _with_a_foreign_key(self):
        stranger = Key(random.Random(1), self._key.split("+")[0]).verifier
        says = mutations.ENTRY + "the first entry does not add the key"
        self._refused("a foreign key", says, self._export, key=stranger)

    def _put_back(self):
        """An old copy of the office is good by itself, and refused by who kept a later checkpoint."""
        latest = self._export / "checkpoint.txt"
        self._accepted("a kept checkpoint", self._export, "--checkpoint", latest)
        number = len(mutations.read(self._export, "checkpoints.jsonl")) - 1
        if not self._has(number > 0, "an old copy", "the export has one checkpoint only"):
            return
        copy = self._copy("older")
        mutations.older(copy, number)
        self._accepted("an old copy", copy)
        says = r"checkpoint\.txt: the export has \d+ entries, fewer than"
        self._refused("an old copy and a kept checkpoint", says, copy, "--checkpoint", latest)
        first = self._work / "first.txt"
        first.write_text(json.loads(mutations.read(self._export, "checkpoints.jsonl")[0])["note"])
        self._accepted("the first checkpoint kept", self._export, "--checkpoint", first)

    def _witnessed(self):
        """The witnesses whom the export names have cosigned its last checkpoint; nobody else has."""
        witnesses = (self._export / "witnesses.txt").read_text().splitlines()
        self._has(witnesses, "witnesses", "the export names none")
        for key in witnesses:
            self._accepted(f"the witness {key.split('+')[0]}", self._export, "--witness", key)
        stranger = Key(random.Random(2), "stranger.example", 4).verifier
        says = r"checkpoint\.txt: the witness stranger\.example\+[0-9a-f]{8} has not cosigned it"
        self._refused("a stranger for a witness", says, self._export, "--witness", stranger)
        copy = self._copy("cosigned")
        latest = copy / "checkpoint.txt"
        text = latest.read_text()
        latest.write_text(text[:-10] + ("B" if text[-10] == "A" else "A") + text[-9:])
        self._refused("a false cosignature", r"checkpoint\.txt: the cosignature of ", copy)

    def _has(self, holds, name, otherwise):
        if not holds:
            self._count(False, name, otherwise)
        return holds


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory(prefix="daftar-verify-") as work:
        program = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) == 3 else None
        trial = Trial(pathlib.Path(sys.argv[1]), pathlib.Path(work), program=program)
        trial.run()
    print(f"{trial.passed} passed, {trial.failed} failed")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
