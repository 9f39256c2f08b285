"""Drafts for approval, and letters that were issued, in the states that operations want."""

import time

from basics import NUMBERS, file, forward, on, post, step
from people import ADMINISTRATOR, COLLEAGUE, OFFICER, REGISTRY, STAFF, call


def letter(text="Funds are released."):
    """A letter to a public body that the officer is to sign."""
    paragraph = {"type": "paragraph", "align": "start", "content": [{"text": text}]}
    return {"form": "letter", "languages": "en", "classification": "restricted", "priority": "routine",
            "addressees": [{"kind": "outside", "sort": "body", "name": "The Accountant General"}],
            "subject": {"en": "Release of funds"}, "text": {"en": {"blocks": [paragraph]}},
            "signatory": post(OFFICER)}


def communication(subject=None):
    """A draft for approval on a file of the officer."""
    subject = subject or file()
    return STAFF.act(OFFICER, "POST", f"/files/{subject['id']}/communications", {"content": letter()})


def said(draft, what, body, user=OFFICER):
    """A draft after something was done with it."""
    return STAFF.act(user, "POST", f"/communications/{draft['id']}/{what}", body, draft["version"])


def suggested():
    """A draft with a change that somebody suggests."""
    before = letter()["text"]["en"]["blocks"][0]
    after = letter("Funds are released today.")["text"]["en"]["blocks"][0]
    change = {"language": "en", "block": 0, "before": before, "after": after}
    draft = said(communication(), "remarks", {"text_number": 1, "kind": "suggestion", "suggestion": change})
    remarks = call(f"/communications/{draft['id']}/remarks", STAFF.headers(OFFICER))["items"]
    ready = on(OFFICER, draft)
    ready.path["remark_id"] = remarks[0]["id"]
    return ready


def passed():
    """A draft that a colleague has vetted, back on the officer's desk."""
    subject = file()
    draft = communication(subject)
    there = step(step(subject, "movements", forward(COLLEAGUE)), "opening", user=COLLEAGUE)
    draft = said(draft, "remarks", {"text_number": 1, "kind": "vetting", "verdict": "passed"}, COLLEAGUE)
    step(step(there, "movements", forward(OFFICER), COLLEAGUE), "opening")
    return draft


def approved():
    """A letter that the officer may sign and issue."""
    return said(passed(), "approval", {"text_number": 1})


def proof():
    """A letter whose print was prepared."""
    draft = approved()
    shown = said(draft, "issue/preparation", {})
    ready = on(OFFICER, draft["id"])
    ready.query["preparation_id"] = shown["id"]
    return ready


def issued(**changes):
    """A letter that the officer has issued."""
    subject = file()
    body = {"content": {**letter(), **changes}}
    draft = STAFF.act(OFFICER, "POST", f"/files/{subject['id']}/communications", body)
    there = step(step(subject, "movements", forward(COLLEAGUE)), "opening", user=COLLEAGUE)
    draft = said(draft, "remarks", {"text_number": 1, "kind": "vetting", "verdict": "passed"}, COLLEAGUE)
    step(step(there, "movements", forward(OFFICER), COLLEAGUE), "opening")
    return said(said(draft, "approval", {"text_number": 1}), "issue", {})


def on_its_way(left=False, **changes):
    """An issued letter that waits to be dispatched, or has left."""
    dispatches = call(f"/communications/{issued(**changes)['id']}/dispatches", STAFF.headers(OFFICER))["items"]
    one = dispatches[0]
    day = {"on": one["issued_on"]}
    if left:
        body = {"channel": "post", **day}
        one = STAFF.act(REGISTRY, "POST", f"/dispatches/{one['id']}/dispatching", body, one["version"])
    return on(REGISTRY, one, **day)


def undelivered():
    """A memorandum to a unit that no registry serves: whether it was tried already or not, it can be tried again."""
    top = next(unit for unit in call("/units", STAFF.headers(OFFICER))["items"] if unit["parent_id"] is None)
    body = {"parent_id": top["id"], "kind": "section", "code": f"C{next(NUMBERS)}", "name_en": "Contract",
            "name_ur": "معاہدہ"}
    section = STAFF.act(ADMINISTRATOR, "POST", "/units", body)["id"]
    addressees = [{"kind": "unit", "unit": section}]
    draft = issued(form="office_memorandum", addressees=addressees)["id"]
    for _ in range(40):
        one = call(f"/communications/{draft}/dispatches", STAFF.headers(OFFICER))["items"][0]
        if one["state"] == "failed":
            break
        time.sleep(0.5)
    return on(REGISTRY, one)


def envelope():
    """The letter of something that waits to be dispatched."""
    ready = on_its_way()
    ready.path["number"] = 1
    return ready


def text_of_a_draft():
    """The first text of a draft."""
    ready = on(OFFICER, communication()["id"])
    ready.path["number"] = 1
    return ready
