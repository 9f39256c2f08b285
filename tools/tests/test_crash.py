"""The crash test sees what it is there to see."""

import hashlib
import unittest

from crashing.arrived import wrong_diary, wrong_dispatches, wrong_events, wrong_issues
from crashing.compare import canonical, wrong_entries, wrong_notes, wrong_receipts
from crashing.work import Done, Issue, Note, Receipt

SCAN = b"a scan"
DIGEST = hashlib.sha256(SCAN).hexdigest()


class Fake:
    """A client that answers from a table."""

    def __init__(self, answers, lists):
        self.answers = answers
        self.lists = lists

    def call(self, method, path, *_):
        return self.answers[f"{method} {path}"]

    def all(self, path):
        return self.lists[path.split("?")[0]]

    def bytes(self, _):
        return SCAN


def diary(*lines):
    """A clerk whose register has these lines, all with the same scan."""
    answers = {f"GET /receipts/{id}": {"documents": [{"id": "d", "digest": DIGEST}]} for id, _, _ in lines}
    answers["POST /receipts"] = {"number": "FD-RI-1/2026"}
    return Fake(answers, {"/receipts": [{"id": i, "subject": s, "diary_number": n} for i, s, n in lines]})


def acknowledged(scan=DIGEST):
    """One receipt and one note that were acknowledged."""
    done = Done(receipts={"a": Receipt("1", "FD-RI-1/2026", "e1", scan)}, files={"f"})
    done.notes.append(Note("f", "Agreed.", 1, "e2"))
    return done


class Receipts(unittest.TestCase):
    def test_a_whole_diary_is_good(self):
        clerk = diary(("1", "a", "FD-RI-1/2026"), ("2", "never answered", "FD-RI-2/2026"))
        self.assertEqual(list(wrong_receipts(clerk, acknowledged())), [])

    def test_a_gap_a_loss_and_a_second_entry_are_seen(self):
        clerk = diary(("1", "other", "FD-RI-1/2026"), ("3", "another", "FD-RI-3/2026"))
        clerk.answers["GET /receipts/1"] = {"documents": [{"id": "d", "digest": DIGEST}]}
        clerk.answers["POST /receipts"] = {"number": "FD-RI-4/2026"}
        wrong = "\n".join(wrong_receipts(clerk, acknowledged()))
        for part in ("is lost", "without gap", "diarised again"):
            self.assertIn(part, wrong)

    def test_other_bytes_are_seen(self):
        clerk = diary(("1", "a", "FD-RI-1/2026"))
        self.assertEqual(len(list(wrong_receipts(clerk, acknowledged(scan="0" * 64)))), 1)


class Notes(unittest.TestCase):
    @staticmethod
    def officer(paragraph, text):
        note = {"paragraph_first": paragraph, "body": {"paragraphs": [{"spans": [{"text": text}]}]}}
        lists = {"/files": [{"id": "f", "number": "BUD-8-1/2026"}]}
        return Fake({"GET /files/f/notes": {"items": [note]}}, lists)

    def test_a_lost_text_and_a_gap_are_seen(self):
        self.assertEqual(list(wrong_notes(self.officer(1, "Agreed."), acknowledged())), [])
        self.assertEqual(len(list(wrong_notes(self.officer(1, "Changed."), acknowledged()))), 1)
        self.assertEqual(len(list(wrong_notes(self.officer(2, "Agreed."), acknowledged()))), 2)


class Entries(unittest.TestCase):
    def test_an_edited_a_missing_and_a_doubled_entry_are_seen(self):
        def entry(digest):
            return {"id": "x", "digest": digest, "body": {"n": 1}, "subject_id": "1", "kind": "receipt_diarised"}

        right = hashlib.sha256(canonical({"n": 1})).hexdigest()
        done = Done(receipts={"a": Receipt("1", "FD-RI-1/2026", right, DIGEST)})
        self.assertEqual(list(wrong_entries(Fake({}, {"/ledger/entries": [entry(right)]}), done)), [])
        for entries, count in (([entry("0" * 64)], 2), ([], 1), ([entry(right)] * 2, 2)):
            found = list(wrong_entries(Fake({}, {"/ledger/entries": entries}), done))
            self.assertEqual(len(found), count, found)


class Letters(unittest.TestCase):
    @staticmethod
    def issued(*numbers):
        """Letters of one file under these numbers; without a number it is only approved. The first was acknowledged."""
        done = Done(issues={"0": Issue("0", "F-1/1", "e", 3)})
        found = {}
        for at, number in enumerate(numbers):
            done.drafts[str(at)] = "f"
            found[str(at)] = {"state": "issued" if number else "approved", "issue": number and {"number": number}}
        return found, done

    def test_a_lost_issue_a_gap_and_a_duplicate_are_seen(self):
        cases = ((("F-1/1", "F-1/2", None), 0), ((None, "F-1/1"), 1), (("F-1/1", "F-1/3"), 1), (("F-1/1", "F-1/1"), 1))
        for numbers, count in cases:
            wrong = list(wrong_issues(*self.issued(*numbers)))
            self.assertEqual(len(wrong), count, wrong)

    def test_a_letter_that_did_not_leave_or_left_twice_is_seen(self):
        found, _ = self.issued("F-1/1")
        cases = ((["waiting", "delivered"], 0), (["waiting"] * 2, 1), (["delivered", "delivered", "waiting"], 1))
        for states, count in cases:
            items = {"items": [{"state": state} for state in states]}
            wrong = list(wrong_dispatches(Fake({"GET /communications/0/dispatches": items}, {}), found))
            self.assertEqual(len(wrong), count, wrong)

    def test_a_receipt_that_is_missing_doubled_or_has_other_bytes_is_seen(self):
        found, _ = self.issued("F-1/1", "F-1/2")
        cases = (
            (("LAW-1/2026", "F-1/1"), ("LAW-2/2026", "F-1/2")),
            (("LAW-1/2026", "F-1/1"),),
            (("LAW-1/2026", "F-1/1"), ("LAW-2/2026", "F-1/2"), ("LAW-3/2026", "F-1/2")),
            (("LAW-1/2026", "F-1/1"), ("LAW-3/2026", "F-1/2")),
        )
        for lines, count in zip(cases, (0, 1, 1, 1), strict=True):
            clerk = diary(*((str(at), "s", number) for at, (number, _) in enumerate(lines)))
            for line, (_, reference) in zip(clerk.lists["/receipts"], lines, strict=True):
                line["reference_number"] = reference
            wrong = list(wrong_diary(clerk, found))
            self.assertEqual(len(wrong), count, wrong)
        clerk.answers["GET /receipts/0"]["documents"][0]["digest"] = "0" * 64
        self.assertIn("is not what was signed", "".join(wrong_diary(clerk, found)))

    def test_an_event_that_is_missing_or_doubled_is_seen(self):
        found, done = self.issued("F-1/1")
        kinds = ("communication_issued", "letter_addressed", "letter_delivered")
        entries = [{"kind": kind, "digest": f"{kind[0]}{at}"} for at, kind in enumerate(kinds)]
        entries[0]["digest"] = "e"
        for listed, count in ((entries, 0), (entries[1:], 2), ([*entries, entries[2]], 1)):
            wrong = list(wrong_events(Fake({}, {"/ledger/entries": listed}), found, done))
            self.assertEqual(len(wrong), count, wrong)


if __name__ == "__main__":
    unittest.main()
