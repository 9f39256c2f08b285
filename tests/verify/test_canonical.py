"""Canonical JSON: one way to write a value, and the reasons against all others."""

import random
import unittest

import rfc8785

from checker import canonical
from checker.refusal import Refused

CHARACTERS = 'abzA0 "\\/\b\f\n\r\t\x00\x1f\x7f\u0080éñ\u2028\u0627\u06d4\ufb2a\ue000\uffff😀𝕬\U0010fffd'


def random_value(chance, depth=3):
    """A value of what canonical JSON of the office may hold."""
    kind = chance.randrange(7 if depth else 5)
    if kind == 5:
        return [random_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    if kind == 6:
        return {random_text(chance): random_value(chance, depth - 1) for _ in range(chance.randrange(5))}
    whole = chance.randrange(-(2**53) + 1, 2**53)
    return chance.choice([None, True, False, whole, chance.randrange(100), random_text(chance)])


def random_text(chance):
    """A text with the characters that are written in a special way."""
    return "".join(chance.choice(CHARACTERS) for _ in range(chance.randrange(5)))


class Canonical(unittest.TestCase):
    def test_a_foreign_implementation_writes_the_same(self):
        chance = random.Random(1)
        for _ in range(3000):
            value = random_value(chance)
            theirs = rfc8785.dumps(value)
            self.assertEqual(canonical.write(value).encode(), theirs)
            self.assertEqual(canonical.read(theirs, normal=False), value)

    def test_order_is_that_of_utf_16(self):
        self.assertEqual(canonical.read('{"😀":1,"\ue000":2}'.encode()), {"😀": 1, "\ue000": 2})
        self.refused("keys are not in order", '{"\ue000":2,"😀":1}')

    def refused(self, says, text):
        """Asserts that bytes are refused in these words."""
        with self.assertRaises(Refused) as caught:
            canonical.read(text if isinstance(text, bytes) else text.encode())
        self.assertIn(says, str(caught.exception))

    def test_reasons(self):
        for says, text in (
            ("keys are not in order: b, a", '{"b":1,"a":2}'),
            ("keys are not in order", '{"x":[{"b":1,"a":2}]}'),
            ("holds the key 'a' twice", '{"a":1,"a":1}'),
            ("holds the key 'a' twice", '{"a":1,"\\u0061":1}'),
            ("white space at character 6", '{"a": 1}'),
            ("white space at character 1", ' {"a":1}'),
            ("white space at character 8", '{"a":1}\r'),
            ("another way of writing at character 2", '"\\u00e9"'),
            ("another way of writing at character 3", '"\\u000a"'),
            ("another way of writing at character 2", '"\\/"'),
            ("another way of writing at character 7", '"\\u001F"'),
            ("number 1.0;", "1.0"),
            ("number 1e2", "1e2"),
            ("number -0", "-0"),
            ("number 9007199254740992", "9007199254740992"),
            ("number " + "9" * 60, "9" * 5000),
            ("number NaN", "NaN"),
            ("is not JSON", "01"),
            ("is not JSON", ""),
            ("is not JSON", "{}{}"),
            ("is not JSON", '"\n"'),
            ("holds a lone surrogate", '"\\ud800"'),
            ("holds a lone surrogate", '{"\\udc00":1}'),
            ("is not UTF-8 at byte 1", b'"\xed\xa0\x80"'),
            ("is not UTF-8 at byte 1", b'"\xc0\xaf"'),
            ("is not JSON", b"\xef\xbb\xbf{}"),
            ("is not in Unicode normal form C", '"e\u0301"'),
            ("is not in Unicode normal form C", '{"e\u0301":1}'),
            ("is nested too deeply", "[" * 60_000 + "]" * 60_000),
            ("is nested too deeply", '{"a":' * 10_000 + "1" + "}" * 10_000),
        ):
            with self.subTest(text=text[:40]):
                self.refused(says, text)

    def test_a_mark_behind_an_escape_is_no_reason(self):
        """The JSON is not in normal form, the text is."""
        self.assertEqual(canonical.read('"\\n\u0303"'.encode()), "\n\u0303")

    def test_the_form_may_be_left_to_others(self):
        self.assertEqual(canonical.read('"e\u0301"'.encode(), normal=False), "e\u0301")


if __name__ == "__main__":
    unittest.main()
