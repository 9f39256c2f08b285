"""Hooks for schemathesis: signs in to the demonstration office, each operation as somebody who may do it."""

import json
import os
import re
import urllib.request

import schemathesis

BASE_URL = os.environ["DAFTAR_BASE_URL"]
# The demonstration account for the paths that begin so; the first that fits counts.
PERSONAS = (
    (r"/(units|heads|posts|charges|persons|organisation)\b", os.environ["DAFTAR_CONTRACT_ADMINISTRATOR"]),
    (r"/ledger\b", os.environ["DAFTAR_CONTRACT_AUDITOR"]),
    (r"/(receipts|documents)\b", os.environ["DAFTAR_CONTRACT_REGISTRY"]),
    (r"", os.environ["DAFTAR_CONTRACT_OFFICER"]),
)


def persona(case, _context):
    """The user name that calls the operation."""
    path = case.operation.path.removeprefix("/api/v1")
    return next(user for pattern, user in PERSONAS if re.match(pattern, path))


def call(path, token=None, body=None):
    """One JSON request to the server under test."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = json.dumps(body).encode() if body else None
    request = urllib.request.Request(f"{BASE_URL}/api/v1{path}", data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


# Access tokens live five minutes. A session that a test case ended is opened anew after its first 401.
@schemathesis.auth(refresh_interval=200, cache_by_key=persona)
class Session:
    """A signed-in officer and the post that the officer acts for."""

    def get(self, case, context):
        credentials = {"user_name": persona(case, context), "password": os.environ["DAFTAR_CONTRACT_PASSWORD"]}
        token = call("/session", body=credentials)["access_token"]
        charges = call("/me", token)["charges"]
        return {"Authorization": f"Bearer {token}", "Acting-Post": charges[0]["post"]["id"]}

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), **data}
