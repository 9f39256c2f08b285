"""What the bench does through the API: sign in, find posts, open files."""

import concurrent.futures
import dataclasses
import http.client
import json
import threading
import urllib.parse

from lib.processes import ToolError

THREADS = 8


@dataclasses.dataclass
class Officer:
    """Somebody who is signed in."""

    user_name: str
    token: str
    post: str
    unit: str


class Office:
    """A client of one server, with a kept connection for each thread."""

    def __init__(self, url, password):
        self.host = urllib.parse.urlsplit(url).netloc
        self.password = password
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

    def sign_in(self, user_name):
        """Signs in for the first post that the person holds."""
        token = self.call("POST", "/session", body={"user_name": user_name, "password": self.password})["access_token"]
        person = Officer(user_name, token, "", "")
        post = self.call("GET", "/me", person)["charges"][0]["post"]
        return Officer(user_name, token, post["id"], post["unit"]["id"])

    def open_files(self, officer, count):
        """Opens files in the officer's section, one after another on each thread."""
        head = self.call("GET", f"/units/{officer.unit}/heads", officer)["items"][0]["id"]

        def open_one(number):
            subject = f"Release of funds for scheme {number} of the annual programme"
            body = {"head_id": head, "subject": subject, "classification": "unclassified", "priority": "routine"}
            self.call("POST", "/files", officer, body)

        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            for _ in pool.map(open_one, range(count)):
                pass
