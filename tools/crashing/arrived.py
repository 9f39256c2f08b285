"""What became of the letters after the crash."""

import collections
import hashlib
import time

from crashing.letters import issue
from crashing.work import PASSWORD, Issue
from lib.client import Client

# What a killed worker had in hand is another's after half a minute.
PATIENCE = 60


def wrong_letters(base, done):
    """What is wrong with the letters after a crash; an empty list is good news."""
    signer, clerk, auditor = (Client(base).signed_in(user, PASSWORD) for user in ("signer", "lawclerk", "auditor"))
    found = read_all(signer, done)
    wrong = [*wrong_issues(found, done)]
    left = [letter for letter in found.values() if letter["state"] != "issued"]
    wrong += issued_now(signer, left, done)
    found = read_all(signer, done)
    wrong += wrong_issues(found, done)
    wait_until_arrived(clerk, len(found))
    return [*wrong, *wrong_dispatches(signer, found), *wrong_diary(clerk, found), *wrong_events(auditor, found, done)]


def read_all(signer, done):
    """Every letter that was approved, as its officer reads it now."""
    return {draft: signer.call("GET", f"/communications/{draft}") for draft in done.drafts}


def wrong_issues(found, done):
    """What was acknowledged is as it was answered, and the numbers of each file run from 1."""
    series = collections.defaultdict(list)
    for draft, letter in found.items():
        number = letter["issue"]["number"] if letter["state"] == "issued" else None
        kept = done.issues.get(draft)
        if kept and number != kept.number:
            yield f"the issue of {kept.number} was acknowledged and is {number}"
        if not number and letter["state"] != "approved":
            yield f"the letter {draft} is {letter['state']}"
        if number:
            series[done.drafts[draft]].append(int(number.rsplit("/", 1)[1]))
    for file, serials in series.items():
        if sorted(serials) != list(range(1, len(serials) + 1)):
            yield f"the issues of {file} are numbered {sorted(serials)}"


def issued_now(signer, left, done):
    """Issues what was not, and asks once more for what was: that is not done again."""
    wrong = []
    for kept in list(done.issues.values())[-1:]:
        again = issue(signer, kept.draft, kept.version)["number"]
        if again != kept.number:
            wrong.append(f"the repetition of {kept.number} was issued again as {again}")
    for letter in left:
        made = issue(signer, letter["id"], letter["version"])
        done.issues[letter["id"]] = Issue(letter["id"], made["number"], made["entry"], letter["version"])
    return wrong


def wait_until_arrived(clerk, count):
    """Waits until so many letters have been diarised, or as long as that may take."""
    end = time.monotonic() + PATIENCE
    while len(list(clerk.all("/receipts?limit=200"))) < count and time.monotonic() < end:
        time.sleep(0.5)


def wrong_dispatches(signer, found):
    """Each letter is on its way to its two addressees, once, and has arrived at the one inside."""
    for draft, letter in found.items():
        items = signer.call("GET", f"/communications/{draft}/dispatches")["items"]
        states = sorted(item["state"] for item in items)
        if states != ["delivered", "waiting"]:
            yield f"the dispatches of {letter['issue']['number']} are {states}"


def wrong_diary(clerk, found):
    """The diary of the other department: one receipt for each issue, without a gap, with the bytes that were signed."""
    diary = list(clerk.all("/receipts?limit=200"))
    arrived = collections.Counter(line["reference_number"] for line in diary)
    if arrived != collections.Counter(letter["issue"]["number"] for letter in found.values()):
        yield f"{len(found)} letters arrived as {sorted(arrived.items())}"
    serials = sorted(int(line["diary_number"].split("-")[-1].split("/")[0]) for line in diary)
    if serials != list(range(1, len(serials) + 1)):
        yield f"the {len(serials)} diary numbers of letters do not run from 1 without gap or duplicate"
    for line in diary:
        for document in clerk.call("GET", f"/receipts/{line['id']}")["documents"]:
            content = clerk.bytes(f"/documents/{document['id']}/content")
            if hashlib.sha256(content).hexdigest() != document["digest"]:
                yield f"the document of {line['diary_number']} is not what was signed"


def wrong_events(auditor, found, done):
    """The ledger: for every letter one entry of its issue, and one of its arrival."""
    kinds, entries = collections.Counter(), collections.Counter()
    for entry in auditor.all("/ledger/entries?limit=500"):
        kinds[entry["kind"]] += 1
        entries[entry["digest"]] += 1
    for kind in ("communication_issued", "letter_addressed", "letter_delivered"):
        if kinds[kind] != len(found):
            yield f"{kind} stands {kinds[kind]} times in the ledger for {len(found)} letters"
    for kept in done.issues.values():
        if entries[kept.entry] != 1:
            yield f"{kept} has {entries[kept.entry]} entries in the ledger"
