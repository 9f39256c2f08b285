"""Canonical JSON (RFC 8785), read strictly: there is exactly one way to write a value, and no other is accepted.

If two texts meant the same entry, its digest would depend on who wrote it; if one text could be read in two ways (a key
twice), two readers could be shown different acts under one signature.
"""

import hashlib
import json
import unicodedata

from checker.refusal import Refused

# Beyond it readers that hold numbers as doubles, as RFC 8785 does, see another number than was written.
LARGEST = 2**53 - 1
SHOWN = 60
TOO_DEEP = "is nested too deeply"


def write(value):
    """The canonical text of a value."""
    text = _ENCODER.encode(value)
    return text if _same_order(text) else _written(value)


def read(data, normal=True):
    """The value of canonical bytes; `normal` asks that every text is in Unicode normal form C.

    The form is asked of the texts, not of the JSON around them: an escaped line feed before a combining mark is good
    although its `n` and the mark, taken together, would compose.
    """
    try:
        text = data.decode("utf-8")
        value = _parsed(text, _DECODER)
        if write(value) != text:
            raise Refused(_why(text, value))
        # A text in the form has only parts in the form, and most are.
        if normal and not text.isascii() and not unicodedata.is_normalized("NFC", text):
            check_texts(value)
    except UnicodeDecodeError as error:
        raise Refused(f"is not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise Refused(TOO_DEEP) from error
    return value


def read_plain(text):
    """The value of JSON that need not be canonical but must not be ambiguous: no key twice, whole numbers only."""
    return _parsed(text, _STRICT_DECODER)


def digest(text):
    """The digest of a text; of one with half a character there is none."""
    check_whole_characters(text)
    return hashlib.sha256(text.encode()).hexdigest()


def check_whole_characters(text):
    """Refuses a text that JSON can escape but nobody can write in UTF-8."""
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused("holds a lone surrogate, which is half a character")


def check_texts(value):
    """Refuses texts which the office cannot have written: not in normal form, or half a character."""
    try:
        for text in _texts(value):
            check_whole_characters(text)
            if not unicodedata.is_normalized("NFC", text):
                raise Refused(f"holds a text that is not in Unicode normal form C: {text[:SHOWN]!r}")
    except RecursionError as error:
        raise Refused(TOO_DEEP) from error


def _parsed(text, decoder):
    try:
        return decoder.decode(text)
    except RecursionError as error:
        raise Refused(TOO_DEEP) from error
    except ValueError as error:
        raise Refused(f"is not JSON: {error}") from error


def _whole(digits):
    if digits == "-0" or len(digits) > 17 or abs(int(digits)) > LARGEST:
        raise Refused(f"holds the number {digits[:SHOWN]}, which is not a whole number of at most 2^53 - 1")
    return int(digits)


def _no_fraction(digits):
    raise Refused(f"holds the number {digits[:SHOWN]}; numbers are whole")


def _single_keys(pairs):
    seen = {}
    for key, value in pairs:
        if key in seen:
            raise Refused(f"holds the key {key!r} twice")
        seen[key] = value
    return seen


_HOOKS = {"parse_int": _whole, "parse_float": _no_fraction, "parse_constant": _no_fraction}
_DECODER = json.JSONDecoder(**_HOOKS)
_STRICT_DECODER = json.JSONDecoder(**_HOOKS, object_pairs_hook=_single_keys)
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _same_order(text):
    """Whether UTF-16 orders as code points do: only characters beyond the first plane are ordered differently."""
    return text.isascii() or max(text) <= "\uffff"


def _written(value):
    """The canonical text with keys ordered by UTF-16; slow, for texts with rare characters."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_ENCODER.encode(key)}:{_written(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    return _ENCODER.encode(value)


def _texts(value):
    """Every key and every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)


def _why(text, value):
    """In words, why a text that is JSON is not canonical."""
    out_of_order = []

    def look(pairs):
        keys = [key for key, _ in pairs]
        if keys != sorted(keys, key=lambda key: key.encode("utf-16-be")):
            out_of_order.append(keys)
        return _single_keys(pairs)

    try:
        for part in _texts(value):
            check_whole_characters(part)
        json.loads(text, object_pairs_hook=look)
    except Refused as refused:
        return refused.reason
    if out_of_order:
        return f"is not canonical: keys are not in order: {', '.join(out_of_order[0])[:SHOWN]}"
    canonical = write(value)
    pairs = enumerate(zip(text, canonical))
    differs = next((at for at, (is_, should) in pairs if is_ != should), min(len(text), len(canonical)))
    kind = "white space" if text[differs : differs + 1].isspace() else "another way of writing"
    return f"is not canonical: {kind} at character {differs + 1}"
