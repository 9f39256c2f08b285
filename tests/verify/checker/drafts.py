"""What entries say of drafts: which texts they have, which digest each has, and what was approved.

Acts of one second may have got their positions in any order: nothing here depends on it.
"""

import json

from checker import canonical
from checker.entries import is_digest, is_whole
from checker.proofs import is_id
from checker.refusal import Refused, entry_at

# What speaks of one text and its digest.
SPEAKING = {
    "communication_remarked",
    "communication_vetted",
    "communication_approved",
    "communication_issued",
    "communication_withdrawn",
}
# What is signed, and counted by its ordinal.
COUNTED = {"communication_approved", "communication_issued"}
# What may begin a text, seal the one before, and void an approval.
WRITING = {"communication_revised", "suggestion_decided"}
# What an issue does to an earlier one, and what of it ends that.
ENDING = {"supersession", "rescission"}
AMENDING = {"corrigendum", *ENDING}
KINDS = {"communication_opened", *SPEAKING, *WRITING}
LARGEST = 2**32 - 1


class Draft:
    """One communication, as far as entries speak of it. What is known of a text is with the position that says so."""

    def __init__(self, file):
        self.file = file
        self.begun = {}
        self.digests = {}
        self.approved = {}
        self.voided = {}
        self.issued = None
        self.withdrawn = None

    def begin(self, text, position):
        """A text begins, once."""
        if text in self.begun:
            raise Refused(f"text {text} was begun before")
        self.begun[text] = position

    def learn(self, text, digest, position):
        """One text has one digest, whoever speaks of it."""
        known, where = self.digests.setdefault(text, (digest, position))
        if known != digest:
            raise Refused(f"text {text} has another digest than in {entry_at(where)}")

    def void(self, text, position):
        """An approval is void, once."""
        if text in self.voided:
            raise Refused(f"the approval of text {text} was void before")
        self.voided[text] = position

    def speak(self, kind, text, digest, position):
        """Somebody speaks of a text; it may be an approval or the end."""
        if kind == "communication_approved":
            if text in self.approved:
                raise Refused(f"text {text} was approved before")
            self.approved[text] = position
        if kind == "communication_issued":
            if self.issued is not None:
                raise Refused("it was issued before")
            self.issued = (text, position)
        if kind == "communication_withdrawn":
            if self.withdrawn is not None:
                raise Refused("it was withdrawn before")
            self.withdrawn = position
        self.learn(text, digest, position)

    def end(self):
        """Refuses what does not agree, when all entries are read."""
        for text, position in (*self.begun.items(), *((text, where) for text, (_, where) in self.digests.items())):
            for needed in {text, max(text - 1, 1)}:
                if needed not in self.begun:
                    raise Refused(f"text {needed} was never begun", entry_at(position))
        for text, position in self.voided.items():
            if text not in self.approved:
                raise Refused(f"voids an approval of text {text}, which nobody has approved", entry_at(position))
        if self.issued is not None:
            text, position = self.issued
            if text not in self.approved or text in self.voided:
                raise Refused(f"issues text {text}, which nobody has approved", entry_at(position))
            if self.withdrawn is not None:
                raise Refused("was withdrawn and issued", entry_at(position))
        in_force = sorted(self.approved.keys() - self.voided.keys())
        if len(in_force) > 1:
            reason = f"text {in_force[1]} is approved while text {in_force[0]} is"
            raise Refused(reason, entry_at(self.approved[in_force[1]]))


class Drafts:
    """All of them."""

    def __init__(self):
        self._drafts = {}
        self._seen = set()
        self._issues = set()
        self._amendments = []

    @property
    def texts(self):
        """How many texts have a digest."""
        return sum(len(draft.digests) for draft in self._drafts.values())

    def take(self, position, entry):
        """Looks at an entry about a draft."""
        kind, content = entry["kind"], entry["content"]
        if not is_id(content.get("communication")):
            raise Refused(f"{kind} names no communication")
        name = content["communication"]
        draft = self._drafts.setdefault(name, Draft(entry["subject"]))
        if draft.file != entry["subject"]:
            raise Refused(f"the communication {name} was on another file")
        with_name = f"communication {name}"
        try:
            if kind == "communication_opened":
                draft.begin(1, position)
            elif kind in WRITING:
                _take_writing(draft, position, kind, content)
            elif kind in COUNTED and not is_whole(content.get("ordinal"), 1):
                raise Refused("an approval and an issue have an ordinal from 1")
            elif kind == "communication_issued" and not _is_issue(content):
                raise Refused("an issue has issue, number, rendered and sha256")
            else:
                if kind == "communication_issued":
                    self._take_issue(position, content)
                draft.speak(kind, _number(content.get("text")), _digest(content.get("digest")), position)
        except Refused as refused:
            raise Refused(f"{with_name}: {refused.reason}") from None

    def _take_issue(self, position, content):
        """What was issued, and what it does to an earlier issue."""
        amends = content.get("amends")
        if amends is not None:
            _check_amends(amends)
            self._amendments.append((position, content["issue"], amends))
        self._issues.add(content["issue"])

    def _end_issues(self):
        """Each amends another issue that entries speak of, and none is ended twice."""
        ended = set()
        for position, issue, amends in self._amendments:
            earlier = amends["issue"]
            if earlier == issue or earlier not in self._issues:
                raise Refused("amends an issue of which no entry speaks", entry_at(position))
            if amends["how"] in ENDING:
                if earlier in ended:
                    raise Refused("ends an issue that another one has ended", entry_at(position))
                ended.add(earlier)

    def end(self):
        """Refuses what entries say of one draft and does not agree."""
        self._end_issues()
        for name, draft in self._drafts.items():
            try:
                draft.end()
            except Refused as refused:
                raise Refused(f"communication {name}: {refused.reason}", refused.place) from None

    def check_line(self, line):
        """Checks a line of texts.jsonl against the entries."""
        if not isinstance(line, dict) or line.keys() != {"communication", "text", "canonical"}:
            raise Refused("a line has communication, text and canonical")
        communication, text = line["communication"], line["text"]
        if not isinstance(communication, str) or not is_whole(text, 1) or not isinstance(line["canonical"], str):
            raise Refused("a line has communication and canonical, both texts, and text, a number from 1")
        name = f"text {text} of communication {communication}"
        draft = self._drafts.get(communication)
        if draft is None or text not in draft.digests:
            raise Refused(f"no entry has the digest of {name}")
        if (communication, text) in self._seen:
            raise Refused(f"{name} is there twice")
        self._seen.add((communication, text))
        digest, position = draft.digests[text]
        if canonical.digest(line["canonical"]) != digest:
            raise Refused(f"{name} does not have the digest of {entry_at(position)}")
        try:
            value = canonical.read(line["canonical"].encode())
        except Refused as refused:
            raise Refused(f"{name} {refused.reason}") from None
        said = [value.get("communication"), value.get("text")] if isinstance(value, dict) else None
        # Compared as they are written, since 1 and true are the same to Python.
        if json.dumps(said) != json.dumps([communication, text]):
            raise Refused(f"{name} says that it is another one")

    def end_of_texts(self):
        """Refuses an export that lacks a text."""
        lacking = [
            (position, text, name)
            for name, draft in self._drafts.items()
            for text, (_, position) in draft.digests.items()
            if (name, text) not in self._seen
        ]
        if lacking:
            position, text, name = min(lacking)
            raise Refused(f"no line has text {text} of communication {name} of {entry_at(position)}", "texts.jsonl")


def _take_writing(draft, position, kind, content):
    """An act by which somebody wrote on, or may have."""
    text, before, voids = _number(content.get("text")), content.get("before"), content.get("voids")
    if before is None and kind == "communication_revised":
        raise Refused("does not say which text was sealed")
    if before is not None:
        if not isinstance(before, dict) or before.keys() != {"text", "digest"}:
            raise Refused("before does not have text and digest")
        if _number(before["text"]) != text - 1:
            raise Refused(f"text {text} follows text {before['text']}")
        draft.begin(text, position)
        draft.learn(before["text"], _digest(before["digest"]), position)
    if voids is not None:
        draft.void(_number(voids), position)


def _is_issue(content):
    named = is_id(content.get("issue")) and isinstance(content.get("number"), str) and content["number"] != ""
    return named and is_digest(content.get("rendered")) and is_digest(content.get("sha256"))


def _check_amends(amends):
    if not isinstance(amends, dict) or amends.keys() != {"issue", "how"} or not is_id(amends["issue"]):
        raise Refused("amends does not have issue and how")
    if amends["how"] not in AMENDING:
        raise Refused("amends neither corrects, nor supersedes, nor rescinds")


def _number(value):
    if not is_whole(value, 1) or value > LARGEST:
        raise Refused("the number of a text is not one from 1")
    return value


def _digest(value):
    if not is_digest(value):
        raise Refused("a text has no digest")
    return value
