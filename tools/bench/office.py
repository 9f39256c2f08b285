"""What the bench does through the API: sign in, find posts, open files."""

import concurrent.futures
import dataclasses
import http.client
import json
import threading
import urllib.parse

from lib import foundation
from lib.processes import ToolError

THREADS = 8
OFFICER = "so.budget"
DEPUTY = "ds.budget"
AUDITOR = "auditor.budget"
PASSWORD = "a-passphrase-for-the-bench-41"
NOTE = (
    "The scheme is in the annual programme and its first quarter has been spent as planned. The second quarter may be "
    "released, subject to the ceilings of the department."
)
# A section officer and the deputy secretary whom he reports to.
SHEETS = {
    "units_csv": """code,parent_code,kind,name_en,name_ur,file_number_template
FD,,department,Finance Department,محکمہ خزانہ,
BUD,FD,section,Budget Section,بجٹ سیکشن,
""",
    "posts_csv": """code,unit_code,title_en,title_ur,grade,reports_to_code,roles
DS-BUD,FD,Deputy Secretary (Budget),ڈپٹی سیکرٹری (بجٹ),18,,officer authenticator
SO-BUD,BUD,Section Officer (Budget),سیکشن آفیسر (بجٹ),17,DS-BUD,officer authenticator
AUD-BUD,FD,Internal Auditor,داخلی آڈیٹر,18,,auditor
""",
    "persons_csv": """user_name,name_en,name_ur,email,language
ds.budget,Ayesha Rehman,عائشہ رحمان,,en
so.budget,Imran Qadir,عمران قادر,,en
auditor.budget,Farhat Jabeen,فرحت جبیں,,en
""",
    "charges_csv": """post_code,user_name,kind,from
DS-BUD,ds.budget,substantive,2025-01-01
SO-BUD,so.budget,substantive,2025-01-01
AUD-BUD,auditor.budget,substantive,2025-01-01
""",
}


@dataclasses.dataclass
class Officer:
    """Somebody who is signed in."""

    user_name: str
    token: str
    post: str
    unit: str


class Office:
    """A client of one server, with a kept connection for each thread."""

    def __init__(self, url):
        self.host = urllib.parse.urlsplit(url).netloc
        self.local = threading.local()

    def call(self, method, path, officer=None, body=None, headers=None):
        """One request; anything but success fails the bench."""
        if not hasattr(self.local, "connection"):
            self.local.connection = http.client.HTTPConnection(self.host, timeout=30)
        sent = {"Content-Type": "application/json", **(headers or {})}
        if officer:
            sent |= {"Authorization": f"Bearer {officer.token}"}
            sent |= {"Acting-Post": officer.post} if officer.post else {}
        connection = self.local.connection
        connection.request(method, f"/api/v1{path}", body=json.dumps(body) if body is not None else None, headers=sent)
        response = connection.getresponse()
        content = response.read()
        if response.status >= 300:
            raise ToolError(f"{method} {path}: {response.status} {content.decode(errors='replace')[:300]}")
        return json.loads(content) if content else None

    @classmethod
    def found(cls, running):
        """Founds the office of the bench on a server that was prepared by `foundation.add_administrator`."""
        foundation.found(running.url, running.prepared, PASSWORD, SHEETS, [OFFICER, DEPUTY, AUDITOR])
        return cls(running.url)

    def sign_in(self, user_name=OFFICER):
        """Signs in for the first post that the person holds."""
        token = self.call("POST", "/session", body={"user_name": user_name, "password": PASSWORD})["access_token"]
        person = Officer(user_name, token, "", "")
        post = self.call("GET", "/me", person)["charges"][0]["post"]
        return Officer(user_name, token, post["id"], post["unit"]["id"])

    def write_notes(self, officer, file, count):
        """Writes signed notes on one file, one after another."""
        for number in range(count):
            version = self.call("GET", f"/files/{file}", officer)["version"]
            paragraphs = [{"dir": "auto", "spans": [{"text": f"{NOTE} ({number})"}]}]
            body = {"kind": "note", "body": {"paragraphs": paragraphs}}
            self.call("POST", f"/files/{file}/notes", officer, body, {"If-Match": f'"{version}"'})

    def open_files(self, officer, count):
        """Opens files in the officer's section, one after another on each thread."""
        words = {"code": "8", "title_en": "Releases", "title_ur": "اجرائے فنڈز"}
        head = self.call("POST", f"/units/{officer.unit}/heads", officer, words)["id"]

        def open_one(number):
            subject = f"Release of funds for scheme {number} of the annual programme"
            body = {"head_id": head, "subject": subject, "classification": "unclassified", "priority": "routine"}
            self.call("POST", "/files", officer, body)

        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            for _ in pool.map(open_one, range(count)):
                pass
