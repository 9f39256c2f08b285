"""An office that lies about drafts and signs the lie: about texts, approvals, and what an approval is of."""

import json
import unittest

from checker.export import Export
from history import History, canonical, digest
from publishing import Published
from test_export import Folders

ENTRY = r"entries\.jsonl line \d+ \(position \d+\): "
COMMUNICATION = ENTRY + r"communication \S+: "
APPROVAL = r"signatures\.jsonl line \d+: the signature of act \d+ of communication \S+: "
ANOTHER = r"text \d+ has another digest than in entries\.jsonl line \d+"


class Drafts(Folders):
    """A history with drafts, and what its office may do to it before it signs it."""

    SEED = 91

    def setUp(self):
        super().setUp()
        self.history = History(self.SEED)
        self.number = 0

    def entry(self, kind, holds=lambda content: True):
        """The last entry of a kind."""
        entries = reversed(self.history.entries)
        return next(entry for entry in entries if entry["kind"] == kind and holds(entry["content"]))

    def about(self, entry):
        """The entries about the same communication."""
        id_ = entry["content"]["communication"]
        return [other for other in self.history.entries if other["content"].get("communication") == id_]

    def lie(self, says):
        """Publishes what was changed, properly signed by the ledger's keys, and asserts the refusal; then begins anew."""
        self.number += 1
        self.refused(says, Published(self.history).write(self.base / str(self.number)))
        self.history = History(self.SEED)

    def add(self, like, **content):
        """The same act once more, with something else in it."""
        more = {**like, "id": self.history.id(), "content": {**like["content"], **content}}
        self.history.entries.append(more)
        return more

    def test_everything_happens_in_a_history(self):
        folder = Published(self.history).write(self.base / "x")
        export = Export(folder)
        export.check()
        self.assertEqual(export.acts.drafts.texts, len(self.history.texts))
        approvals = [line for line in self.history.signatures if line["communication"]]
        voids = [entry for entry in self.history.entries if entry["content"].get("voids")]
        kinds = {entry["kind"] for entry in self.history.entries if entry["module"] == "drafting"}
        self.assertEqual(len(kinds), 7, kinds)
        self.assertGreater(min(len(approvals), len(voids), len(self.history.texts)), 2)

    def test_an_export_without_texts_is_good_where_nobody_speaks_of_any(self):
        history = History(1, acts=0)
        folder = Published(history).write(self.base / "x")
        self.assertEqual(history.texts, [])
        (folder / "texts.jsonl").unlink()
        Export(folder).check()

    def test_without_notes_texts_are_not_compared(self):
        export = Export(Published(self.history).write(self.base / "x", notes=False))
        export.check()
        self.assertGreater(export.acts.drafts.texts, 0)

    def test_two_digests_of_one_text(self):
        for kind in ("communication_remarked", "communication_vetted"):
            self.add(self.entry(kind), digest="0" * 64)
            self.lie(COMMUNICATION + ANOTHER)
        entry = self.entry("communication_revised")
        entry["content"]["before"]["digest"] = "0" * 64
        says = rf"({COMMUNICATION}{ANOTHER}|texts\.jsonl line \d+: text \d+ of communication \S+ does not have the digest)"
        self.lie(says)

    def test_an_approval_of_another_text_than_the_one_that_was_signed(self):
        """Text and digest are exchanged everywhere; the officer's signature is not."""
        entry = self.entry("communication_approved")
        content = entry["content"]
        of = (content["communication"], content["text"])
        line = next(line for line in self.history.texts if (line["communication"], line["text"]) == of)
        value = json.loads(line["canonical"]) | {"content": "Other words."}
        old, line["canonical"] = content["digest"], canonical(value)
        for other in self.about(entry):
            for holder in (other["content"], other["content"].get("before") or {}):
                if holder.get("digest") == old:
                    holder["digest"] = digest(line["canonical"])
        self.lie(APPROVAL + "what was signed is another act than its entry says")

    def test_an_approval_that_nobody_signed(self):
        entry = self.entry("communication_approved")
        del entry["content"]["signature"]
        self.lie(ENTRY + "nobody has signed it")
        entry = self.entry("communication_approved")
        self.add(entry)
        self.lie(ENTRY + "communication .* text \\d+ was approved before")
        entry = self.entry("communication_vetted")
        entry["content"]["signature"] = self.entry("communication_approved")["content"]["signature"]
        self.lie(ENTRY + "communication_vetted has a signature, and is no act that is signed")

    def test_an_approval_that_is_void_and_was_none(self):
        entry = self.entry("communication_revised", lambda content: content["voids"] is None)
        entry["content"]["voids"] = 4_000
        self.lie(ENTRY.replace(": ", ": communication \\S+: ") + "voids an approval of text 4000, which nobody has approved")
        entry = self.entry("suggestion_decided", lambda content: content["voids"])
        self.add(entry, before=None)
        self.lie(COMMUNICATION + r"the approval of text \d+ was void before")

    def test_two_approvals_in_force(self):
        first = self.entry("communication_approved", self.is_voided)
        text = first["content"]["text"]
        voiding = next(entry for entry in self.about(first) if entry["content"].get("voids") == text)
        voiding["content"]["voids"] = None
        officer = next(one for one in self.history.officers if one.person == first["person"])
        number = voiding["content"]["text"]
        self.approve(first, officer, number)
        self.lie(ENTRY + rf"communication \S+: text {number} is approved while text {text} is")

    def is_voided(self, content):
        """Whether the approval of a content was void later, and the text that came then was not approved."""
        entries = [entry["content"] for entry in self.history.entries]
        about = [other for other in entries if other.get("communication") == content["communication"]]
        after = [other["text"] for other in about if other.get("voids") == content["text"]]
        approved = {other["text"] for other in about if "signature" in other}
        return bool(after) and not approved & set(after)

    def approve(self, like, officer, number):
        """An approval of another text, signed by the officer's present key."""
        history, content = self.history, like["content"]
        of = (content["communication"], number)
        known = [line for line in history.texts if (line["communication"], line["text"]) == of]
        if not known:
            text = {"v": 1, "nonce": "0" * 32, "communication": of[0], "text": number, "content": []}
            known = [{"communication": of[0], "text": number, "canonical": canonical(text)}]
            history.texts += known
        act = {"communication": of[0], "ordinal": 99, "text": number, "digest": digest(known[0]["canonical"])}
        kind = "communication_approved"
        statement = canonical({"act": kind, "file": like["subject"], **act, **history.author(officer)})
        under = {"file": like["subject"], "note": None, "communication": of[0], "step": 99}
        signature = history.sign(officer, "act", statement, **under, statement=statement)
        history.record("drafting", kind, "file", like["subject"], by=officer, **act, signature=signature)

    def test_texts_that_nobody_began(self):
        self.history.entries.remove(self.entry("communication_opened", self.is_written_on))
        self.lie(ENTRY + r"communication \S+: text 1 was never begun")
        entry = self.entry("communication_opened")
        self.add(entry)
        self.lie(COMMUNICATION + "text 1 was begun before")
        entry = self.entry("communication_revised")
        self.history.entries.remove(entry)
        self.lie(ENTRY + r"communication \S+: text \d+ was never begun")

    def is_written_on(self, content):
        """Whether a text of the communication has a digest."""
        return any(line["communication"] == content["communication"] for line in self.history.texts)

    def test_a_communication_on_another_file(self):
        entry = self.entry("communication_revised")
        entry["subject"] = self.history.id()
        self.lie(ENTRY + r"the communication \S+ was on another file")

    def test_withdrawn_twice(self):
        self.add(self.entry("communication_withdrawn"))
        self.lie(COMMUNICATION + "it was withdrawn before")

    def test_what_an_entry_says_of_a_draft(self):
        for kind, change, says in (
            ("communication_opened", {"communication": None}, "communication_opened names no communication"),
            ("communication_revised", {"communication": "x"}, "communication_revised names no communication"),
            ("communication_revised", {"before": None}, r"communication \S+: does not say which text was sealed"),
            ("communication_revised", {"before": {"text": 1}}, r"communication \S+: before does not have text and"),
            ("communication_revised", {"text": 4_000}, r"communication \S+: text 4000 follows text \d+"),
            ("communication_revised", {"voids": 0}, r"communication \S+: the number of a text is not one from 1"),
            ("suggestion_decided", {"text": "1"}, r"communication \S+: the number of a text is not one from 1"),
            ("communication_vetted", {"text": True}, r"communication \S+: the number of a text is not one from 1"),
            ("communication_vetted", {"text": 2**32}, r"communication \S+: the number of a text is not one from 1"),
            ("communication_vetted", {"digest": None}, r"communication \S+: a text has no digest"),
            ("communication_remarked", {"digest": "A" * 64}, r"communication \S+: a text has no digest"),
            ("communication_approved", {"ordinal": 0}, r"communication \S+: an approval and an issue have an ordinal from 1"),
            ("communication_withdrawn", {"digest": 1}, r"communication \S+: a text has no digest"),
        ):
            with self.subTest(kind=kind, change=change):
                self.entry(kind)["content"] |= change
                self.lie(ENTRY + says)

    def test_a_text_that_is_not_the_one_it_is_called(self):
        for change, says in (
            (lambda value: canonical(value | {"text": 4_000}), "says that it is another one"),
            (lambda value: canonical(value | {"communication": "x"}), "says that it is another one"),
            (lambda value: canonical([]), "says that it is another one"),
            (lambda value: json.dumps(value), "is not canonical"),
            (lambda value: canonical(value | {"content": "e\u0301"}), "holds a text that is not in Unicode normal form C"),
        ):
            line = self.withdrawn_text()
            text = change(json.loads(line["canonical"]))
            old, line["canonical"] = digest(line["canonical"]), text
            for entry in self.history.entries:
                for holder in (entry["content"], entry["content"].get("before") or {}):
                    if holder.get("digest") == old:
                        holder["digest"] = digest(text)
            self.lie(rf"texts\.jsonl line \d+: text \d+ of communication \S+ {says}")

    def withdrawn_text(self):
        """A text that no approval is of."""
        approved = {entry["content"]["digest"] for entry in self.history.entries if entry["kind"] == "communication_approved"}
        return next(line for line in self.history.texts if digest(line["canonical"]) not in approved)


if __name__ == "__main__":
    unittest.main()
