"""A stage's count, and the names of what failed in it, out of what the runners really print."""

import pathlib
import tempfile
import unittest

from lib import counting
from lib.counting import Count
from lib.processes import ToolError

REPORT = """<testsuites>
<testsuite name="flows">
<testcase name="a receipt is marked (en)" classname="flows/receipt.spec.ts"></testcase>
<testcase name="left out" classname="flows/receipt.spec.ts"><skipped></skipped></testcase>
<testcase name="a file is pulled back" classname="flows/race.spec.ts">
<failure message="race.spec.ts:142:1 a file is pulled back" type="FAILURE"><![CDATA[
  [flows] \u203a e2e/flows/race.spec.ts:142:1 \u203a a file is pulled back

    Error: expect(locator).toBeVisible() failed

    Locator: getByText('Pulled back')
]]></failure>
</testcase>
</testsuite>
</testsuites>"""


def report(text):
    """A file with this text, read at once."""
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as file:
        file.write(text)
        file.flush()
        return counting.junit(1, pathlib.Path(file.name))


class Counting(unittest.TestCase):
    def test_a_report_names_what_failed_and_why(self):
        count = report(REPORT)
        self.assertEqual((count.passed, count.failed, count.skipped), (1, 1, 1))
        why = "Error: expect(locator).toBeVisible() failed"
        self.assertEqual(count.names, (f"flows/race.spec.ts: a file is pulled back: {why}",))

    def test_a_panic_names_what_was_wrong(self):
        panic = "thread 'a' (7) panicked at src/a.rs:9:9:\nassertion `left == right` failed\n  left: 1\n right: 2"
        count = report(f'<a><testcase name="b" classname="c"><failure>\n{panic}</failure></testcase></a>')
        self.assertEqual(count.names, ("c: b: assertion `left == right` failed",))

    def test_a_failure_with_nothing_but_a_message(self):
        count = report('<a><testcase name="b" classname="c"><error message="no such page"/></testcase></a>')
        self.assertEqual(count.names, ("c: b: no such page",))

    def test_a_stage_that_broke_without_a_failed_test_has_failed(self):
        self.assertEqual(report('<a><testcase name="b" classname="c"/></a>'), Count(passed=1, failed=1))
        self.assertEqual(counting.junit(1, pathlib.Path("/no/such/report")), Count(failed=1))

    def test_success_without_a_single_test_is_none(self):
        with self.assertRaises(ToolError):
            counting.junit(0, pathlib.Path("/no/such/report"))

    def test_cargo_without_nextest(self):
        lines = [
            "test filing::forwarded ... ok",
            "test filing::pulled_back ... FAILED",
            "test result: FAILED. 41 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.1s",
        ]
        self.assertEqual(sum(map(counting.cargo, lines), Count()), Count(41, 1, 2, ("filing::pulled_back",)))

    def test_what_counts_by_itself_names_its_failures(self):
        text = "ok     one: verified\nFAILED two: refused\n1 passed, 1 failed\n"
        self.assertEqual(counting.said(text), Count(1, 1, names=("two: refused",)))
        self.assertEqual(counting.said("broke off"), Count(failed=1))

    def test_python_s_runner(self):
        text = "FAIL: test_a (test_x.X.test_a)\n---\nRan 3 tests in 0.1s\n\nFAILED (failures=1, skipped=1)\n"
        self.assertEqual(counting.unittest(text), Count(1, 1, 1, ("test_a (test_x.X.test_a)",)))
        self.assertEqual(counting.unittest("Ran 0 tests in 0.0s\n\nOK\n"), Count(failed=1))


if __name__ == "__main__":
    unittest.main()
