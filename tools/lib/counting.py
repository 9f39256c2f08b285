"""How many tests a stage ran, and which of them failed, from what the runners leave behind."""

import dataclasses
import itertools
import re
import xml.etree.ElementTree as xml

from lib.processes import ToolError

# Of a failure's text, what still fits on a line of a terminal.
LONGEST = 160

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclasses.dataclass
class Count:
    """What a stage came to. `names` are those of the failed tests, where their runner tells them."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    names: tuple = ()

    def __add__(self, other):
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.names + other.names,
        )

    def __str__(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def junit(status, report):
    """Counts a JUnit report. A stage that failed without a failed test counts as one failure."""
    count = Count()
    if report.exists():
        for case in xml.parse(report).getroot().iter("testcase"):
            count += _case(case)
    if status != 0 and count.failed == 0:
        count += Count(failed=1)
    if status == 0 and count.passed == 0:
        raise ToolError("a stage reported success without a single test")
    return count


def _case(case):
    for kind in ("failure", "error"):
        found = case.find(kind)
        if found is not None:
            return Count(failed=1, names=(f"{case.get('classname')}: {case.get('name')}{_reason(found)}",))
    return Count(skipped=1) if case.find("skipped") is not None else Count(passed=1)


def _reason(failure):
    """The line that says what went wrong: Playwright's first one only says where, and so does Rust's."""
    lines = [COLOURS.sub("", line).strip() for line in (failure.text or failure.get("message") or "").splitlines()]
    lines = [line for line in lines if line]
    panicked = next((later for line, later in itertools.pairwise(lines) if " panicked at " in line), None)
    error = next((line for line in lines if re.match(r"\w*Error\b", line)), None)
    told = panicked or error or "".join(lines[:1])
    return f": {told[:LONGEST]}" if told else ""


def cargo(line):
    """What a line of cargo's own harness counts: its summary of a binary, or the name of a failed test."""
    summary = re.match(r"test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored", line)
    if summary:
        return Count(*map(int, summary.groups()))
    failed = re.match(r"test (\S+) \.\.\. FAILED", line)
    return Count(names=(failed[1],)) if failed else Count()


def said(text):
    """The count in the last line of what counts by itself; its lines that begin with FAILED name what did."""
    found = re.search(r"^(\d+) passed, (\d+) failed$", text, re.MULTILINE)
    names = tuple(name[:LONGEST] for name in re.findall(r"^FAILED +(.*)$", text, re.MULTILINE))
    return Count(int(found[1]), int(found[2]), names=names) if found else Count(failed=1, names=names)


def unittest(text):
    """The count in the output of Python's runner in a process of its own."""
    ran = re.search(r"^Ran (\d+) tests? in ", text, re.MULTILINE)
    ended = re.search(r"^(?:OK|FAILED)(?: \((.*)\))?$", text, re.MULTILINE)
    if not ran or not ended or int(ran[1]) == 0:
        return Count(failed=1)
    kinds = {kind: int(number) for kind, number in re.findall(r"(\w+)=(\d+)", ended[1] or "")}
    failed, skipped = kinds.get("failures", 0) + kinds.get("errors", 0), kinds.get("skipped", 0)
    names = tuple(re.findall(r"^(?:FAIL|ERROR): (.*)$", text, re.MULTILINE))
    # Parts of a test are counted one by one when they fail.
    return Count(max(int(ran[1]) - failed - skipped, 0), failed, skipped, names)
