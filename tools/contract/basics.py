"""What requests are made of: who sends them, on which file, and how they name it."""

import base64
import dataclasses
import datetime
import functools
import itertools

from people import ADMINISTRATOR, OFFICER, STAFF, call

NUMBERS = itertools.count(1)
# A picture of one pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGMAAQAABQABDQottAAAAABJRU5ErkJggg=="
)


@dataclasses.dataclass
class Ready:
    """How a request is made that can succeed."""

    # Who sends it; nobody in particular where it is `None`.
    user: str | None = None
    path: dict = dataclasses.field(default_factory=dict)
    version: int | None = None
    # What replaces fields of the example; `None` leaves one out.
    body: dict = dataclasses.field(default_factory=dict)
    headers: dict = dataclasses.field(default_factory=dict)
    cookies: dict = dataclasses.field(default_factory=dict)
    query: dict = dataclasses.field(default_factory=dict)


def on(user, subject, version=None, **body):
    """A request about one thing: the answer of the act that made it, or an id and a version."""
    if isinstance(subject, dict):
        subject, version = subject["id"], subject["version"] if version is None else version
    return Ready(user, {"id": subject}, version, body)


def soon(days=14):
    """A day that is not yet past."""
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


@functools.cache
def post(user):
    """The post that somebody acts for."""
    return STAFF.headers(user)["Acting-Post"]


@functools.cache
def unit(user):
    """The unit of that post."""
    return call(f"/posts/{post(user)}", STAFF.headers(user))["unit"]["id"]


@functools.cache
def head(user):
    """A head that is opened for the run alone: those of the office may be closed by it."""
    return new_head(unit(user))["id"]


def new_head(section):
    """A new head of a section."""
    body = {"code": f"c{next(NUMBERS)}", "title_en": "Contract", "title_ur": "معاہدہ"}
    return STAFF.act(ADMINISTRATOR, "POST", f"/units/{section}/heads", body)


def file(user=OFFICER):
    """A new file on somebody's desk."""
    body = {"head_id": head(user), "subject": "Contract", "classification": "restricted", "priority": "routine"}
    return STAFF.act(user, "POST", "/files", body)


def step(subject, what, body=None, user=OFFICER):
    """A file after one more step; its present version is in the answer."""
    return STAFF.act(user, "POST", f"/files/{subject['id']}/{what}", body or {}, subject["version"])


def forward(user):
    """The body that sends a file to somebody."""
    return {"to_post_id": post(user), "action": "for_orders"}


def document(user=OFFICER):
    """The id of a picture that somebody uploaded."""
    return STAFF.act(user, "POST", "/documents?file_name=contract.png", PICTURE)["id"]


def with_paper():
    """A file with one page of correspondence."""
    return step(file(), "papers", {"document_id": document(), "title": "Contract"})
