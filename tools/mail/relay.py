"""A mail server that keeps what it takes as files, and knows nobody whose address begins with `nobody`.

    relay.py PORT FOLDER
"""

import itertools
import pathlib
import sys
import threading

from aiosmtpd.controller import Controller


class Keeper:
    """Keeps each mail as NUMBER-RECIPIENT.eml."""

    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        """Refuses whom nobody knows."""
        if address.startswith("nobody"):
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        """Keeps the mail before it says so."""
        name = f"{next(self.numbers)}-{envelope.rcpt_tos[0]}.eml"
        unfinished = self.folder / f".{name}"
        unfinished.write_bytes(envelope.content)
        unfinished.rename(self.folder / name)
        return "250 taken"


if __name__ == "__main__":
    controller = Controller(Keeper(pathlib.Path(sys.argv[2])), hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    threading.Event().wait()
