"""Licence expressions and bans."""

import unittest

from dependencies import Licence, ban_problems, source_problems

ALLOWED = {"MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"}


class Licences(unittest.TestCase):
    def test_expressions_are_read_by_precedence(self):
        for text, answer in {
            "MIT": True,
            "GPL-3.0": False,
            "MIT OR GPL-3.0": True,
            "MIT/Apache-2.0": True,
            "MIT AND GPL-3.0": False,
            "GPL-3.0 OR MIT AND Apache-2.0": True,
            "GPL-3.0 AND MIT OR Apache-2.0": True,
            "(MIT OR Apache-2.0) AND Unicode-3.0": True,
            "(MIT OR Apache-2.0) AND GPL-3.0": False,
            "Apache-2.0 WITH LLVM-exception": True,
            "(MIT": False,
        }.items():
            self.assertEqual(Licence(text).allowed_by(ALLOWED), answer, text)


def package(name, source="registry+https://github.com/rust-lang/crates.io-index"):
    return {"id": name, "name": name, "version": "1.0.0", "source": source, "dependencies": []}


class Bans(unittest.TestCase):
    def test_banned_packages_and_features_are_found(self):
        rules = {"deny": [{"crate": "openssl"}], "features": [{"crate": "actix-web", "deny": ["http2"]}]}
        packages = [package("openssl"), package("actix-web"), package("serde")]
        features = {"openssl": set(), "actix-web": {"http2", "macros"}, "serde": set()}
        found = list(ban_problems(packages, features, rules))
        self.assertEqual(len(found), 2)
        self.assertIn("openssl", found[0])
        self.assertIn("http2", found[1])

    def test_foreign_sources_are_found(self):
        found = list(source_problems([package("a"), package("b", "git+https://example.org/b"), package("ours", None)]))
        self.assertEqual(len(found), 1)


if __name__ == "__main__":
    unittest.main()
