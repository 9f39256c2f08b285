#!/usr/bin/env python3
"""Checks which crate may depend on which, as docs/architecture.md draws it.

The arrows are those that cargo resolves (`cargo tree`), not those that a manifest seems to say.
"""

import subprocess

from lib.processes import ROOT, ToolError, run_main

# Direct dependencies among our own crates. A crate that is not named here fails the check.
ARROWS = {
    "daftar-domain": set(),
    "daftar-migrations": set(),
    "daftar-persistence": {"daftar-domain", "daftar-migrations"},
    "daftar-documents": {"daftar-domain"},
    "daftar-mail": set(),
    "daftar-application": {"daftar-domain", "daftar-persistence", "daftar-documents", "daftar-mail"},
    "daftar-api": {"daftar-application", "daftar-domain"},
    "daftar-server": {
        "daftar-api",
        "daftar-application",
        "daftar-domain",
        "daftar-persistence",
        "daftar-documents",
        "daftar-migrations",
    },
}
# These see everything, because they test everything; nothing that ships may depend on them.
TESTS = {"daftar-testing", "daftar-tests"}
# Who alone may name a library: SQL stays in persistence, HTTP in api and server.
ONLY_IN = {
    "sea-orm": {"daftar-persistence"},
    "sea-orm-migration": {"daftar-migrations"},
    "sqlx": set(),
    "actix-web": {"daftar-api", "daftar-server"},
    "hyper": {"daftar-server"},
    "utoipa": {"daftar-api"},
}
# The domain is pure: no input or output, no async.
NEVER_IN_DOMAIN = {"tokio", "futures-util", "async-trait", "reqwest", "tracing", "rand"}


def members():
    """The names of the workspace's crates."""
    lines = tree("--workspace", "--depth", "0")
    return {name for line in lines if (name := line.split(" ")[0])}


def tree(*arguments):
    """Runs `cargo tree` without touching the lock file."""
    command = ["cargo", "tree", "--locked", "--prefix", "none", "--edges", "normal,build", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(f"cargo tree failed:\n{done.stderr}")
    return [line for line in done.stdout.splitlines() if line]


def direct_dependencies(crate):
    """What `crate` names itself, without development dependencies."""
    lines = tree("--package", crate, "--depth", "1")
    return {line.split(" ")[0] for line in lines} - {crate}


def wrong_arrows(crate, direct, ours):
    """The sentences that say what `crate` must not depend on."""
    if crate not in ARROWS:
        return [f"{crate} is not in the drawing: add it to tools/arrows.py and docs/architecture.md"]
    problems = [f"{crate} must not depend on {other}" for other in sorted((direct & ours) - ARROWS[crate])]
    for library, allowed in ONLY_IN.items():
        if library in direct and crate not in allowed:
            problems.append(f"{crate} must not depend on {library}")
    if crate == "daftar-domain":
        problems += [f"daftar-domain is pure and must not depend on {name}" for name in sorted(direct & NEVER_IN_DOMAIN)]
    return problems


def main():
    ours = members()
    problems = []
    for crate in sorted(ours - TESTS):
        problems += wrong_arrows(crate, direct_dependencies(crate), ours)
    for problem in problems:
        print(f"arrows: {problem}")
    if not problems:
        print(f"arrows: {len(ours)} crates, every arrow as drawn")
    return 1 if problems else 0


if __name__ == "__main__":
    run_main(main)
