"""A time stamping authority (RFC 3161) over HTTP: OpenSSL's, which knows nothing of the office."""

import contextlib
import http.server
import pathlib
import subprocess
import tempfile
import threading

from lib.processes import LOOPBACK, ROOT, ToolError

# The same as the tests in Rust have.
CONFIGURATION = ROOT / "crates" / "testing" / "src" / "time-stamps.cnf"

MAKING = """
req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 3650 -subj /CN=Stamps -config openssl.cnf -extensions root
req -newkey rsa:2048 -nodes -keyout stamper.key -out stamper.csr -subj /CN=Stamper -config openssl.cnf
ca -batch -notext -config openssl.cnf -cert root.pem -keyfile root.key -in stamper.csr -out stamper.pem -days 365 -extensions stamper
ca -gencrl -config openssl.cnf -cert root.pem -keyfile root.key -out crl.pem
crl -in crl.pem -outform DER -out crl.der
"""


class Authority:
    """One that runs: where it is, and what its stamps are believed by."""

    def __init__(self, folder):
        self._folder = folder
        self._server = http.server.ThreadingHTTPServer((LOOPBACK, 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://{LOOPBACK}:{self._server.server_port}"
        self.root = folder / "root.pem"
        configuration = CONFIGURATION.read_text().replace("URI:ADDRESS", f"URI:{self.url}/root.crl")
        (folder / "openssl.cnf").write_text(configuration)
        (folder / "index.txt").write_text("")
        for number in ("serial", "crlnumber", "stamps-serial"):
            (folder / number).write_text("1001\n")
        for line in MAKING.strip().splitlines():
            self._openssl(line)
        self._thread.start()

    def stop(self):
        """Nobody answers from then on."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _openssl(self, line):
        done = subprocess.run(["openssl", *line.split()], cwd=self._folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ToolError(f"openssl {line}: {done.stderr.strip()}")

    def _handler(self):
        folder, openssl, alone = self._folder, self._openssl, threading.Lock()

        class Handler(http.server.BaseHTTPRequestHandler):
            """Stamps what is posted, and hands out the list of revoked certificates."""

            def do_POST(self):
                query = self.rfile.read(int(self.headers["Content-Length"]))
                with alone:
                    (folder / "query").write_bytes(query)
                    openssl("ts -reply -config openssl.cnf -queryfile query -out reply")
                    self._answer("application/timestamp-reply", (folder / "reply").read_bytes())

            def do_GET(self):
                self._answer("application/pkix-crl", (folder / "crl.der").read_bytes())

            def _answer(self, kind, content):
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_arguments):
                """Nothing is written between the results."""

        return Handler


@contextlib.contextmanager
def authority():
    """Yields an authority that runs."""
    with tempfile.TemporaryDirectory(prefix="daftar-stamps-") as folder:
        running = Authority(pathlib.Path(folder))
        try:
            yield running
        finally:
            running.stop()


def settings(running):
    """The environment that has an office ask it."""
    return {
        "DAFTAR__SIGNATURES__TIME_STAMP_URL": running.url,
        "DAFTAR__SIGNATURES__TIME_STAMP_ROOTS": str(running.root),
    }
