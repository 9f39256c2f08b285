"""Mail that came in for the registry."""

import functools
import os
import pathlib
import time

from basics import on, unit
from people import REGISTRY, STAFF, call

MAILBOX = pathlib.Path(os.environ["DAFTAR_CONTRACT_MAILBOX"])
# As many as the run can ask for.
MAILS = 80
PATIENCE = 60

PAPER = (
    "--b\r\nContent-Type: image/png; name=\"paper.png\"\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Disposition: attachment\r\n\r\n"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGMAAQAABQABDQottAAAAABJRU5ErkJggg==\r\n--b--\r\n"
)


def deliver():
    """Lays the mails into the folder, as a mail server does; they are older than those that are still being written."""
    code = call(f"/units/{unit(REGISTRY)}", STAFF.headers(REGISTRY))["code"]
    folder = MAILBOX / code
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(MAILS):
        head = f"From: a{number}@example.org\r\nSubject: Contract {number}\r\nMessage-ID: <{number}@example.org>\r\n"
        text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSir, see below.\r\n"
        mail = folder / f"{number}.eml"
        mail.write_text(head + text + PAPER, newline="")
        long_ago = time.time() - 60
        os.utime(mail, (long_ago, long_ago))


@functools.cache
def taken_in():
    """The mails that wait, once all of them do."""
    deliver()
    until = time.monotonic() + PATIENCE
    while True:
        page = call("/mails?state=waiting&limit=200", STAFF.headers(REGISTRY))
        if len(page["items"]) >= MAILS:
            return iter([line["id"] for line in page["items"]])
        if time.monotonic() > until:
            raise RuntimeError(f"{len(page['items'])} of {MAILS} mails were taken in")
        time.sleep(1)


def mail():
    """A mail that waits."""
    return {"id": next(taken_in()), "version": 1}


def a_mail():
    """A request about a mail that waits."""
    return on(REGISTRY, mail())


def a_paper():
    """A request about what came along with a mail; the first is the mail's own text."""
    ready = on(REGISTRY, mail()["id"])
    ready.path["ordinal"] = 2
    return ready


def set_aside():
    """A mail that was set aside."""
    subject = mail()
    return on(REGISTRY, STAFF.act(
        REGISTRY, "POST", f"/mails/{subject['id']}/setting-aside", {"reason": "duplicate"}, subject["version"]))
