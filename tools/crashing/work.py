"""What the office does until it is killed, and what was acknowledged."""

import dataclasses
import hashlib
import threading
import time
import uuid

from lib.client import Client, Refused

CLERKS = 10
OFFICERS = 6
PASSWORD = "a-crash-proof-passphrase-93"
USERS = ("clerk", "officer", "auditor", "writer", "signer", "lawclerk")
SHEETS = {
    "units_csv": """code,parent_code,kind,name_en,name_ur,file_number_template
FD,,department,Finance Department,محکمہ خزانہ,
FD-RI,FD,registry,Registry,رجسٹری,
BUD,FD,section,Budget Section,بجٹ سیکشن,
DEV,FD,section,Development Section,ترقیاتی سیکشن,
LAW,,department,Law Department,محکمہ قانون,
LAW-RI,LAW,registry,Registry,رجسٹری,
""",
    "posts_csv": """code,unit_code,title_en,title_ur,grade,reports_to_code,roles
CLERK,FD-RI,Diary Clerk,ڈائری کلرک,11,,registry
SO-BUD,BUD,Section Officer (Budget),سیکشن آفیسر (بجٹ),17,,officer
AUDIT,FD,Internal Auditor,اندرونی آڈیٹر,17,,auditor
SO-DEV,DEV,Section Officer (Development),سیکشن آفیسر (ترقیات),17,,officer
DS-DEV,DEV,Deputy Secretary (Development),ڈپٹی سیکرٹری (ترقیات),18,,officer authenticator
LAW-CLERK,LAW-RI,Diary Clerk (Law),ڈائری کلرک (قانون),11,,registry
""",
    "persons_csv": """user_name,name_en,name_ur,email,language
clerk,Bashir Ahmad,بشیر احمد,,en
officer,Imran Qadir,عمران قادر,,en
auditor,Nadia Hussain,نادیہ حسین,,en
writer,Sana Iqbal,ثنا اقبال,,en
signer,Tariq Mahmood,طارق محمود,,en
lawclerk,Hina Yousaf,حنا یوسف,,en
""",
    "charges_csv": """post_code,user_name,kind,from
CLERK,clerk,substantive,2026-01-01
SO-BUD,officer,substantive,2026-01-01
AUDIT,auditor,substantive,2026-01-01
SO-DEV,writer,substantive,2026-01-01
DS-DEV,signer,substantive,2026-01-01
LAW-CLERK,lawclerk,substantive,2026-01-01
""",
}


@dataclasses.dataclass
class Receipt:
    """A receipt that was acknowledged."""

    id: str
    number: str
    entry: str
    scan: str


@dataclasses.dataclass
class Note:
    """A note that was acknowledged."""

    file: str
    text: str
    paragraph: int
    entry: str


@dataclasses.dataclass
class Issue:
    """The issue of a letter that was acknowledged."""

    draft: str
    number: str
    entry: str
    version: int


@dataclasses.dataclass
class Done:
    """Everything that was acknowledged so far; a receipt's subject is its key."""

    receipts: dict = dataclasses.field(default_factory=dict)
    notes: list = dataclasses.field(default_factory=list)
    files: set = dataclasses.field(default_factory=set)
    # Every letter that was approved, with its file; and those whose issue was acknowledged.
    drafts: dict = dataclasses.field(default_factory=dict)
    issues: dict = dataclasses.field(default_factory=dict)
    refused: list = dataclasses.field(default_factory=list)


def receipt(subject, document):
    """A receipt as the registry enters it."""
    return {
        "received_on": time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86400)),
        "mode": "post",
        "sender_name": "Accountant General",
        "subject": subject,
        "language": "en",
        "classification": "unclassified",
        "priority": "routine",
        "document_ids": [document],
    }


def scan():
    """A small picture that nobody else has."""
    return b"\x89PNG\r\n\x1a\n" + uuid.uuid4().bytes * 512


def jobs(base, done):
    """The work of everybody, each to be done on a thread of its own until the server is gone."""
    clerk = Client(base).signed_in("clerk", PASSWORD)
    officer = Client(base).signed_in("officer", PASSWORD)
    head = head_of(officer)
    lock = threading.Lock()

    clerks = [until_it_dies(lambda: diarise(clerk, done, lock), done) for _ in range(CLERKS)]
    return clerks + [until_it_dies(lambda: note_upon_a_file(officer, head, done, lock), done) for _ in range(OFFICERS)]


def until_it_dies(one, done):
    """Somebody who does one thing after another until the server is gone."""

    def run():
        try:
            while True:
                one()
        except Refused as error:
            done.refused.append(f"the server refused: {error}")
        except OSError:
            return

    return run


def head_of(officer):
    """The head under which the officer opens files; made in the first round."""
    unit = officer.call("GET", "/me")["charges"][0]["post"]["unit"]["id"]
    heads = officer.call("GET", f"/units/{unit}/heads")["items"]
    words = {"code": "8", "title_en": "Releases", "title_ur": "اجرائے فنڈز"}
    return heads[0]["id"] if heads else officer.call("POST", f"/units/{unit}/heads", words)["id"]


def diarise(clerk, done, lock):
    """One receipt with its scan."""
    key, content = str(uuid.uuid4()), scan()
    document = clerk.upload("scan.png", content)["id"]
    act = clerk.call("POST", "/receipts", receipt(key, document), {"Idempotency-Key": key})
    with lock:
        done.receipts[key] = Receipt(act["id"], act["number"], act["entry"], hashlib.sha256(content).hexdigest())


def note_upon_a_file(officer, head, done, lock):
    """A new file with a few notes, one after another."""
    subject = f"Crash {uuid.uuid4()}"
    words = {"head_id": head, "subject": subject, "classification": "unclassified", "priority": "routine"}
    act = officer.call("POST", "/files", words)
    file = act["id"]
    with lock:
        done.files.add(file)
    for number in range(4):
        text = f"{subject}, note {number}"
        body = {"kind": "note", "body": {"paragraphs": [{"dir": "ltr", "spans": [{"text": text}]}]}}
        act = officer.call("POST", f"/files/{file}/notes", body, {"If-Match": f'"{act["version"]}"'})
        with lock:
            done.notes.append(Note(file, text, act["paragraphs"]["first"], act["entry"]))
