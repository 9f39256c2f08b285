"""Letters that are issued, and delivered inside the office, until the server is killed."""

import functools
import random
import threading

from crashing import work
from lib.client import Client
from lib.letters import act, hand_on, letter, outside, post_of

# Letters that are approved before the storm: those on one file share a series.
FILES = 6
ON_EACH = 3
ISSUERS = 4


def jobs(base, done):
    """Approves letters; answers the work of those who issue them, each to be done on a thread of its own."""
    lock = threading.Lock()
    writer, signer = (Client(base).signed_in(user, work.PASSWORD) for user in ("writer", "signer"))
    waiting = [draft for _ in range(FILES) for draft in approve(writer, signer, done)]
    random.shuffle(waiting)
    # The first signature makes keys and certificates, which takes longer than the office has.
    issue_one(signer, waiting, done, lock)
    one = functools.partial(issue_one, signer, waiting, done, lock)
    return [work.until_it_dies(one, done) for _ in range(ISSUERS)]


def approve(writer, signer, done):
    """A new file with letters that wait for the signer; answers each with its version."""
    words = {"subject": "Crash letters", "classification": "restricted", "priority": "routine"}
    file = writer.call("POST", "/files", words | {"head_id": work.head_of(writer)})["id"]
    content = letter(post_of(signer), "Funds are released.") | {
        "form": "office_memorandum",
        "addressees": [{"kind": "unit", "unit": law(signer)}],
        "copies": [outside()],
    }
    drafts = [
        writer.call("POST", f"/files/{file}/communications", {"content": content})["id"] for _ in range(ON_EACH)
    ]
    hand_on(writer, signer, file)
    for draft in drafts:
        version = act(signer, "POST", draft, "approval", {"text_number": 1})["version"]
        done.drafts[draft] = file
        yield draft, version


def law(client):
    """The department that the letters go to."""
    units = client.all("/units?limit=200")
    return next(unit["id"] for unit in units if unit["code"] == "LAW")


def issue_one(signer, waiting, done, lock):
    """Issues a letter that waits; when all are issued, looks at the desk until the server is gone."""
    with lock:
        draft, version = waiting.pop() if waiting else (None, None)
    if draft is None:
        signer.call("GET", "/desk")
        return
    made = issue(signer, draft, version)
    with lock:
        done.issues[draft] = work.Issue(draft, made["number"], made["entry"], version)


def issue(signer, draft, version):
    """Issues a letter, under a key with which it is issued once."""
    headers = {"If-Match": f'"{version}"', "Idempotency-Key": f"issue-{draft}"}
    return signer.call("POST", f"/communications/{draft}/issue", {}, headers)
