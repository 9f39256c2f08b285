"""Hooks for schemathesis: each operation is called by people who may do it, often about things that exist.

Random ids would only ever prove 404. So the demonstration office is asked for its files, receipts, posts and so on, and
many of the generated requests are turned to them, with the version that they have at that moment. Some of these are
made whole: the operation's own example, about something that was prepared for it, so that it can succeed.
"""

import atexit
import collections
import copy
import json
import os
import pathlib
import random
import re
import threading
import urllib.error

import schemathesis
import prepared
from people import (
    ADMINISTRATOR, AUDITOR, COLLEAGUE, OFFICER, OURS, REGISTRY, SPARE, STAFF, VISITOR, call, sign_in,
)

# Who calls the paths that begin so; the first that fits counts.
PERSONAS = (
    (r"/(units|heads|posts|charges|persons|passkeys|organisation)\b", (ADMINISTRATOR,)),
    (r"/ledger\b", (AUDITOR,)),
    (r"/(receipts|documents)\b", (REGISTRY, OFFICER)),
    (r"/(session|sessions|me)\b", (VISITOR,)),
    (r"", (OFFICER,)),
)
# How many of the requests are turned to something that exists, and how many of these are made whole.
SHARE = 0.7
WHOLE = 0.33


def chance(case, purpose):
    """A generator that gives the same for the same case."""
    return random.Random(f"{case.id} {purpose}")


def persona(case, _context):
    """The user name that calls the operation."""
    path = case.operation.path.removeprefix("/api/v1")
    users = next(users for pattern, users in PERSONAS if re.match(pattern, path))
    return chance(case, "persona").choice(users)


# The cases that have a session; others test what happens without one, or with a made-up one.
SIGNED_IN = set()


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
        SIGNED_IN.add(case.id)
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
        administrator, clerk, officer = (STAFF.headers(user) for user in (ADMINISTRATOR, REGISTRY, OFFICER))
        posts = call("/posts?limit=200", administrator)["items"]
        persons = call("/persons?limit=200", administrator)["items"]
        others = [person for person in persons if person["user_name"] not in OURS]
        free = [post for post in posts if not post["holder"] or post["holder"]["person"]["id"] in ids_of(others)]
        desk = call("/desk?limit=100", officer)["items"]
        units = {unit["id"]: unit for unit in call("/units?limit=200", administrator)["items"]}
        unit = prepared.unit(OFFICER)
        ours = {id for user in (OFFICER, COLLEAGUE, REGISTRY) for id in above(prepared.unit(user), units)}
        receipts = call("/receipts?limit=50", clerk)["items"]
        documents = [d for r in receipts[:20] for d in call(f"/receipts/{r['id']}", clerk)["documents"]]
        waiting = {kind: [item["subject_id"] for item in desk if item["kind"] == kind] for kind in ("file", "receipt")}
        return {
            "posts": ids_of(free),
            "persons": ids_of(others),
            "charges": [charge["id"] for person in others for charge in person["charges"]],
            "units": [id for id in units if id not in ours],
            "heads": ids_of(call(f"/units/{unit}/heads", officer)["items"]),
            "files": waiting["file"],
            "receipts": waiting["receipt"] + [r["id"] for r in receipts if r["state"] == "in_registry"],
            "documents": ids_of(documents),
        }


def above(unit, units):
    """A unit with those above it. How they number files is left alone: the run opens files there."""
    while unit:
        yield unit
        unit = units[unit]["parent_id"]


def ids_of(items):
    """The ids of a list."""
    return [item["id"] for item in items]


def examples():
    """The example of every operation's JSON body."""
    api = json.loads((pathlib.Path(__file__).parents[2] / "openapi" / "openapi.json").read_text())
    found = {}
    for operation in (operation for item in api["paths"].values() for operation in item.values()):
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content:
            name = content["schema"]["$ref"].rpartition("/")[2]
            found[operation["operationId"]] = api["components"]["schemas"][name]["example"]
    return found


KNOWN = Known()
EXAMPLES = examples()
# Fields of bodies that name something: the end of the field's name and the collection.
REFERENCES = (("post_id", "posts"), ("person_id", "persons"), ("unit_id", "units"), ("parent_id", "units"),
              ("head_id", "heads"), ("file_id", "files"), ("receipt_id", "receipts"), ("document_id", "documents"))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Turns a request to something that exists, and gives it the version that it has now."""
    dice = chance(case, "turn")
    if dice.random() > SHARE or (dice.random() < WHOLE and made_whole(case)):
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


def made_whole(case):
    """Makes the request the operation's example about something prepared for it; answers whether that could be done."""
    operation = case.operation.definition.raw
    name, public = operation["operationId"], {} in operation.get("security", ())
    example = EXAMPLES.get(name)
    asked = case.method.upper() == case.operation.method.upper() and (public or case.id in SIGNED_IN)
    if not asked or (example is None and name not in prepared.PREPARED):
        return False
    # What is made from now on is not among what the run takes for the office's own.
    KNOWN.of("files")
    ready = prepared.PREPARED.get(name, prepared.Ready)()
    caller = STAFF.headers(ready.user) if ready.user else case.headers or {}
    signed_in = {name: caller[name] for name in ("Authorization", "Acting-Post") if name in caller}
    case.headers = {**signed_in, **ready.headers, "Idempotency-Key": case.id}
    if ready.version is not None:
        case.headers["If-Match"] = f'"{ready.version}"'
    if "Authorization" in ready.headers:
        case.headers.pop("Acting-Post", None)
    case.path_parameters = {**(case.path_parameters or {}), **ready.path}
    case.query, case.cookies = ready.query, ready.cookies
    if example is not None:
        body = {**copy.deepcopy(example), **ready.body}
        case.body = {field: value for field, value in body.items() if field not in ready.body or value is not None}
        case.media_type = "application/json"
    return True


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
