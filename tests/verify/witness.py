#!/usr/bin/env python3
"""A witness for the trial of a real export (C2SP tlog-witness): it remembers one ledger, and cosigns what follows.

The first line of its output is its address and its verifier key. It does not ask who signed a checkpoint: whoever checks
the export does.
"""

import http.server
import random
import time

from checker.refusal import Refused
from checker.signed import Checkpoint, digest_from_base64
from checker.tree import check_consistency
from history import Key


class Witness:
    """What a witness has seen, and what it says."""

    def __init__(self):
        self.key = Key(random.SystemRandom(), "witness.example/trial", 4)
        self._seen = None

    def answer(self, submission):
        """The status and the body for what was posted."""
        head, _, note = submission.partition("\n\n")
        old, *proof = head.split("\n")
        checkpoint = Checkpoint.read(note)
        if old != f"old {self._seen.size if self._seen else 0}":
            return 409, f"{self._seen.size if self._seen else 0}\n"
        if self._seen:
            hashes = [digest_from_base64(line) for line in proof]
            check_consistency(self._seen.size, self._seen.root, checkpoint.size, checkpoint.root, hashes)
        elif proof:
            raise Refused("a proof from nothing is empty")
        self._seen = checkpoint
        return 200, self.key.cosignature(checkpoint.text, int(time.time()))


class Handler(http.server.BaseHTTPRequestHandler):
    """Speaks HTTP."""

    witness = Witness()

    def do_POST(self):
        """The one request that there is."""
        submission = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            status, body = self.witness.answer(submission) if self.path == "/add-checkpoint" else (404, "")
        except Refused as refused:
            status, body = 422, f"{refused}\n"
        self.send_response(status)
        self.send_header("Content-Type", "text/x.tlog.size" if status == 409 else "text/plain")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        """Is silent: nobody reads it."""


def main():
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}", Handler.witness.key.verifier, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
