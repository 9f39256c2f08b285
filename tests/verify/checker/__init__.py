"""Checks an office's ledger from outside, as docs/verification.md describes it.

It is written from that page alone and shares no line with the server: what both agree upon is then what the page says,
and not a mistake that both inherited. It needs `cryptography` for Ed25519 and otherwise the standard library only.
"""
