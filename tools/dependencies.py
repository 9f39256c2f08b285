#!/usr/bin/env python3
"""Enforces deny.toml (licences, bans, sources) on the locked dependency graph, offline.

It reads the same file as cargo-deny and the part of it that this project uses. Why not cargo-deny itself:
docs/decisions/0009.
"""

import json
import re
import subprocess
import tomllib

from lib.processes import ROOT, ToolError, run_main

TOKEN = re.compile(r"\(|\)|[A-Za-z0-9.+-]+(?: WITH [A-Za-z0-9.-]+)?")


def metadata():
    """The resolved graph, for every platform."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(f"cargo metadata failed:\n{done.stderr}")
    return json.loads(done.stdout)


class Licence:
    """An SPDX expression, read by precedence: OR binds weaker than AND."""

    def __init__(self, text):
        # The slash is how older manifests write OR.
        self.tokens = TOKEN.findall(text.replace("/", " OR "))
        self.at = 0

    def allowed_by(self, allowed):
        """Whether the licences in `allowed` satisfy the expression."""
        answer = self._either(allowed)
        return answer and self.at == len(self.tokens)

    def _peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _next(self):
        token = self._peek()
        self.at += 1
        return token

    def _either(self, allowed):
        answer = self._both(allowed)
        while self._peek() == "OR":
            self._next()
            other = self._both(allowed)
            answer = answer or other
        return answer

    def _both(self, allowed):
        answer = self._one(allowed)
        while self._peek() == "AND":
            self._next()
            other = self._one(allowed)
            answer = answer and other
        return answer

    def _one(self, allowed):
        token = self._next()
        if token != "(":
            return token in allowed
        answer = self._either(allowed)
        return self._next() == ")" and answer


def licence_problems(packages, rules):
    """Packages whose licence is not among the allowed ones."""
    allowed = set(rules["allow"])
    for package in packages:
        stated = package["license"]
        if not stated:
            yield f"{package['name']} {package['version']} states no licence"
        elif not Licence(stated).allowed_by(allowed):
            yield f"{package['name']} {package['version']}: licence {stated} is not allowed"


def ban_problems(packages, features, rules):
    """Packages that are banned, have a banned feature, or are required in any version."""
    banned = {entry["crate"] for entry in rules["deny"]}
    denied = {entry["crate"]: set(entry["deny"]) for entry in rules.get("features", [])}
    for package in packages:
        name = package["name"]
        if name in banned:
            yield f"{name} {package['version']} is banned"
        for feature in sorted(denied.get(name, set()) & features[package["id"]]):
            yield f"{name} is built with the banned feature {feature}"
        if package["source"] is None:
            for dependency in package["dependencies"]:
                if dependency["req"] == "*" and "path" not in dependency:
                    yield f"{name} requires any version of {dependency['name']}"


def source_problems(packages):
    """Packages that come neither from this repository nor from the default registry."""
    for package in packages:
        source = package["source"]
        if source and not source.startswith("registry+https://github.com/rust-lang/crates.io-index"):
            yield f"{package['name']} {package['version']} comes from {source}"


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    graph = metadata()
    features = {node["id"]: set(node["features"]) for node in graph["resolve"]["nodes"]}
    used = [package for package in graph["packages"] if package["id"] in features]
    foreign = [package for package in used if package["source"]]
    problems = [
        *licence_problems(foreign, rules["licenses"]),
        *ban_problems(used, features, rules["bans"]),
        *source_problems(used),
    ]
    for problem in problems:
        print(f"dependencies: {problem}")
    if not problems:
        print(f"dependencies: {len(foreign)} packages, licences, bans and sources as deny.toml wants them")
    return 1 if problems else 0


if __name__ == "__main__":
    run_main(main)
