"""Hooks for schemathesis: each operation is called by people who may do it, often about things that exist.

Random ids would only ever prove 404. So the demonstration office is asked for its files, receipts, posts and so on, and
many of the generated requests are turned to them, with the version that they have at that moment.
"""

import atexit
import collections
import json
import os
import random
import pathlib
import re
import secrets
import threading
import urllib.error
import urllib.request

import schemathesis

BASE_URL = os.environ["DAFTAR_BASE_URL"]
PASSWORD = os.environ["DAFTAR_CONTRACT_PASSWORD"]
ADMINISTRATOR, AUDITOR, REGISTRY, OFFICER = (
    os.environ[f"DAFTAR_CONTRACT_{role}"] for role in ("ADMINISTRATOR", "AUDITOR", "REGISTRY", "OFFICER")
)
# Whose sessions are opened and ended; nothing else hangs on them.
VISITOR = "so.coord"
# Who calls the paths that begin so; the first that fits counts.
PERSONAS = (
    (r"/(units|heads|posts|charges|persons|organisation)\b", (ADMINISTRATOR,)),
    (r"/ledger\b", (AUDITOR,)),
    (r"/(receipts|documents)\b", (REGISTRY, OFFICER)),
    (r"/(session|sessions|me)\b", (VISITOR,)),
    (r"", (OFFICER,)),
)
# Wrong passwords throttle an account as they should; then one of these goes on where it was.
SPARE = ("so.staff", "so.cabinet1", "so.works", "so.canals", "so.health", "ds.cs", "ds.works", "ds.health")
# How many of the requests are turned to something that exists.
SHARE = 0.7
# Whom the run itself needs: what is done to these would end the run, not test it.
OURS = {ADMINISTRATOR, AUDITOR, REGISTRY, OFFICER, VISITOR, *SPARE}


def chance(case, purpose):
    """A generator that gives the same for the same case."""
    return random.Random(f"{case.id} {purpose}")


def persona(case, _context):
    """The user name that calls the operation."""
    path = case.operation.path.removeprefix("/api/v1")
    users = next(users for pattern, users in PERSONAS if re.match(pattern, path))
    return chance(case, "persona").choice(users)


def call(path, headers=None, body=None):
    """One JSON request to the server under test."""
    data = json.dumps(body).encode() if body else None
    sent = {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(f"{BASE_URL}/api/v1{path}", data=data, headers=sent)
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


def sign_in(user_name):
    """The headers of somebody who acts for the first post that he holds. He comes from an address of his own, because
    that of the run is soon throttled for its wrong passwords."""
    address = {"X-Forwarded-For": f"192.0.2.{1 + secrets.randbelow(254)}"}
    token = call("/session", address, {"user_name": user_name, "password": PASSWORD})["access_token"]
    bearer = {"Authorization": f"Bearer {token}"}
    charges = call("/me", bearer)["charges"]
    return {**bearer, "Acting-Post": charges[0]["post"]["id"]}


# Access tokens live five minutes. A session that a test case ended is opened anew after its first 401.
@schemathesis.auth(refresh_interval=200, cache_by_key=persona)
class Session:
    """A signed-in officer and the post that the officer acts for."""

    def get(self, case, context):
        for user in (persona(case, context), *SPARE):
            try:
                return sign_in(user)
            except urllib.error.HTTPError as error:
                if error.code != 429:
                    raise
        raise RuntimeError("every account is throttled")

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), **data}


class Known:
    """What the office has, by the word that the API's paths use."""

    def __init__(self):
        self.lock = threading.Lock()
        self.ids = None

    def of(self, collection):
        """Ids of things that the run may act upon."""
        with self.lock:
            if self.ids is None:
                self.ids = self._read()
        return self.ids.get(collection, [])

    def _read(self):
        administrator, clerk, officer = sign_in(ADMINISTRATOR), sign_in(REGISTRY), sign_in(OFFICER)
        posts = call("/posts?limit=200", administrator)["items"]
        persons = call("/persons?limit=200", administrator)["items"]
        others = [person for person in persons if person["user_name"] not in OURS]
        free = [post for post in posts if not post["holder"] or post["holder"]["person"]["id"] in ids_of(others)]
        desk = call("/desk?limit=100", officer)["items"]
        units = call("/units?limit=200", administrator)["items"]
        unit = call("/me", officer)["charges"][0]["post"]["unit"]["id"]
        receipts = call("/receipts?limit=50", clerk)["items"]
        documents = [d for r in receipts[:20] for d in call(f"/receipts/{r['id']}", clerk)["documents"]]
        waiting = {kind: [item["subject_id"] for item in desk if item["kind"] == kind] for kind in ("file", "receipt")}
        return {
            "posts": ids_of(free),
            "persons": ids_of(others),
            "charges": [charge["id"] for person in others for charge in person["charges"]],
            "units": ids_of(units),
            "heads": ids_of(call(f"/units/{unit}/heads", officer)["items"]),
            "files": waiting["file"],
            "receipts": waiting["receipt"] + [r["id"] for r in receipts if r["state"] == "in_registry"],
            "documents": ids_of(documents),
        }


def ids_of(items):
    """The ids of a list."""
    return [item["id"] for item in items]


KNOWN = Known()
# Fields of bodies that name something: the end of the field's name and the collection.
REFERENCES = (("post_id", "posts"), ("person_id", "persons"), ("unit_id", "units"), ("parent_id", "units"),
              ("head_id", "heads"), ("file_id", "files"), ("receipt_id", "receipts"), ("document_id", "documents"))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Turns a request to something that exists, and gives it the version that it has now."""
    dice = chance(case, "turn")
    if dice.random() > SHARE:
        return
    collection = case.operation.path.removeprefix("/api/v1/").split("/")[0]
    ids = KNOWN.of(collection)
    if ids and "id" in (case.path_parameters or {}):
        case.path_parameters["id"] = dice.choice(ids)
        version = current_version(case, collection) if "If-Match" in (case.headers or {}) else None
        if version is not None:
            case.headers["If-Match"] = f'"{version}"'
    if isinstance(case.body, dict):
        for field, value in case.body.items():
            if isinstance(value, str):
                case.body[field] = reference(field, value, dice)


# How often each operation answered with each status.
ANSWERS = collections.defaultdict(collections.Counter)


@schemathesis.hook
def after_call(context, case, response):
    """Remembers what was answered."""
    ANSWERS[f"{case.operation.method.upper()} {case.operation.path}"][response.status_code] += 1


@atexit.register
def write_answers():
    """For tools/test: a run in which nothing ever succeeded would prove little."""
    pathlib.Path(os.environ["DAFTAR_CONTRACT_ANSWERS"]).write_text(json.dumps(ANSWERS))


def current_version(case, collection):
    """The version that the caller sees; none when it is hidden from him or has no view of its own."""
    headers = {name: case.headers[name] for name in ("Authorization", "Acting-Post") if name in case.headers}
    try:
        return call(f"/{collection}/{case.path_parameters['id']}", headers).get("version")
    except (urllib.error.HTTPError, ValueError):
        return None


def reference(field, value, dice):
    """Another id for a field that names something."""
    for end, collection in REFERENCES:
        if field.endswith(end) and KNOWN.of(collection):
            return dice.choice(KNOWN.of(collection))
    return value
