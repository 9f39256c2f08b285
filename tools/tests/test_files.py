"""Traces of one machine in files."""

import unittest

from files import MACHINE_PATH, REGISTRY_HOST


class Traces(unittest.TestCase):
    def test_paths_of_one_machine(self):
        for line in ("/ho" + "me/asma/daftar", 'include "/wo' + 'rk/x"', "../sha" + "red/design"):
            self.assertTrue(MACHINE_PATH.search(line), line)
        for line in ("frontend/work/x", "https://example.org/work/x", "/usr/lib/postgresql", "$HOME/.cache", "/home"):
            self.assertFalse(MACHINE_PATH.search(line), line)

    def test_hosts_of_registries(self):
        self.assertTrue(REGISTRY_HOST.search("resolved: https://registry.npmjs" + ".org/x"))
        self.assertFalse(REGISTRY_HOST.search("https://docs.rs/serde"))


if __name__ == "__main__":
    unittest.main()
