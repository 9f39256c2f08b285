"""What issues do to earlier ones, as entries say it: the rules of docs/verification.md, "A draft"."""

import unittest
import uuid

from checker.drafts import Drafts
from checker.refusal import Refused

DIGEST = "ab" * 32


def new_id():
    """An id as entries spell it."""
    return str(uuid.uuid4())


class Issues(unittest.TestCase):
    """Entries of issues, taken one by one in any order."""

    def setUp(self):
        self.drafts = Drafts()
        self.position = 0

    def take(self, kind, communication, **content):
        """Takes one entry."""
        file = "00000000-0000-7000-8000-000000000001"
        said = {"communication": communication, "text": 1, "digest": DIGEST, "ordinal": 1, **content}
        self.drafts.take(self.position, {"kind": kind, "subject": file, "content": said})
        self.position += 1

    def issue(self, amends=None):
        """A communication from its beginning to its issue; answers the id of the issue."""
        communication, issue = new_id(), new_id()
        self.take("communication_opened", communication)
        self.take("communication_approved", communication)
        more = {} if amends is None else {"amends": amends}
        printed = {"issue": issue, "number": "F.1/1", "rendered": DIGEST, "sha256": DIGEST}
        self.take("communication_issued", communication, **printed, **more)
        return issue

    def refused(self, says, work):
        """Asserts that the checker refuses."""
        with self.assertRaisesRegex(Refused, says):
            work()

    def test_corrigenda_as_many_as_there_are_and_one_end(self):
        first = self.issue()
        for how in ("corrigendum", "corrigendum", "supersession"):
            self.issue({"issue": first, "how": how})
        self.drafts.end()
        self.issue({"issue": first, "how": "rescission"})
        self.refused("ends an issue that another one has ended", self.drafts.end)

    def test_an_issue_of_which_nobody_speaks(self):
        self.issue({"issue": new_id(), "how": "corrigendum"})
        self.refused("amends an issue of which no entry speaks", self.drafts.end)

    def test_the_order_of_positions_says_nothing(self):
        later = new_id()
        communication = new_id()
        self.issue({"issue": later, "how": "rescission"})
        self.take("communication_opened", communication)
        self.take("communication_approved", communication)
        printed = {"issue": later, "number": "F.1/2", "rendered": DIGEST, "sha256": DIGEST}
        self.take("communication_issued", communication, **printed)
        self.drafts.end()

    def test_what_is_no_amendment(self):
        first = self.issue()
        for amends, says in (
            ({"issue": first}, "amends does not have issue and how"),
            ({"issue": "x", "how": "rescission"}, "amends does not have issue and how"),
            ({"issue": first, "how": "corrigendum", "why": 1}, "amends does not have issue and how"),
            ({"issue": first, "how": "repeal"}, "amends neither corrects, nor supersedes, nor rescinds"),
            ("rescission", "amends does not have issue and how"),
        ):
            with self.subTest(amends=amends):
                self.refused(says, lambda amends=amends: self.issue(amends))


if __name__ == "__main__":
    unittest.main()
