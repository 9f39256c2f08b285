"""What the bench reads from PostgreSQL's log, and what it makes of it."""

import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest
import zlib

from bench import floor_sqlite, letters
from bench.floor_postgres import literal, script
from bench.load import Rate
from bench.statements import (
    Statement,
    captured,
    fresh_values,
    made_at,
    moved_in_time,
    without_empty_transactions,
    without_sequencer,
)

FILE = "01a209d9-756d-76cc-aa0d-76d065568805"
MADE = "01a209dd-ac55-75dc-a1d7-76d065568805"
LOG = f"""@@ 7 LOG:  statement: BEGIN
@@ 7 LOG:  execute sqlx_s_1: UPDATE files SET subject = $1 WHERE id = $2
@@ 7 DETAIL:  parameters: $1 = 'It''s, $9 = ''x'' here', $2 = '{FILE}'
@@ 7 LOG:  execute sqlx_s_2: INSERT INTO movements VALUES ($1, $2, $3)
@@ 7 DETAIL:  parameters: $1 = '{MADE}', $2 = NULL, $3 = '{"a" * 64}'
@@ 7 LOG:  statement: COMMIT
"""


def statements():
    with tempfile.NamedTemporaryFile("r+") as log:
        path = pathlib.Path(log.name)
        return captured(path, lambda: path.write_text(LOG))


class Statements(unittest.TestCase):
    def test_the_log_gives_statements_with_their_values(self):
        begin, update, insert, _ = statements()
        self.assertEqual(begin.sql, "BEGIN")
        self.assertEqual(update.values, ["It's, $9 = 'x' here", FILE])
        self.assertEqual(insert.values, [MADE, None, "a" * 64])

    def test_what_the_request_made_is_made_anew(self):
        self.assertEqual(fresh_values(statements(), made_at(MADE) - 1), {MADE, "a" * 64})

    def test_the_script_takes_another_file_each_time(self):
        text = script(statements(), FILE, "F.8-1/2026-BUD", {MADE, "a" * 64})
        self.assertNotIn(FILE, text)
        self.assertNotIn(MADE, text)
        self.assertIn("SELECT id FROM bench_files", text)
        self.assertIn("BEGIN;", text)

    def test_what_the_sequencer_does_is_no_part_of_the_request(self):
        log = [
            ("BEGIN", "7"),
            ("BEGIN", "8"),
            ("UPDATE x", "7"),
            ("SELECT pg_try_advisory_xact_lock(1)", "8"),
            ('UPDATE "ledger_entries" SET "position" = 4', "8"),
            ("COMMIT", "8"),
            ("INSERT INTO ledger_entries", "7"),
            ("COMMIT", "7"),
            ('SELECT 1 FROM "ledger_checkpoints"', "8"),
            ("SELECT y", "8"),
        ]
        kept = without_sequencer([Statement(sql, [], session) for sql, session in log])
        expected = ["BEGIN", "UPDATE x", "INSERT INTO ledger_entries", "COMMIT", "SELECT y"]
        self.assertEqual([statement.sql for statement in kept], expected)

    def test_a_background_job_leaves_no_empty_transaction(self):
        words = ("BEGIN", "ROLLBACK", "BEGIN", "SELECT 1", "COMMIT")
        kept = without_empty_transactions([Statement(word, []) for word in words])
        self.assertEqual([statement.sql for statement in kept], ["BEGIN", "SELECT 1", "COMMIT"])

    def test_a_job_of_another_session_does_not_take_the_commit_of_the_request(self):
        log = [("BEGIN", "7"), ("UPDATE x", "7"), ("BEGIN", "8"), ("COMMIT", "7"), ("ROLLBACK", "8")]
        kept = without_empty_transactions([Statement(word, [], session) for word, session in log])
        self.assertEqual([statement.sql for statement in kept], ["BEGIN", "UPDATE x", "COMMIT"])

    def test_the_moment_of_the_request_moves_and_other_times_stay(self):
        at = 1_764_100_000.0  # 2025-11-25 19:46:40
        self.assertEqual(moved_in_time("2025-11-25 19:46:40.5+00", at, at + 60), "2025-11-25 19:47:40.500000+00")
        for other in ("2025-12-02 18:59:59+00", "42", None):
            self.assertEqual(moved_in_time(other, at, at + 60), other)

    def test_a_colon_is_no_variable_of_pgbench(self):
        self.assertEqual(literal("12:30"), "E'12\\x3a30'")
        self.assertEqual(literal("it's"), "'it''s'")
        self.assertEqual(literal(None), "NULL")


class OnSqlite(unittest.TestCase):
    def test_values_become_what_the_server_writes(self):
        self.assertEqual(len(floor_sqlite.native(FILE)), 16)
        self.assertEqual(floor_sqlite.native("2026-11-23 19:12:04.5+00"), "2026-11-23T19:12:04.5+00:00")
        self.assertEqual(floor_sqlite.native("42"), 42)

    def test_a_floor_that_changes_nothing_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "office.db"
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE files (id BLOB, subject TEXT)")
            connection.commit()
            connection.close()
            with self.assertRaisesRegex(Exception, "changed nothing"):
                floor_sqlite.writes(path, statements()[:2], (FILE, "F.1"), set(), [(b"x", "F.2")], 1)


class Letters(unittest.TestCase):
    def test_a_share_of_what_was_taken(self):
        took = [float(number) for number in range(1, 101)]
        self.assertEqual((letters.at_share(took, 0.5), letters.at_share(took, 0.99)), (51, 100))
        self.assertEqual(letters.at_share([7.0], 0.99), 7)

    def test_scans_are_whole_pictures_and_each_is_another(self):
        scan = letters.scan(1)
        self.assertEqual(scan, letters.scan(1))
        self.assertNotEqual(scan, letters.scan(2))
        self.assertTrue(scan.startswith(b"\x89PNG") and scan.endswith(b"IEND\xaeB`\x82"))
        at = scan.index(b"IDAT")
        size = int.from_bytes(scan[at - 4 : at], "big")
        rows = zlib.decompress(scan[at + 4 : at + 4 + size])
        self.assertEqual(len(rows), (1 + letters.WIDTH // 8) * letters.HEIGHT)

    def test_the_memory_of_a_child_is_seen_while_it_lives(self):
        with letters.children(os.getpid()) as most:
            subprocess.run(["sleep", "0.3"], check=True)
        self.assertGreater(most[0], 0)

    def test_the_report_has_every_figure(self):
        issuing = letters.Issuing(Rate(41.2, 90.4, 148.6, 23_000), 61.5)
        text = "\n".join(letters.lines(issuing, letters.Export(20, 100, 12.3, 210, 73, 9.4)))
        for part in ("41/s", "p50 90 ms", "p99 149 ms", "23.0 ms of CPU", "62 KB", "12.3 s", "210 MB", "73 MB", "9.4 MB"):
            self.assertIn(part, text)


if __name__ == "__main__":
    unittest.main()
