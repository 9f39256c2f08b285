#!/usr/bin/env python3
"""Checks every file of the repository: length, traces of one machine, and large binaries."""

import pathlib
import re
import subprocess

from lib.processes import ROOT, run_main

LONGEST = 500
LARGEST_BYTES = 1024 * 1024
SOURCES = {".rs", ".ts", ".tsx", ".mjs", ".py", ".css", ".sh"}
# Written by a program: nobody reads them from the top.
GENERATED = ("frontend/src/api/schema.d.ts", "openapi/openapi.json")
LOCK_FILES = ("Cargo.lock", "frontend/pnpm-lock.yaml")
# The pictures of the screens are large by nature.
PICTURES = "docs/images/"

MACHINE_PATH = re.compile(r"(?<![\w.$}/-])/(?:work|root|home/[a-z]+|Users/\w+)/[\w.]|\.\./shared\b")
# A lock file or a setting that names a host pins everybody to one mirror.
REGISTRY_HOST = re.compile(
    # Written with brackets so that this file passes its own check.
    r"registry[.]npmjs[.]org|files[.]pythonhosted[.]org|pypi[.]org|(?:index|static)[.]crates[.]io"
)


def files():
    """What is, or is about to be, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def is_source(name):
    """Whether people write and read this file as code; scripts in tools have no suffix."""
    path = pathlib.PurePath(name)
    return path.suffix in SOURCES or (path.parts[0] == "tools" and not path.suffix)


def problems_of(name):
    """What is wrong with one file."""
    content = (ROOT / name).read_bytes()
    if b"\0" in content[:8192]:
        if len(content) > LARGEST_BYTES and not name.startswith(PICTURES):
            yield f"{name}: a binary of {len(content) // 1024} KiB; keep large files out of the repository"
        return
    lines = content.decode("utf-8", "replace").splitlines()
    if is_source(name) and name not in GENERATED and len(lines) > LONGEST:
        yield f"{name}: {len(lines)} lines; split it (the most is {LONGEST})"
    for number, line in enumerate(lines, 1):
        if name not in LOCK_FILES and MACHINE_PATH.search(line):
            yield f"{name}:{number}: a path of one machine: {line.strip()[:80]}"
        if REGISTRY_HOST.search(line):
            yield f"{name}:{number}: the host of a package registry: {line.strip()[:80]}"


def main():
    names = files()
    problems = [problem for name in names for problem in problems_of(name)]
    for problem in problems:
        print(f"files: {problem}")
    if not problems:
        print(f"files: {len(names)} files, none too long, none bound to one machine")
    return 1 if problems else 0


if __name__ == "__main__":
    run_main(main)
