"""A real mail server (aiosmtpd) that keeps what it takes as files, for an office that sends letters."""

import contextlib
import dataclasses
import pathlib
import tempfile

from lib.environment import environment
from lib.processes import LOOPBACK, ROOT, free_port, listens, start, stop, wait_until

MAIL = ROOT / "tools" / "mail"
FROM = "letters@finance.example.org"


@dataclasses.dataclass
class Relay:
    """A mail server, which need not run yet."""

    port: int
    # Each mail that it takes becomes NUMBER-RECIPIENT.eml here.
    folder: pathlib.Path

    def settings(self):
        """The environment that has an office send by it."""
        return {
            "DAFTAR__MAIL__SERVER": LOOPBACK,
            "DAFTAR__MAIL__PORT": str(self.port),
            "DAFTAR__MAIL__ENCRYPTION": "none",
            "DAFTAR__MAIL__FROM": FROM,
            "DAFTAR__MAIL__FROM_NAME": "Finance Department",
        }

    def start(self):
        """Starts it; whoever starts it stops it."""
        python = environment(MAIL / "requirements.txt") / "python"
        return start([python, MAIL / "relay.py", str(self.port), str(self.folder)])


@contextlib.contextmanager
def new_relay():
    """Yields one that does not run."""
    with tempfile.TemporaryDirectory(prefix="daftar-mail-") as folder:
        yield Relay(free_port(), pathlib.Path(folder))


@contextlib.contextmanager
def relay():
    """Yields one that runs."""
    with new_relay() as made:
        child = made.start()
        try:
            wait_until(lambda: listens(made.port), child, "the mail server", 60)
            yield made
        finally:
            stop(child)
