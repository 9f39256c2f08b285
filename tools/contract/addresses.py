"""Entries of the address book, each made for one request."""

import itertools

from people import OFFICER, STAFF

NUMBERS = itertools.count(1)


def contact():
    """An address that the officer's unit keeps."""
    body = {"sort": "body", "name": f"Contract {next(NUMBERS)}"}
    return STAFF.act(OFFICER, "POST", "/contacts", body)


def member():
    """A member that a group may have."""
    return {"kind": "contact", "id": contact()["id"]}


def group():
    """A group of the officer's unit."""
    body = {"name": f"Contract {next(NUMBERS)}", "members": [member()]}
    return STAFF.act(OFFICER, "POST", "/address-groups", body)


def put_away(collection, made):
    """An entry of the address book that is out of use."""
    return STAFF.act(OFFICER, "POST", f"/{collection}/{made['id']}/deactivation", {}, made["version"])
