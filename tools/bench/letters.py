"""What issuing a letter costs, from the print to the commit, and what a file costs to export."""

import concurrent.futures
import contextlib
import dataclasses
import pathlib
import random
import struct
import threading
import time
import zlib

from bench import office
from bench.load import TICKS_PER_SECOND, Rate, cpu_ticks, memory_mb
from lib.client import Client
from lib.letters import act, hand_on, letter, post_of
from lib.processes import ToolError

# Letters on one file, whose numbers follow one another.
ON_EACH = 10
# Officers who press the button at the same moment.
ISSUERS = 4
# A page of A4 at 150 dots to the inch, eight to a byte.
WIDTH, HEIGHT = 1240, 1754
PATIENCE = 900


@dataclasses.dataclass
class Issuing:
    """What the issues of letters took."""

    rate: Rate
    pdf_kb: float


@dataclasses.dataclass
class Export:
    """What the export of one file took."""

    notes: int
    scans: int
    seconds: float
    server_mb: float
    child_mb: float
    book_mb: float


def lines(issuing, export):
    """Lines of the report."""
    return [
        f"- A letter issued, from the print to the commit: {issuing.rate.per_second:,.0f}/s, p50 {issuing.rate.p50_ms:.0f} ms, "
        f"p99 {issuing.rate.p99_ms:.0f} ms, {issuing.rate.cpu_us / 1000:.1f} ms of CPU; {ISSUERS} at a time. Its PDF has "
        f"{issuing.pdf_kb:.0f} KB.",
        f"- The export of a file with {export.notes} notes and {export.scans} scans: {export.seconds:.1f} s; at most "
        f"{export.server_mb:.0f} MB in the server, {export.child_mb:.0f} MB in a process that reads papers. The document has "
        f"{export.book_mb:.1f} MB.",
    ]


def measured(running, letters, notes, scans):
    """Both measurements, on an office that was founded."""
    issuing = issued(running, letters)
    return issuing, exported(running, notes, scans)


def signed_in(url, user_name):
    """Somebody's client; tokens live for minutes."""
    return Client(url).signed_in(user_name, office.PASSWORD)


def head(client):
    """The head under which the bench opens files."""
    unit = client.call("GET", "/me")["charges"][0]["post"]["unit"]["id"]
    found = client.call("GET", f"/units/{unit}/heads")["items"]
    words = {"code": "9", "title_en": "Letters", "title_ur": "خطوط"}
    return found[0]["id"] if found else client.call("POST", f"/units/{unit}/heads", words)["id"]


def new_file(client):
    """A file on somebody's desk."""
    words = {"subject": "Letters of the bench", "classification": "restricted", "priority": "routine"}
    return client.call("POST", "/files", words | {"head_id": head(client)})["id"]


def approved(url, count):
    """Letters that wait for the section officer's signature, on one file: their ids and versions."""
    writer, signer = signed_in(url, office.DEPUTY), signed_in(url, office.OFFICER)
    file, content = new_file(writer), letter(post_of(signer), office.NOTE)
    drafts = [writer.call("POST", f"/files/{file}/communications", {"content": content})["id"] for _ in range(count)]
    hand_on(writer, signer, file)
    return [(draft, act(signer, "POST", draft, "approval", {"text_number": 1})["version"]) for draft in drafts]


def issued(running, count):
    """Issues so many letters; keys, certificates and the faces of the print are there before the clock starts."""
    waiting = approved(running.url, 1)
    for begin in range(0, count, ON_EACH):
        waiting += approved(running.url, min(ON_EACH, count - begin))
    bench = office.Office(running.url)
    officer = bench.sign_in()

    def issue(one):
        draft, version = one
        began = time.perf_counter()
        bench.call("POST", f"/communications/{draft}/issue", officer, {}, {"If-Match": f'"{version}"'})
        return (time.perf_counter() - began) * 1000

    [first, *rest] = waiting
    issue(first)
    # Those of one file wait for each other; a morning's letters are of many.
    random.Random(1).shuffle(rest)
    ticks, began = cpu_ticks(running.pid), time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(ISSUERS) as pool:
        took = sorted(pool.map(issue, rest))
    seconds = time.perf_counter() - began
    spent = (cpu_ticks(running.pid) - ticks) / TICKS_PER_SECOND * 1e6 / len(took)
    rate = Rate(len(took) / seconds, at_share(took, 0.5), at_share(took, 0.99), spent)
    return Issuing(rate, size_of(signed_in(running.url, office.OFFICER), first[0]) / 1000)


def at_share(took, share):
    """What so large a share of a sorted list stays below."""
    return took[min(int(len(took) * share), len(took) - 1)]


def size_of(client, draft):
    """Bytes of the document that a letter was issued as."""
    file = client.call("GET", f"/communications/{draft}")["file"]["id"]
    papers = client.call("GET", f"/files/{file}/papers")["items"]
    copy = next(paper for paper in papers if paper["direction"] == "outgoing")
    return len(client.bytes(f"/documents/{copy['documents'][0]['id']}/content"))


def exported(running, notes, scans):
    """Exports a file with so many notes and scans."""
    client = signed_in(running.url, office.OFFICER)
    file = new_file(client)
    body = {"kind": "note", "body": {"paragraphs": [{"dir": "auto", "spans": [{"text": office.NOTE}]}]}}
    for _ in range(notes):
        on_file(client, file, "notes", body)
    for number in range(scans):
        if number % 20 == 19:
            client = signed_in(running.url, office.OFFICER)
        document = client.upload(f"scan {number + 1}.png", scan(number))["id"]
        on_file(client, file, "papers", {"document_id": document, "title": f"Scan {number + 1}"})
    # From here on the kernel remembers the most memory anew.
    pathlib.Path(f"/proc/{running.pid}/clear_refs").write_text("5")
    with children(running.pid) as most:
        began = time.monotonic()
        client = signed_in(running.url, office.OFFICER)
        client.call("POST", f"/files/{file}/exports", {"language": "en"})
        made = finished(running.url, file, began)
        seconds = time.monotonic() - began
    return Export(notes, scans, seconds, memory_mb(running.pid), most[0], made["book"]["bytes"] / 1e6)


def on_file(client, file, what, body):
    """An act on a file at its present version."""
    version = client.call("GET", f"/files/{file}")["version"]
    client.call("POST", f"/files/{file}/{what}", body, {"If-Match": f'"{version}"'})


def finished(url, file, began):
    """Waits for the latest export of a file."""
    client, signed = signed_in(url, office.OFFICER), time.monotonic()
    while time.monotonic() - began < PATIENCE:
        if time.monotonic() - signed > 120:
            client, signed = signed_in(url, office.OFFICER), time.monotonic()
        made = client.call("GET", f"/files/{file}/exports")["items"][0]
        if made["state"] == "failed":
            raise ToolError(f"the export failed: {made['failure']}")
        if made["state"] == "ready":
            return made
        time.sleep(0.1)
    raise ToolError("the export did not end")


@contextlib.contextmanager
def children(pid):
    """Looks at the processes that a server starts for as long as this lasts; yields a list with the most memory that one
    of them was seen with, in MB. They live shortly: the true figure may be a little more."""
    most, done = [0.0], threading.Event()

    def watch():
        while not done.wait(0.005):
            for child in started_by(pid):
                with contextlib.suppress(OSError, ToolError):
                    most[0] = max(most[0], memory_mb(child))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield most
    finally:
        done.set()
        thread.join()


def started_by(pid):
    """The processes that a process has started and not yet seen the end of."""
    found = []
    for listed in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += listed.read_text().split()
    return found


def scan(number):
    """A page as a scanner would see it, like no other: lines of black marks on white, as PNG."""
    chance, white = random.Random(number), b"\0" + b"\xff" * (WIDTH // 8)
    rows = []
    while len(rows) < HEIGHT:
        marks = b"\0" + b"\xff" * 12 + chance.randbytes(WIDTH // 8 - 24) + b"\xff" * 12
        rows += [white] * 12 + [marks] * 20
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 1, 0, 0, 0, 0)
    data = zlib.compress(b"".join(rows[:HEIGHT]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(name, data):
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
