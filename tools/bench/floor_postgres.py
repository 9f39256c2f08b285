"""The same SQL by pgbench, in the same cluster, without HTTP and without us."""

import pathlib
import re
import subprocess
import tempfile

from bench.load import Rate
from lib.postgres import binaries
from lib.processes import ToolError

# Each client walks through its own slice of the files.
SLICE = 1_000_000
FILE = "(SELECT id FROM bench_files WHERE n = :n)"
NUMBER = "(SELECT number FROM bench_files WHERE n = :n)"


def psql(url, *commands):
    """Runs commands; the answer is the last one's output."""
    arguments = [part for command in commands for part in ("-c", command)]
    done = subprocess.run(
        [binaries() / "psql", "-X", "-q", "-A", "-t", "-F", " ", "-v", "ON_ERROR_STOP=1", url, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ToolError(f"psql failed: {done.stderr}")
    return done.stdout.strip()


def database(url, name):
    """The address of another database in the same cluster."""
    return url.rsplit("/", 1)[0] + f"/{name}"


def literal(value):
    """A value as pgbench may see it: a colon before a letter would be taken for a variable."""
    if value is None:
        return "NULL"
    if ":" in value or "\\" in value:
        value = value.replace("\\", "\\\\").replace("'", "\\'").replace(":", "\\x3a")
        return f"E'{value}'"
    return "'" + value.replace("'", "''") + "'"


def script(statements, file=None, number=None, fresh=()):
    """A pgbench script of the statements. `file` and `number` mark the file that the captured request was about:
    each transaction takes another. What the request made itself (`fresh`) is made anew each time."""
    fresh = sorted(fresh)

    def value_of(value):
        if value is not None and value == file:
            return FILE
        if value is not None and value == number:
            return NUMBER
        if value in fresh:
            digest = f"md5('{fresh.index(value)}.' || :n)"
            return f"({digest} || {digest})" if len(value) == 64 else f"{digest}::uuid"
        if file and value and file in value:
            return f"replace({literal(value)}, '{file}', {FILE}::text)"
        return literal(value)

    lines = [r"\set i :i + 1", rf"\set n :client_id * {SLICE} + :i"] if file else []
    for statement in statements:
        sql = re.sub(r"\$(\d+)", lambda found, given=statement.values: value_of(given[int(found.group(1)) - 1]), statement.sql)
        lines.append(sql.rstrip(";") + ";")
    return "\n".join(lines) + "\n"


def prepare_files(url, holder, clients):
    """Numbers the files that `holder` has, so that each client walks through its own."""
    psql(
        url,
        "CREATE TABLE bench_files (n bigint PRIMARY KEY, id uuid NOT NULL, number text NOT NULL)",
        f"""INSERT INTO bench_files
            SELECT (turn % {clients}) * {SLICE} + turn / {clients} + 1, id, number
            FROM (SELECT id, number, row_number() OVER (ORDER BY id) - 1 AS turn FROM files
                  WHERE holder_post_id = '{holder}' AND movements = 1) AS numbered""",
        "ANALYZE",
    )


def pgbench(url, text, clients, seconds):
    """Runs a script. The middle latency comes from pgbench's own log of every transaction."""
    with tempfile.TemporaryDirectory(prefix="daftar-pgbench-") as folder:
        file = pathlib.Path(folder) / "script.sql"
        file.write_text(text)
        command = [binaries() / "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds)]
        command += ["-D", "i=0", "-l", "--log-prefix", f"{folder}/log", "-f", str(file), url]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = re.search(r"tps = ([\d.]+)", done.stdout)
        failed = re.search(r"number of failed transactions: ([1-9]\d*)", done.stdout)
        if done.returncode != 0 or not found or failed:
            if "null value" in done.stderr:
                raise ToolError("pgbench forwarded every file and asked for more: give the bench more --files")
            raise ToolError(f"pgbench failed:\n{done.stdout}{done.stderr[:2000]}")
        took = sorted(
            int(line.split()[2]) / 1000
            for log in pathlib.Path(folder).glob("log.*")
            for line in log.read_text().splitlines()
        )
    return len(took), Rate(float(found.group(1)), took[len(took) // 2], took[int(len(took) * 0.99)])
