"""Templates of the office's own, each in a unit that was made for one request."""

from basics import Ready, on
from people import ADMINISTRATOR, STAFF, call


def template(unit):
    """A template of letters as it comes with the program, in a unit."""
    source = call("/built-in-templates/letter", STAFF.headers(ADMINISTRATOR))["source"]
    body = {"form": "letter", "unit": unit, "source": source}
    return STAFF.act(ADMINISTRATOR, "POST", "/templates", body)


def in_force(made):
    """The same, in force."""
    return STAFF.act(ADMINISTRATOR, "POST", f"/templates/{made['id']}/enforcement", {"number": 1}, made["version"])


def version_of(unit):
    """The first version of a template."""
    ready = on(ADMINISTRATOR, template(unit)["id"])
    ready.path["number"] = 1
    return ready


def built_in():
    """The template of a letter that comes with the program."""
    return Ready(ADMINISTRATOR, {"form": "letter"})
