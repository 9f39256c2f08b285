"""Who calls the API in the contract run, and how."""

import json
import os
import secrets
import time
import urllib.request

BASE_URL = os.environ["DAFTAR_BASE_URL"]
PASSWORD = os.environ["DAFTAR_CONTRACT_PASSWORD"]
ADMINISTRATOR, AUDITOR, REGISTRY, OFFICER = (
    os.environ[f"DAFTAR_CONTRACT_{role}"] for role in ("ADMINISTRATOR", "AUDITOR", "REGISTRY", "OFFICER")
)
# Whose sessions are opened and ended; nothing else hangs on them.
VISITOR = "so.coord"
# Wrong passwords throttle an account as they should; then one of these goes on where it was.
SPARE = ("so.staff", "so.cabinet1", "so.works", "so.canals", "so.health", "ds.cs", "ds.works", "ds.health")
# The other end of what the officer sends and gets.
COLLEAGUE = "so.legislation"
# Whom the run itself needs: what is done to these would end the run, not test it.
OURS = {ADMINISTRATOR, AUDITOR, REGISTRY, OFFICER, VISITOR, COLLEAGUE, *SPARE}


def address():
    """Headers of somebody who comes from an address of his own: that of the run is soon throttled for its wrong
    passwords."""
    return {"X-Forwarded-For": f"192.0.2.{1 + secrets.randbelow(254)}"}


def send(method, path, headers=None, body=None):
    """One request to the server under test; the answer's JSON and headers. Bytes are sent as they are."""
    data, kind = body, "application/octet-stream"
    if body is not None and not isinstance(body, bytes):
        data, kind = json.dumps(body).encode(), "application/json"
    sent = {"Content-Type": kind, **(headers or {})}
    request = urllib.request.Request(f"{BASE_URL}/api/v1{path}", data=data, headers=sent, method=method)
    with urllib.request.urlopen(request, timeout=20) as response:
        text = response.read()
        return json.loads(text) if text else None, response.headers


def call(path, headers=None):
    """Reads something."""
    return send("GET", path, headers)[0]


def sign_in(user_name):
    """The headers of somebody who acts for the first post that he holds."""
    session, _ = send("POST", "/session", address(), {"user_name": user_name, "password": PASSWORD})
    bearer = {"Authorization": f"Bearer {session['access_token']}"}
    charges = call("/me", bearer)["charges"]
    return {**bearer, "Acting-Post": charges[0]["post"]["id"]}


class Staff:
    """People who prepare what the operations under test need; each signed in once, and again before it is too late."""

    def __init__(self):
        self.signed_in = {}

    def headers(self, user):
        """Somebody's headers."""
        since, headers = self.signed_in.get(user, (None, None))
        if since is None or time.monotonic() - since > 200:
            headers = sign_in(user)
            self.signed_in[user] = (time.monotonic(), headers)
        return headers

    def act(self, user, method, path, body=None, version=None):
        """Does something as somebody; answers the JSON."""
        match = {} if version is None else {"If-Match": f'"{version}"'}
        return send(method, path, self.headers(user) | match, body)[0]


STAFF = Staff()
