"""An export of the ledger by the real program: the demonstration office, with a day's work on top, and a witness."""

import contextlib
import subprocess
import time
import urllib.error
import urllib.request

from crashing import work
from lib.client import Client
from lib.letters import act, hand_on, letter, post_of
from lib.processes import ROOT, ToolError, start, stop
from lib.server import PASSWORD, PERSONAS, server

# The ledger takes up entries within a second; when its size stands still for longer, nothing is pending.
STILL_SECONDS = 3
PATIENCE = 120
# Who may approve what the officer has drafted.
DEPUTY = "ds.budget"
# Of the checkpoints of one minute the last is kept: this is how long the history needs for one more.
NEXT_CHECKPOINT_SECONDS = 61
# The configuration of an office with a witness.
WITNESSED = """[ledger]
witness_seconds = 1

[[ledger.witnesses]]
url = "{url}"
key = "{key}"
"""


def export_demonstration(folder, python):
    """Starts a witness, in a Python that has what it needs, and a fresh demonstration office that asks it; waits until
    the ledger has taken up everything, has a paper diarised in another minute, and exports; answers the folder."""
    configuration = folder.with_name("witnessed.toml")
    # The program and the environment that points it at this office's data.
    kept = {"before": lambda program, environment: (program, environment)}
    with _witness(python) as (url, key):
        configuration.write_text(WITNESSED.format(url=url, key=key))
        with server(**kept, variables={"DAFTAR_CONFIG": str(configuration)}) as running:
            _work_and_export(running, folder)
    return folder


def _work_and_export(running, folder):
    """A day's work, and the export of everything."""
    program, environment = running.prepared
    _wait_until_taken_up(running.url)
    time.sleep(NEXT_CHECKPOINT_SECONDS)
    clerk = Client(running.url).signed_in(PERSONAS["registry"], PASSWORD)
    document = clerk.upload("scan.png", work.scan())["id"]
    clerk.call("POST", "/receipts", work.receipt("Verified", document))
    _approve_a_draft(running.url)
    _wait_until_taken_up(running.url)
    command = [program, "export-ledger", folder, "--notes"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(f"daftar export-ledger: {done.stderr or done.stdout}")


def _approve_a_draft(base):
    """A draft is approved; an edit voids the approval; the new text is approved, too."""
    officer = Client(base).signed_in(PERSONAS["officer"], PASSWORD)
    deputy = Client(base).signed_in(DEPUTY, PASSWORD)
    words = {"head_id": work.head_of(officer), "subject": "Drafts", "classification": "restricted", "priority": "routine"}
    file = officer.call("POST", "/files", words)["id"]
    content = letter(post_of(officer), "I am directed to say that funds are released.")
    draft = officer.call("POST", f"/files/{file}/communications", {"content": content})["id"]
    hand_on(officer, deputy, file)
    act(deputy, "POST", draft, "approval", {"text_number": 1})
    act(deputy, "PUT", draft, "content", {"content": letter(post_of(officer), "I am to say that funds are not released.")})
    act(deputy, "POST", draft, "approval", {"text_number": 2})


@contextlib.contextmanager
def _witness(python):
    """Runs the verifier's own witness; yields its address and its key."""
    command = [python, ROOT / "tests" / "verify" / "witness.py"]
    child = start(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    try:
        said = child.stdout.readline().split()
        if len(said) != 2:
            raise ToolError("the witness did not start")
        yield said
    finally:
        stop(child)
        child.stdout.close()


def _wait_until_taken_up(base):
    """Waits until the size of the latest checkpoint stands still."""
    size, since, end = None, time.monotonic(), time.monotonic() + PATIENCE
    while time.monotonic() - since < STILL_SECONDS or not size:
        if time.monotonic() > end:
            raise ToolError(f"the ledger was still growing after {PATIENCE} s; its size is {size}")
        time.sleep(0.2)
        now = _size(base)
        if now != size:
            size, since = now, time.monotonic()


def _size(base):
    """The size of the latest checkpoint; 0 as long as there is none."""
    try:
        with urllib.request.urlopen(f"{base}/checkpoint", timeout=10) as response:
            return int(response.read().decode().split("\n")[1])
    except urllib.error.HTTPError as error:
        if error.code != 404:
            raise
        return 0
