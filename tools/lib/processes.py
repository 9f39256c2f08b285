"""Children that are started, waited for and stopped by their own process group."""

import contextlib
import ctypes
import os
import pathlib
import pwd
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOOPBACK = "127.0.0.1"


class ToolError(Exception):
    """A failure that the reader can act upon; shown without a traceback."""


def run_main(main):
    """Runs a script's `main`, so that stopping it by a signal still runs its clean-up."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except ToolError as error:
        print(f"{pathlib.Path(sys.argv[0]).name}: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def cache_folder():
    """Where tools keep what can be made again; outside the working copy."""
    base = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(base) / "daftar"


def target_folder():
    """The folder cargo builds into."""
    return pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")


def free_port():
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def unprivileged_user():
    """The account for programs that refuse to run as root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise ToolError("running as root, and neither the user postgres nor nobody exists")


def as_user(user):
    """The arguments for subprocess that start a child as `user`."""
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _end_with_parent():
    """Runs in the child: a parent that is killed outright must not leave it behind (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def start(command, **options):
    """Starts a child in its own process group."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent, **options)


def stop(child, first=signal.SIGTERM, patience=15):
    """Stops a child and whatever it started: asked first, then killed."""
    for ask in (first, signal.SIGKILL):
        if child.poll() is not None:
            break
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, ask)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(patience)
    # The leader is gone; a grandchild of the same group may not be.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


def answers(url):
    """Whether `url` answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


def listens(port):
    """Whether somebody on this machine takes connections to a port."""
    with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, port), timeout=2):
        return True
    return False


def wait_until(condition, child, what, seconds):
    """Waits until `condition` holds, and says so when the child ends first or time runs out."""
    end = time.monotonic() + seconds
    while not condition():
        if child.poll() is not None:
            raise ToolError(f"{what} ended with status {child.returncode} before it was ready")
        if time.monotonic() > end:
            raise ToolError(f"{what} was not ready after {seconds} s")
        time.sleep(0.1)
