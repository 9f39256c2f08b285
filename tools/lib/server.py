"""The real server, started for one command with its own data."""

import contextlib
import dataclasses
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from lib.processes import LOOPBACK, ROOT, ToolError, answers, free_port, start, stop, target_folder, wait_until

# Accounts of the demonstration office (crates/server/demo/persons.csv).
PERSONAS = {
    "administrator": "admin",
    "auditor": "auditor",
    "registry": "clerk.finance",
    "officer": "so.budget1",
}
PASSWORD = "lahore-canal-bank-1947"


@dataclasses.dataclass
class Running:
    """A server that answers."""

    url: str
    pid: int
    log: pathlib.Path
    # From the start of the process until it said that it was ready.
    start_seconds: float
    prepared: object = None
    # Where mail for its registries is laid.
    mailbox: pathlib.Path | None = None

    def log_tail(self, lines=40):
        """The end of what the server wrote."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def binary(profile="debug"):
    """The program, as cargo built it."""
    program = target_folder() / profile / "daftar"
    if not program.exists():
        raise ToolError(f"{program} does not exist: run make build first")
    return program


def settings(data, port, database=None):
    """The environment that points a server at its own folder and port, and at nothing of the developer's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DAFTAR_")}
    kept |= {
        "NO_COLOR": "1",
        "DAFTAR__STORAGE__FOLDER": str(data),
        "DAFTAR__IDENTITY__SECOND_FACTOR": "offered",
        "DAFTAR__IDENTITY__LEAST_PROOF": "password",
        "DAFTAR__SERVER__ADDRESS": f"{LOOPBACK}:{port}",
        "DAFTAR__SERVER__PUBLIC_URL": f"http://{LOOPBACK}:{port}",
        "DAFTAR__SERVER__WEB_ROOT": str(ROOT / "frontend" / "dist"),
    }
    if database:
        kept["DAFTAR__DATABASE__URL"] = database
    return kept


def strict_server(**more):
    """A server like `server`, whose posts that weigh need a second factor. A demonstration offers one only, so its
    office is put into the database first."""
    return server(
        before=lambda program, environment: subprocess.run(
            [program, "seed"], env=environment, capture_output=True, check=True
        ),
        demonstration=False,
        variables={
            "DAFTAR__IDENTITY__SECOND_FACTOR": "required",
            "DAFTAR__IDENTITY__LEAST_PROOF": "second_factor",
        },
        **more,
    )


@contextlib.contextmanager
def server(
    database=None, profile="debug", patience=300, before=None, demonstration=True, variables=None, data=None
):
    """Yields a running server with fresh data: the demonstration office, unless it is told otherwise. Stops it and
    removes its data afterwards, but keeps what it put into `data`, where that is given. `before` is called with the program and its environment before the start; what it
    answers is `prepared`."""
    program = binary(profile)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daftar-server-"))
    log = pathlib.Path(os.environ.get("DAFTAR_SERVER_LOG") or folder / "server.log")
    port = free_port()
    url = f"http://{LOOPBACK}:{port}"
    child = None
    try:
        mailbox = folder / "mail"
        mailbox.mkdir()
        environment = settings(data or folder / "data", port, database) | (variables or {})
        environment["DAFTAR__MAIL__FOLDER"] = str(mailbox)
        prepared = before(program, environment) if before else None
        command = [program, "serve", *(["--demo"] if demonstration else [])]
        with log.open("w") as out:
            began = time.monotonic()
            child = start(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        running = Running(url, child.pid, log, 0, prepared, mailbox)
        try:
            wait_until(lambda: answers(f"{url}/readyz"), child, "daftar serve", patience)
            running.start_seconds = time.monotonic() - began
        except ToolError as error:
            raise ToolError(f"{error}\n{running.log_tail()}") from error
        yield running
    finally:
        if child:
            stop(child)
        shutil.rmtree(folder, ignore_errors=True)
