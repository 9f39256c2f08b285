#!/usr/bin/env python3
"""Checks the ledger of an office from outside, as docs/verification.md describes it, and files as docs/file-export.md does.

    verify.py export DIR [--key VKEY] [--checkpoint FILE] [--witness VKEY]… [--quiet]
    verify.py evidence FILE [--key VKEY] [--checkpoint FILE] [--quiet]
    verify.py file ZIP [--key VKEY] [--witness VKEY]… [--quiet]

Ends with a line `verified: …` and status 0, or stops at the first thing that is wrong with a line `refused: …` and
status 1. It needs Python 3.11 or newer and `cryptography`.
"""

import argparse
import pathlib
import sys

from checker.archive import Archive
from checker.evidence import Evidence
from checker.export import Export, Kept
from checker.refusal import Refused
from checker.signed import OFFICE, WITNESS, VerifierKey


def key_of(kind):
    """A verifier key on the command line: one that cannot be read is a mistake of the caller, not of the office."""

    def read(text):
        try:
            return VerifierKey.read(text.strip(), kind)
        except Refused as refused:
            raise argparse.ArgumentTypeError(refused.reason) from None

    return read


def arguments():
    """What the caller wants."""
    parser = argparse.ArgumentParser(description="Checks the ledger of an office from outside.")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="check a folder that `daftar export-ledger` wrote")
    export.add_argument("path", metavar="DIR", type=pathlib.Path)
    evidence = commands.add_parser("evidence", help="check the proof of one act")
    evidence.add_argument("path", metavar="FILE", type=pathlib.Path)
    file = commands.add_parser("file", help="check the archive of one file")
    file.add_argument("path", metavar="ZIP", type=pathlib.Path)
    file.set_defaults(checkpoint=None)
    for command in (export, evidence, file):
        command.add_argument("--key", metavar="VKEY", type=key_of(OFFICE), help="the key of the office that you trust")
        command.add_argument("--quiet", action="store_true", help="print the last line only")
    for command in (export, evidence):
        command.add_argument("--checkpoint", metavar="FILE", type=pathlib.Path, help="a checkpoint that you kept")
    witness_help = "a witness who must have cosigned the latest checkpoint; may be repeated"
    for command in (export, file):
        command.add_argument(
            "--witness", metavar="VKEY", type=key_of(WITNESS), action="append", default=[], help=witness_help
        )
    given = parser.parse_args()
    if given.command == "export" and not given.path.is_dir():
        parser.error(f"{given.path} is not a folder")
    for file in (given.checkpoint, given.path if given.command != "export" else None):
        if file is not None and not file.is_file():
            parser.error(f"{file} is not a file")
    return given


def check_export(given, kept, say):
    """Checks a folder; answers the words of the last line."""
    export = Export(given.path, given.key, kept, given.witness)
    say(f"key          {export.key} ({whence(export, 'keys.txt of the export')})")
    export.check()
    acts, trust, witnesses = export.acts, export.trust, export.witnesses
    say(f"entries      {export.latest.size}, canonical, no id twice")
    say(
        f"checkpoints  {export.checkpoints}, each with its root; {trust.signatures} signatures by trusted keys, "
        f"{witnesses.cosignatures} cosignatures"
    )
    say(f"keys         {len(trust.added)} added, {trust.retired} retired")
    say(f"consistency  {export.checkpoints - 1} proofs")
    say(f"kept         {'its checkpoint is part of this history' if kept else 'no checkpoint from before was given'}")
    say(f"numbers      {acts.numbers} in {acts.series} series without a gap")
    compared = "each with its text" if export.has_notes else "texts NOT checked: the export has no notes.jsonl"
    say(f"notes        {acts.notes} on {acts.files} files without a gap; {compared}")
    texts = "each compared" if export.has_notes else "NOT compared: the export has no notes.jsonl"
    say(f"drafts       {acts.drafts.texts} texts; {texts}")
    over = "each verified" if export.has_notes else "evidence and keys compared, NOT verified: no notes.jsonl"
    say(f"signatures   {acts.signatures.count}; {over}")
    say(f"documents    {acts.papers}")
    latest = export.latest
    return f"{latest.origin}, {latest.size} entries, root {latest.root.hex()}, key {warned(export)}"


def check_evidence(given, kept, say):
    """Checks a bundle; answers the words of the last line."""
    try:
        evidence = Evidence(given.path.read_bytes().decode(), given.key, kept)
        evidence.check()
    except UnicodeDecodeError:
        raise Refused("is not UTF-8", given.path.name) from None
    except Refused as refused:
        raise Refused(str(refused), given.path.name) from None
    entry, checkpoint = evidence.entry, evidence.checkpoint
    say(f"key          {evidence.key} ({whence(evidence, 'the bundle itself')})")
    say(f"entry        {entry['kind']} of {entry['subject_kind']} {entry['subject']} at {entry['at']}")
    say(f"opening      {'good' if evidence.has('opening') else 'none'}")
    say(f"note         {'good' if evidence.has('note') else 'none'}")
    say(f"signature    {signature_words(evidence)}")
    kept_words = "is the checkpoint of the bundle" if kept else "no checkpoint from before was given"
    say(f"kept         {kept_words}")
    where = f"position {evidence.position} of {checkpoint.size}"
    return f"{checkpoint.origin}, {where}, root {checkpoint.root.hex()}, key {warned(evidence)}"


def check_file(given, _, say):
    """Checks an archive; answers the words of the last line."""
    archive = Archive(given.path, given.key, given.witness)
    archive.check()
    acts, checkpoint, file = archive.acts, archive.checkpoint, archive.manifest["file"]
    say(f"key          {archive.key} ({whence(archive, 'keys.txt of the archive')})")
    say(f"members      {archive.members}, each as the manifest says, and nothing besides")
    say(f"entries      {archive.entries}, each in the tree of {checkpoint.size}")
    say(f"notes        {acts.notes} without a gap, each with its text")
    say(f"drafts       {archive.texts} texts, each compared")
    say(f"signatures   {acts.signatures.count}, each verified")
    say(f"papers       {acts.papers}, each as it was received or issued")
    left_out = len(archive.manifest["left_out"])
    say(f"left out     {left_out} papers that the exporter could not see" if left_out else "left out     nothing")
    say("NOT proved   what happened since; that no key was revoked in between; file.json, movements.jsonl, book.pdf")
    where = f"file {file['number']} of {checkpoint.origin} at size {checkpoint.size}"
    return f"{where}, root {checkpoint.root.hex()}, key {warned(archive)}"


def signature_words(evidence):
    """What was found out about the signature under the act."""
    if not evidence.has("signature"):
        return "NOT in the bundle" if "signature" in evidence.entry["content"] else "none"
    facts = evidence.entry["content"]["signature"]
    over = "good" if evidence.challenge else "NOT verified, since what was signed is not in the bundle"
    key = "the key is the officer's by an entry of this tree" if evidence.has("signer") else "whose key it is, is NOT shown"
    return f"{over}; by {facts['method']} {facts['key']}; {key}"


def whence(checked, source):
    """Where the key came from, in words that cannot be overlooked."""
    return "given by you" if checked.key_is_given else f"taken from {source}: you trust whoever gave it to you"


def warned(checked):
    """The same for the last line, which `--quiet` prints too."""
    return "given by you" if checked.key_is_given else "NOT given by you but taken from what was checked"


def one_line(text):
    """What is read from strangers and shown: it must not end the line nor speak to the terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)


def main():
    given = arguments()
    say = (lambda _: None) if given.quiet else lambda text: print(one_line(text))
    try:
        kept = Kept.read(given.checkpoint) if given.checkpoint else None
        check = {"export": check_export, "evidence": check_evidence, "file": check_file}[given.command]
        print(one_line(f"verified: {check(given, kept, say)}"))
    except Refused as refused:
        print(one_line(f"refused: {refused}"))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
