"""A PostgreSQL cluster that lives as long as one command."""

import contextlib
import os
import pathlib
import re
import secrets
import shutil
import signal
import subprocess
import tempfile

from lib.processes import LOOPBACK, ToolError, as_user, free_port, start, stop, unprivileged_user, wait_until

OLDEST_VERSION = 15
# Nothing in a throw-away cluster outlives the machine, so tests need not wait for the disk.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
COMMON = {"max_connections": "300", "shared_buffers": "128MB", "jit": "off", "log_min_messages": "fatal"}


def binaries():
    """The folder with the newest PostgreSQL programs."""
    found = []
    for folder in pathlib.Path("/usr/lib/postgresql").glob("*/bin"):
        if folder.parent.name.isdigit() and (folder / "initdb").exists():
            found.append((int(folder.parent.name), folder))
    on_path = shutil.which("initdb")
    if on_path:
        stated = subprocess.run([on_path, "--version"], capture_output=True, text=True, check=True).stdout
        version = re.search(r"\d+", stated)
        found.append((int(version.group()) if version else 0, pathlib.Path(on_path).resolve().parent))
    usable = [entry for entry in found if entry[0] >= OLDEST_VERSION]
    if not usable:
        raise ToolError(f"no PostgreSQL {OLDEST_VERSION} or newer found: run tools/prerequisites")
    return max(usable)[1]


@contextlib.contextmanager
def cluster(durable=False, settings=None, log=None):
    """Yields the superuser's URL of a fresh cluster on a free loopback port; ends it afterwards. Its messages go
    to the file `log`, or to the terminal."""
    user = unprivileged_user()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daftar-postgres-"))
    server = None
    try:
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
        password = secrets.token_hex(16)
        data = _initialise(folder, password, user)
        port = free_port()
        given = {**COMMON, **({} if durable else FAST), **(settings or {})}
        given |= {"port": port, "listen_addresses": LOOPBACK, "unix_socket_directories": folder}
        options = [part for name, value in given.items() for part in ("-c", f"{name}={value}")]
        with contextlib.nullcontext() if log is None else log.open("w") as messages:
            command = [binaries() / "postgres", "-D", data, *options]
            server = start(command, cwd=folder, stderr=messages, **as_user(user))
        ready = [binaries() / "pg_isready", "-q", "-h", LOOPBACK, "-p", str(port)]
        wait_until(lambda: subprocess.run(ready, check=False).returncode == 0, server, "PostgreSQL", 60)
        yield f"postgres://postgres:{password}@{LOOPBACK}:{port}/postgres"
    finally:
        if server:
            # A fast shutdown; the data is thrown away anyway.
            stop(server, first=signal.SIGINT if durable else signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


def _initialise(folder, password, user):
    """Makes the data folder. The same bytes sort the same everywhere, so the locale is C with UTF-8."""
    data = folder / "data"
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o600)
    if user:
        os.chown(secret, user.pw_uid, user.pw_gid)
    command = [binaries() / "initdb", "-D", data, "-U", "postgres", "--auth=password", f"--pwfile={secret}"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **as_user(user))
    if made.returncode != 0:
        raise ToolError(f"initdb failed:\n{made.stderr}")
    return data
