"""Environments of Python for programs of others, with pinned packages."""

import hashlib
import re
import subprocess
import venv

from lib.processes import cache_folder


def environment(*requirements):
    """The programs of an environment of its own, with pinned packages, under the user's cache."""
    pins = b"".join(path.read_bytes() for path in requirements)
    folder = cache_folder() / f"{requirements[0].parent.name}-{hashlib.sha256(pins).hexdigest()[:12]}"
    # Written last: an installation that broke off is not taken for one that is there.
    ready = folder / "installed"
    if not ready.exists():
        names = b", ".join(re.findall(rb"^[a-z].*", pins, re.MULTILINE | re.IGNORECASE)).decode()
        print(f"Installing {names} into the cache", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "-r", requirements[0]], check=True)
        ready.touch()
    return folder / "bin"
