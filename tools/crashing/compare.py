"""What is there after the crash, beside what was acknowledged before it."""

import collections
import hashlib
import json
import re

from crashing.work import PASSWORD, receipt
from lib.client import Client


def wrong_in(base, done):
    """What is wrong with the office after a crash; an empty list is good news."""
    clerk, officer, auditor = (Client(base).signed_in(user, PASSWORD) for user in ("clerk", "officer", "auditor"))
    return [*wrong_receipts(clerk, done), *wrong_notes(officer, done), *wrong_entries(auditor, done)]


def wrong_receipts(clerk, done):
    """The diary: what was acknowledged, the series, the scans, and a repetition."""
    diary = {line["subject"]: line for line in clerk.all("/receipts?limit=200")}
    for key, kept in done.receipts.items():
        if key not in diary or diary[key]["diary_number"] != kept.number:
            yield f"{kept.number} was acknowledged and is lost"
    serials = sorted(int(re.search(r"-(\d+)/", line["diary_number"]).group(1)) for line in diary.values())
    if serials != list(range(1, len(serials) + 1)):
        yield f"the {len(serials)} diary numbers do not run from 1 without gap or duplicate"
    # Also of what was written and never acknowledged: a row without its bytes would be a loss.
    for line in diary.values():
        for document in clerk.call("GET", f"/receipts/{line['id']}")["documents"]:
            digest = hashlib.sha256(clerk.bytes(f"/documents/{document['id']}/content")).hexdigest()
            kept = done.receipts.get(line["subject"])
            if digest != document["digest"] or (kept and digest != kept.scan):
                yield f"the scan of {line['diary_number']} is not what was uploaded"
    if done.receipts:
        key, kept = next(iter(done.receipts.items()))
        document = clerk.call("GET", f"/receipts/{kept.id}")["documents"][0]["id"]
        again = clerk.call("POST", "/receipts", receipt(key, document), {"Idempotency-Key": key})
        if again["number"] != kept.number:
            yield f"the repetition of {kept.number} was diarised again as {again['number']}"


def wrong_notes(officer, done):
    """The files: their numbers, their paragraphs, their text."""
    files = {line["id"]: line["number"] for line in officer.all("/files?limit=200")}
    for file in done.files - set(files):
        yield f"file {file} was acknowledged and is lost"
    serials = sorted(int(re.search(r"-(\d+)/", number).group(1)) for number in files.values())
    if serials != list(range(1, len(serials) + 1)):
        yield f"the {len(serials)} file numbers do not run from 1 without gap or duplicate"
    acknowledged = collections.defaultdict(dict)
    for note in done.notes:
        acknowledged[note.file][note.paragraph] = note.text
    for file in files:
        notes = officer.call("GET", f"/files/{file}/notes")["items"]
        found = {note["paragraph_first"]: note["body"]["paragraphs"][0]["spans"][0]["text"] for note in notes}
        if sorted(found) != list(range(1, len(found) + 1)):
            yield f"the paragraphs of {files[file]} are {sorted(found)}"
        if not acknowledged[file].items() <= found.items():
            yield f"notes of {files[file]} were acknowledged and are lost or changed"


def wrong_entries(auditor, done):
    """The ledger: an entry for every act that was acknowledged, none twice, each with its own digest."""
    entries = collections.Counter()
    acts = collections.Counter()
    for entry in auditor.all("/ledger/entries?limit=500"):
        entries[entry["digest"]] += 1
        acts[entry["subject_id"], entry["kind"]] += 1
        if hashlib.sha256(canonical(entry["body"])).hexdigest() != entry["digest"]:
            yield f"ledger entry {entry['id']} does not have its digest"
    for act in [*done.receipts.values(), *done.notes]:
        if entries[act.entry] != 1:
            yield f"{act} has {entries[act.entry]} entries in the ledger"
    for (subject, kind), count in acts.items():
        if kind in ("receipt_diarised", "file_opened") and count != 1:
            yield f"{kind} of {subject} stands {count} times in the ledger"


def canonical(body):
    """RFC 8785, for the values that entries hold: texts and whole numbers."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
